import { describe, expect, it } from 'vitest';
import { fold } from './folded.ts';
import { readChineseNumber, readEnglishNumber } from './numerals.ts';
import { readParties, signParties } from './parties.ts';
import { writePlainNumbers } from './plain-numbers.ts';
import { readQuantities } from './quantities.ts';
import { segment } from './segment.ts';
import { sentences } from './sentences.ts';

const plain = (text: string) => writePlainNumbers(fold(text, 0, text.length)).text;

describe('numbers', () => {
  it.each([
    ['三百二十', 320],
    ['五百万', 5_000_000],
    ['壹佰万', 1_000_000],
    ['3万', 30_000],
    ['一亿二千万', 120_000_000],
    ['二〇二六', 2026],
    ['十五', 15],
  ])('reads %s', (said, value) => expect(readChineseNumber(said)).toBe(value));

  it('reads English words', () => {
    expect(readEnglishNumber('five hundred thousand')).toBe(500_000);
    expect(readEnglishNumber('twenty-five')).toBe(25);
  });

  it.each([
    ['赔偿人民币五百万元', '赔偿人民币5000000元'],
    ['百分之九十五', '95%'],
    ['公司占九成', '公司占90%'],
    ['按一九分成', '按10%:90%分成'],
    ['半年', '6个月'],
    ['十倍', '10倍'],
    ['第十五条', '第十五条'],
    ['任何一方', '任何一方'],
    ['人民币＿＿万元', '人民币__万元'],
    ['研修费一万六千元', '研修费16000元'],
    ['季末后第九十五天', '季末后第95天'],
    ['第四个月', '第4个月'],
    ['合同八年', '合同8年'],
    ['同一标准', '同一标准'],
    ['one hundred and eighty (180) days', '180 days'],
  ])('writes %s as %s', (said, written) => expect(plain(said)).toBe(written));

  it('reads quantities with their unit, money in whole fen', () => {
    expect(readQuantities('支付1234.56元,为期3年,占80%,10倍,8小时').map(({ kind }) => kind)).toEqual([
      'money',
      'duration',
      'percent',
      'times',
      'hours',
    ]);
    expect(readQuantities('支付1234.56元')).toEqual([{ kind: 'money', amountFen: 123_456, at: 2 }]);
  });
});

describe('folding', () => {
  it('keeps for every character where it stood', () => {
    const text = '　　甲方 （ＡＢ）“应”支付';
    const folded = fold(text, 0, text.length);
    expect(folded.text).toBe('甲方(ab)应支付');
    for (const [at, from] of folded.from.entries())
      expect(fold(text, from, folded.to[at]!).text).toBe(folded.text[at]);
  });
});

describe('parties', () => {
  it('assumes the usual sides', () =>
    expect(readParties('甲方应付款。')).toMatchObject({ isDefined: false, company: ['甲方', 'party a'] }));
  it('reads a definition behind the name', () =>
    expect(readParties('某某文化传媒有限公司（以下简称“乙方”）').company).toContain('乙方'));
  it.each([
    ['老板叫你走', 'Ⓒ叫Ⓐ走'],
    ['the host pays the company', 'Ⓐ pays Ⓒ'],
    ['两边签字', 'Ⓑ签字'],
    ['whichever of us leaves', 'Ⓑ leaves'],
  ])('knows who is meant in %s', (said, signed) => {
    const folded = signParties(fold(said, 0, said.length), readParties(said));
    expect(folded.text).toBe(signed);
  });
  it('does not take 甲方为主播提供 for a definition', () =>
    expect(readParties('甲方为主播提供场地。').company).toContain('甲方'));
  it('learns a short name', () =>
    expect(readParties('杭州某某传媒有限公司（以下简称“星途”）').company).toContain('星途'));
});

describe('segmenting', () => {
  it('nests clauses by their marks', () => {
    const text = '第一条 合作\n1.1 内容\n（一）直播\n①带货\n1.2 期限\n第二条 费用';
    const clauses = segment(text);
    expect(clauses.map(({ number, parent }) => [number, parent])).toEqual([
      ['第一条', undefined],
      ['1.1', 0],
      ['（一）', 1],
      ['①', 2],
      ['1.2', 0],
      ['第二条', undefined],
    ]);
  });

  it('splits clauses that were never broken into lines', () =>
    expect(
      segment('第一条 合作内容。第二条 违约责任。乙方依照第一条的约定履行。').map(({ number }) => number),
    ).toEqual(['第一条', '第二条']));

  it('does not take a reference or an amount for a mark', () =>
    expect(segment('第三条的约定适用。\n1.5万元\n乙方同意。').every(({ number }) => number === '')).toBe(
      true,
    ));

  it('reads English articles and letters', () =>
    expect(
      segment('Article 1 Term\n1.1 The term is two years.\n(a) first\n(b) second').map(
        ({ number }) => number,
      ),
    ).toEqual(['Article 1', '1.1', '(a)', '(b)']));

  it('leaves page headers and numbers out of the words but not out of the places', () => {
    const page = (n: number) =>
      `某某合作合同文本\n${n % 2 === 0 ? `第${'一二三四'[n]}条 ` : ''}${'双方应当诚信履行合同义务。'.repeat(30)}\n第 ${n + 1} 页 共 4 页\n`;
    const text = [0, 1, 2, 3].map(page).join('');
    const clauses = segment(text).filter(({ number }) => number !== '');
    expect(clauses.map(({ number }) => number)).toEqual(['第一条', '第三条']);
    const [first] = clauses;
    expect(first!.skips.map(([from, to]) => text.slice(from, to))).toEqual([
      '第 1 页 共 4 页',
      '某某合作合同文本',
    ]);
    expect(fold(text, first!.start, first!.end, first!.skips).text).not.toContain('合同文本');
  });
});

it('sentences end at their mark and not at an abbreviation', () => {
  const text = '甲方付款。乙方开票！ The Agency (e.g. its staff) pays. The Talent signs.';
  expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '甲方付款。',
    '乙方开票！',
    'The Agency (e.g. its staff) pays.',
    'The Talent signs.',
  ]);
});
