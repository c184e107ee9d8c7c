import polyglot from 'ra-i18n-polyglot';
import { describe, expect, it } from 'vitest';
import { problem } from '../shell/refusals-zh.ts';
import { en } from './en.ts';
import { sayFailure } from './failure-words.ts';
import { sayReject } from './reject-words.ts';
import { zh } from './zh.ts';

const inChinese = polyglot(() => ({ resources: zh }) as never, 'zh').translate;
const inEnglish = polyglot(() => ({ resources: en }) as never, 'en').translate;
const say = (translate: typeof inChinese, code: string, reason: string) =>
  sayReject(translate, { code, reason });

describe('the reason of a refused line', () => {
  it('is said in the language of the screen, with the value of the file', () => {
    expect(say(inChinese, 'bad_amount', '"12.x" is not an amount in yuan')).toBe('不是金额：“12.x”');
    expect(say(inEnglish, 'bad_amount', '"12.x" is not an amount in yuan')).toBe('Not an amount: “12.x”');
    expect(
      say(inChinese, 'number_id', 'the id was kept as a number (6.95E+18) and has lost its last digits'),
    ).toContain('6.95E+18');
  });

  it('names the lines, columns and imports that the reason counts', () => {
    const shifted = say(inChinese, 'field_count', 'the line has 12 fields and the header 10');
    expect(shifted).toContain('12 列');
    expect(shifted).toContain('10 列');
    const later = 'line 45 says something else of the same order line and comes later';
    expect(say(inChinese, 'superseded', later)).toContain('第 45 行');
    const older = 'import 7 already has this line as settled; this file is older';
    expect(say(inChinese, 'older_than_stored', older)).toContain('导入 7');
  });

  it('is the API’s own sentence where there are no words for its code', () => {
    expect(say(inChinese, 'of_tomorrow', 'something "new"')).toBe('something "new"');
  });
});

describe('the reason of a failed import', () => {
  const sayShell = polyglot(() => ({ resources: zh, house: { problem } }) as never, 'zh').translate;

  it('is said by its code, with the column that is missing', () => {
    const said = sayFailure(sayShell, 'file_unknown: The file has no column "订单号".');
    expect(said).toContain('缺少需要的列');
    expect(said).toContain('“订单号”');
    expect(sayFailure(sayShell, 'internal error')).toContain('服务器');
    expect(sayFailure(sayShell, 'interrupted')).toContain('中断');
  });

  it('is never lost: what nobody has words for is shown as it is', () => {
    expect(sayFailure(sayShell, 'of_tomorrow: Something new.')).toBe('Something new.');
    expect(sayFailure(sayShell, 'Something old.')).toBe('Something old.');
  });
});
