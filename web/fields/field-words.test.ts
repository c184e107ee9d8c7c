import { describe, expect, it } from 'vitest';
import { catalogueZh } from '../shell/catalogue-zh.ts';
import { labelInWords, valueInWords } from './field-words.ts';

/** Looks keys up in the Chinese catalogue as the screens do, the fallback where there is none. */
function translate(key: string, options?: Record<string, unknown>): string {
  const found = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], catalogueZh);
  return typeof found === 'string' ? found : String(options?._ ?? key);
}
const say = (field: string, value: unknown) => valueInWords(translate, 'anchors', field, value);

describe('a change in words', () => {
  it('names fields and states as the screens do', () => {
    expect(labelInWords(translate, 'anchors', 'tier')).toBe('级别');
    expect(labelInWords(translate, 'anchors', 'unheardOf')).toBe('unheardOf');
    expect(say('tier', 'head')).toBe('头部');
    expect(say('platform', 'douyin')).toBe('抖音');
    expect(say('note', 'head')).toBe('head');
  });

  it('writes amounts, rates and instants as a person reads them', () => {
    expect(say('livePriceFen', 123450)).toBe('1,234.50');
    expect(say('commissionRateBps', 3250)).toBe('32.50%');
    expect(say('startsAt', '2026-05-31T17:30:00Z')).toBe('2026-06-01 01:30');
    expect(say('banned', true)).toBe('是');
    expect(say('note', null)).toBe('（空）');
  });

  it('tells rows one after the other, without their ids', () => {
    const rows = [
      { id: 4, platform: 'douyin', externalId: 'dy1', nickname: null, binding: 'bound' },
      { platform: 'tmall', externalId: 't9' },
    ];
    expect(say('accounts', rows)).toBe('抖音 dy1 已绑定；天猫 t9');
    expect(say('accounts', [])).toBe('（空）');
  });
});
