import { describe, expect, test } from 'vitest';
import { bps, fen } from './money.ts';
import { readTerms } from './read-terms.ts';
import { describeTerm } from './read-terms-words.ts';
import type { TermsRule } from './terms.ts';
import { type ConfirmedTerms, findTermMismatches } from './terms-mismatch.ts';

const [ANCHOR, COMPANY, PLATFORM] = [1, 2, 3];
const PARTIES = '甲方：某某文化传媒有限公司\n乙方：张三（主播）\n';

/** The platform 10 % of the base, the anchor a rate of what is left, the agency the rest. */
const tierOf = (anchorBps: number, fromFen = 0, toFen: number | null = null): TermsRule['tiers'][number] => ({
  fromFen,
  toFen,
  parts: [
    { partyId: PLATFORM, takesFrom: 'base', rateBps: 1_000 },
    { partyId: ANCHOR, takesFrom: 'rest', rateBps: anchorBps },
    { partyId: COMPANY, takesFrom: 'rest', rateBps: null },
  ],
});
const ruleOf = (
  tiers: TermsRule['tiers'],
  base: TermsRule['base'] = 'commission',
  clauseNo = '第一条',
): TermsRule => ({
  clauseNo,
  platform: null,
  brandId: null,
  productId: null,
  streamId: null,
  base,
  tierOnRefund: 'frozen',
  effectiveFrom: null,
  effectiveTo: null,
  tiers,
});
const confirmed = (rules: TermsRule[], more: Partial<ConfirmedTerms> = {}): ConfirmedTerms => ({
  rules,
  kindOfParty: new Map([
    [ANCHOR, 'anchor'],
    [COMPANY, 'company'],
    [PLATFORM, 'platform'],
  ]),
  days: { from: '2026-01-01', to: '2028-12-31' },
  values: [],
  ...more,
});
const compare = (text: string, terms: ConfirmedTerms) => findTermMismatches(readTerms(PARTIES + text), terms);

