import { describe, expect, it } from 'vitest';
import { checkTitle } from './check-title.ts';

describe('the title of a check', () => {
  const both =
    '结算单：结余 = 结转 + 应得，应付为其正数 Closing is opening plus earned; payable is what is above zero';

  it('is read in one language', () => {
    expect(checkTitle(both, 'zh')).toBe('结算单：结余 = 结转 + 应得，应付为其正数');
    expect(checkTitle(both, 'en')).toBe('Closing is opening plus earned; payable is what is above zero');
  });

  it('stays whole where it has one half only', () => {
    expect(checkTitle('One journal per source', 'zh')).toBe('One journal per source');
  });
});