describe('the text against the confirmed rules', () => {
  test('forty per cent said and kept: of the rest, of the whole, or seen from the other side', () => {
    const terms = confirmed([ruleOf([tierOf(4_000)])]);
    expect(compare('第一条 乙方分得净佣金的40%。', terms)).toEqual([]);
    expect(compare('第一条 乙方分得佣金的36%。', terms)).toEqual([]);
    expect(compare('第一条 甲方分得净佣金的60%，乙方分得40%。', terms)).toEqual([]);
  });

  test('sixty said and fifty kept names the sentence, the rule and both', () => {
    const [rate, unsaid] = compare(
      '第一条 乙方分得净佣金的百分之六十。',
      confirmed([ruleOf([tierOf(5_000)])]),
    );
    expect(rate).toMatchObject({
      kind: 'rate',
      path: 'rules.0.tiers.0',
      said: '60.00%',
      confirmed: '50.00%',
      sentence: { quote: '第一条 乙方分得净佣金的百分之六十。', clauseNo: '第一条' },
      text: '文本写“60.00%”，录入的条款为“50.00%”，两者不一致。',
    });
    expect(unsaid).toMatchObject({ kind: 'unsaid_rate', sentence: null });
  });

  test('a threshold of 500,000 said and 600,000 kept', () => {
    const text =
      '第一条 乙方分成比例按当月净销售额计：不超过50万元的，乙方分得净佣金的20%；超过50万元的，乙方分得净佣金的30%。';
    const kept = (edge: number) => confirmed([ruleOf([tierOf(2_000, 0, edge), tierOf(3_000, edge)])]);
    expect(compare(text, kept(50_000_000))).toEqual([]);
    expect(compare(text, kept(60_000_000)).map(({ kind, path }) => [kind, path])).toEqual([
      ['tier', 'rules.0.tiers.0'],
      ['tier', 'rules.0'],
    ]);
  });

  test('the tiers’ rates changed places', () => {
    const text =
      '第一条 乙方分成比例按当月净销售额计：不超过50万元的，乙方分得净佣金的20%；超过50万元的，乙方分得净佣金的30%。';
    const terms = confirmed([ruleOf([tierOf(3_000, 0, 50_000_000), tierOf(2_000, 50_000_000)])]);
    expect(
      compare(text, terms).map(({ kind, path, said, confirmed: kept }) => [kind, path, said, kept]),
    ).toEqual([
      ['rate', 'rules.0.tiers.0', '20.00%', '30.00%'],
      ['rate', 'rules.0.tiers.1', '30.00%', '20.00%'],
    ]);
  });

  test('a share of sales said, of commission kept', () => {
    const found = compare('第一条 乙方提成为净销售额的5%。', confirmed([ruleOf([tierOf(500)])]));
    expect(found).toMatchObject([{ kind: 'base', path: 'rules.0', confirmed: '佣金' }]);
  });

  test('a rule is held against the sentences of its own clause', () => {
    const text = '第一条 带货佣金，乙方分得40%。\n第二条 品牌专场佣金，乙方分得50%。';
    const rules = [ruleOf([tierOf(4_000)]), ruleOf([tierOf(4_000)], 'commission', '第二条')];
    expect(compare(text, confirmed(rules))).toMatchObject([
      { kind: 'rate', path: 'rules.1.tiers.0', said: '50.00%' },
    ]);
  });

  test('fees without an order line, and the platform’s own cut, are not compared', () => {
    const text = '第一条 乙方分得净佣金的40%。坑位费由乙方分得70%。平台收取佣金5%的技术服务费。';
    expect(compare(text, confirmed([ruleOf([tierOf(4_000)])]))).toEqual([]);
  });

  test('no rule and no sentence are no difference', () => {
    expect(compare('第一条 乙方分得净佣金的40%。', confirmed([]))).toEqual([]);
    expect(compare('第一条 双方友好合作。', confirmed([ruleOf([tierOf(4_000)])]))).toEqual([]);
  });
});

describe('days and other confirmed values', () => {
  test('the last day said is the last day kept', () => {
    const text = '第一条 合作期限自2026年1月1日起至2029年12月31日止。';
    expect(compare(text, confirmed([]))).toMatchObject([
      { kind: 'term', path: 'days.to', said: '2029-12-31', confirmed: '2028-12-31' },
    ]);
  });

  test('a window confirmed as 15 days where the text says 45 working days', () => {
    const text = '第一条 甲方收到平台结算款后45个工作日内，将乙方佣金支付给乙方。';
    const kept = (days: number, isWorkdays: boolean) =>
      confirmed([], { values: [{ field: 'settlement_days', days, isWorkdays }] });
    expect(compare(text, kept(45, true))).toEqual([]);
    expect(compare(text, kept(15, false))).toMatchObject([
      { kind: 'value', path: 'values.0', said: '45 个工作日内结算', confirmed: '15 个自然日内结算' },
    ]);
  });

  test('of a guarantee the amount decides', () => {
    const text = '第一条 甲方每月向乙方支付保底收入八千元。';
    const kept = (amount: number) =>
      confirmed([], { values: [{ field: 'guarantee', amountFen: fen(amount), conditions: [] }] });
    expect(compare(text, kept(800_000))).toEqual([]);
    expect(compare(text, kept(600_000))).toMatchObject([{ kind: 'value' }]);
  });
});

test('a term is put in words a person can confirm', () => {
  const tier = { fromFen: fen(0), toFen: fen(50_000_000) };
  const share = {
    field: 'share',
    party: 'anchor',
    rateBps: bps(4_000),
    of: 'commission',
    isNet: true,
    tier,
  } as const;
  expect(describeTerm(share)).toEqual({
    zh: '主播 40.00%，基数净佣金，月销售额 0.00–500,000.00',
    en: 'anchor 40.00% of net commission, monthly sales 0.00–500,000.00',
  });
});
