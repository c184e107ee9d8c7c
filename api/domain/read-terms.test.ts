import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTerms } from './read-terms.ts';
import type { ProposedTerm, TermField, TermValue } from './read-terms-shape.ts';

const valuesOf = <F extends TermField>(text: string, field: F) =>
  readTerms(text)
    .filter((term) => term.field === field)
    .map(({ value }) => value as Extract<TermValue, { field: F }>);
/** `anchor 40% of net commission`, `anchor 20% 0-500000`: as a clerk would note it. */
const sharesOf = (text: string) =>
  valuesOf(text, 'share').map(({ party, rateBps, of, isNet, tier }) => {
    const base = of === 'unsaid' ? '' : ` of ${isNet ? 'net ' : ''}${of}`;
    const range = tier ? ` ${tier.fromFen / 100}-${tier.toFen === null ? '' : tier.toFen / 100}` : '';
    return `${party} ${rateBps / 100}%${base}${range}`;
  });
const PARTIES = '甲方：某某文化传媒有限公司\n乙方：张三（主播）\n';
const INVERTED = '甲方（主播）：张三\n乙方（机构）：某某文化传媒有限公司\n';

/** A clause of a Chinese contract, or an English sentence as it is. */
const clauseOf = (sentence: string): string =>
  /^[A-Z]/.test(sentence) ? sentence : `${PARTIES}第一条 ${sentence}`;

describe('shares', () => {
  test.each([
    [
      '双方按照甲方60%、乙方40%的比例分配净佣金。',
      ['company 60% of net commission', 'anchor 40% of net commission'],
    ],
    ['甲方按带货佣金的百分之三十五向乙方支付报酬。', ['anchor 35% of commission']],
    ['乙方分得净收益的三成五，其余归甲方。', ['anchor 35% of net income']],
    ['乙方提成为净销售额的5%。', ['anchor 5% of net sales']],
    ['甲乙双方按四六分成。', ['company 40%', 'anchor 60%']],
    ['甲方与乙方按3:7的比例分配打赏收益。', ['company 30% of other', 'anchor 70% of other']],
    [
      '坑位费扣除税费后，甲方分得百分之六十，乙方分得百分之四十。',
      ['company 60% of net other', 'anchor 40% of net other'],
    ],
    ['平台收取佣金10%的技术服务费。', ['platform 10% of commission']],
  ])('%s', (sentence, shares) => {
    expect(sharesOf(`${PARTIES}第一条 ${sentence}`)).toEqual(shares);
  });

  test('belong to the other side where 甲方 is the anchor', () => {
    expect(sharesOf(`${INVERTED}第一条 甲方分得净佣金的百分之四十，乙方分得百分之六十。`)).toEqual([
      'anchor 40% of net commission',
      'company 60% of net commission',
    ]);
    expect(sharesOf(`${INVERTED}第一条 甲乙双方按四六分成。`)).toEqual(['anchor 40%', 'company 60%']);
  });

  test('tiers by the month’s sales, in one sentence, in a list, and in shorthand', () => {
    const rates = ['anchor 20%', 'anchor 25%', 'anchor 30%'];
    const tiers = [' 0-500000', ' 500000-1000000', ' 1000000-'];
    const expected = rates.map((rate, at) => rate + tiers[at]);
    const sentence =
      '乙方分成比例按当月销售额确定：不足五十万元的为20%；五十万元至一百万元的为25%；一百万元以上的为30%。';
    expect(sharesOf(`${PARTIES}第一条 ${sentence}`)).toEqual(expected);
    const list =
      '第一条 乙方的分成比例：\n（1）月销售额不超过50万元的，乙方分成20%；\n（2）月销售额超过50万元至100万元的，乙方分成25%；\n（3）月销售额超过100万元的，乙方分成30%。';
    expect(sharesOf(PARTIES + list)).toEqual(expected);
    expect(sharesOf(`${PARTIES}第一条 乙方分成：月GMV 0-50万 20%，50-100万 25%，100万以上 30%。`)).toEqual(
      expected,
    );
  });

  test('a table with a column for each party', () => {
    const table =
      '第一条 净佣金按下表分配：\n| 当月净销售额 | 甲方 | 乙方 |\n| --- | --- | --- |\n| 50万元以下 | 75% | 25% |\n| 50万元以上 | 70% | 30% |';
    expect(sharesOf(PARTIES + table)).toEqual([
      'company 75% of net commission 0-500000',
      'anchor 25% of net commission 0-500000',
      'company 70% of net commission 500000-',
      'anchor 30% of net commission 500000-',
    ]);
  });

  test('no other percentage is taken for a share', () => {
    const others =
      '第一条 乙方退货率超过30%的，甲方有权下架商品。个人所得税税率为20%。违约金超过损失30%的，可以请求调整。甲方预留乙方收益的10%作为售后保证金。逾期付款的，按日万分之五支付利息。';
    expect(sharesOf(PARTIES + others)).toEqual([]);
  });

  test('the sum of a waterfall said in English', () => {
    const text =
      '1. Share. The platform charges 10% of the commission. The Agency keeps 60% of the net revenue and the Talent 40%. Where monthly sales exceed RMB 1,000,000, the Talent shall receive forty-five percent (45%) of the net commission.';
    expect(sharesOf(text)).toEqual([
      'platform 10% of commission',
      'company 60% of net income',
      'anchor 40% of net income',
      'anchor 45% of net commission 1000000-',
    ]);
  });
});

describe('when money is paid', () => {
  test.each([
    ['甲方收到平台结算款后十五个工作日内，将乙方应得佣金支付至乙方账户。', { days: 15, isWorkdays: true }],
    ['结算账期为30天，甲方将乙方分成支付给乙方。', { days: 30, isWorkdays: false }],
    ['甲方在季度终了后九十日内支付乙方的收益。', { days: 90, isWorkdays: false }],
    [
      'The Agency shall pay the Talent’s commission within thirty (30) days after the month.',
      { days: 30, isWorkdays: false },
    ],
  ])('%s', (sentence, expected) => {
    expect(valuesOf(clauseOf(sentence), 'settlement_days')).toEqual([
      { field: 'settlement_days', ...expected },
    ]);
  });

  test('time to object, to mend, to return a deposit, or after the end is no settlement window', () => {
    const others =
      '第一条 乙方对结算有疑问的，应当在三日内提出。经催告后三十日内仍未支付佣金的，支付利息。合同终止后六十日内，双方结清款项。保证金于期满后三十日内返还。';
    expect(valuesOf(PARTIES + others, 'settlement_days')).toEqual([]);
  });

  test.each([
    ['甲方于次月二十五日前，将乙方应得佣金打入乙方账户。', 25, 1],
    ['甲方每月10日支付上月佣金。', 10, 1],
    ['甲方于次次月5日发放分成。', 5, 2],
    ['Commission is paid by the 20th of the following month.', 20, 1],
  ])('%s', (sentence, day, monthsAfter) => {
    expect(valuesOf(clauseOf(sentence), 'payment_day')).toEqual([{ field: 'payment_day', day, monthsAfter }]);
  });

  test('a day on which only a statement is handed over pays nothing', () => {
    expect(valuesOf(`${PARTIES}第一条 甲方每月10日前提供上月佣金的结算明细。`, 'payment_day')).toEqual([]);
  });

  test('a guarantee with its conditions', () => {
    const text =
      '第一条 合作前六个月，甲方每月向乙方支付保底收入人民币八千元，条件为当月直播不少于二十天且不少于八十小时。';
    expect(valuesOf(PARTIES + text, 'guarantee')).toEqual([
      {
        field: 'guarantee',
        amountFen: 800_000,
        conditions: [
          { kind: 'minutes_per_month', count: 4_800 },
          { kind: 'days_per_month', count: 20 },
          { kind: 'first_months', count: 6 },
        ],
      },
    ]);
  });

  test('the sales a guarantee hangs on are not the guarantee', () => {
    const text = '第一条 每月基础服务费6000元（保底），当月净销售额未达到30万元的，停止支付。';
    expect(valuesOf(PARTIES + text, 'guarantee')).toMatchObject([{ amountFen: 600_000 }]);
  });
});

describe('what a breach costs', () => {
  const penaltiesOf = (sentence: string) =>
    valuesOf(`${PARTIES}第一条 ${sentence}`, 'penalty').map(({ bearer, penalty, isHigherOf }) => [
      bearer,
      penalty,
      isHigherOf,
    ]);

  test('a sum written twice is one penalty', () => {
    expect(penaltiesOf('乙方违约的，应向甲方支付违约金人民币叁拾万元整（¥300,000.00）。')).toEqual([
      ['anchor', { kind: 'amount', amountFen: 30_000_000 }, false],
    ]);
  });

  test('a sum or a multiple, whichever is higher', () => {
    expect(
      penaltiesOf('乙方提前解约的，应支付违约金200万元，或者按已获得全部收益的五倍支付，以较高者为准。'),
    ).toEqual([
      ['anchor', { kind: 'amount', amountFen: 200_000_000 }, true],
      ['anchor', { kind: 'multiple', timesBps: 50_000, of: 'earned' }, true],
    ]);
  });

  test('months of income, borne by both; a rate a day, borne by the agency', () => {
    expect(penaltiesOf('任何一方违约的，违约金为对方前六个月平均月收入的三倍。')).toEqual([
      ['both', { kind: 'multiple', timesBps: 30_000, of: 'monthly' }, false],
    ]);
    expect(penaltiesOf('甲方逾期付款的，每逾期一日按未付金额的万分之五向乙方支付违约金。')).toEqual([
      ['company', { kind: 'daily', rateBps: 5 }, false],
    ]);
  });

  test('a cap is not a penalty, a formula is one without a figure', () => {
    expect(penaltiesOf('违约金不超过实际损失的1.3倍。')).toEqual([]);
    expect(penaltiesOf('乙方解约的，按剩余合同月数乘以单月最高流水向甲方支付违约金。')).toEqual([
      ['anchor', { kind: 'formula' }, false],
    ]);
  });

  test('in English', () => {
    const text =
      '1. If the Talent terminates early, the Talent shall pay the Agency liquidated damages of RMB 2,000,000 or five times the total income earned, whichever is higher.';
    expect(valuesOf(text, 'penalty').map(({ bearer, penalty }) => [bearer, penalty])).toEqual([
      ['anchor', { kind: 'amount', amountFen: 200_000_000 }],
      ['anchor', { kind: 'multiple', timesBps: 50_000, of: 'earned' }],
    ]);
  });
});

describe('spans, duties and the rest', () => {
  test.each<[string, TermValue]>([
    [
      '合作期限为叁年，自二〇二六年一月一日起至2028年12月31日止。',
      { field: 'term', from: '2026-01-01', to: '2028-12-31', months: 36 },
    ],
    ['本合同有效期五年，自双方签字之日起生效。', { field: 'term', from: null, to: null, months: 60 }],
    [
      'The term of this Agreement shall be three (3) years, commencing on January 1, 2026 and ending on December 31, 2028.',
      { field: 'term', from: '2026-01-01', to: '2028-12-31', months: 36 },
    ],
    ['任何一方可以提前三十日书面通知对方解除。', { field: 'notice_days', days: 30, bearer: 'both' }],
    ['甲方可以提前七日通知乙方解除本合同。', { field: 'notice_days', days: 7, bearer: 'company' }],
    ['合同终止后两年内，乙方不得从事同类直播业务。', { field: 'noncompete_months', months: 24 }],
    ['双方的保密义务至合同终止后三年。', { field: 'confidentiality_months', months: 36 }],
    ['乙方对甲方的信息永久保密。', { field: 'confidentiality_months', months: null }],
    ['乙方每天直播不少于六小时。', { field: 'minutes_per_day', minutes: 360 }],
    ['乙方每月直播不少于100小时。', { field: 'minutes_per_month', minutes: 6_000 }],
    ['乙方每月直播不少于二十六天。', { field: 'days_per_month', days: 26 }],
    [
      '乙方签约时交纳履约保证金人民币2万元。',
      { field: 'deposit', amountFen: 2_000_000, rateBps: null } as TermValue,
    ],
    ['乙方授权甲方为其独家经纪机构。', { field: 'exclusive', isExclusive: true }],
    ['双方为非独家合作。', { field: 'exclusive', isExclusive: false }],
    [
      '甲方从乙方收益中扣除5%的运营管理费。',
      { field: 'deduction', rateBps: 500, what: '管理费' } as TermValue,
    ],
    ['乙方迟到的，每次扣款300元。', { field: 'fine', amountFen: 30_000, per: 'time' } as TermValue],
  ])('%s', (sentence, expected) => {
    expect(valuesOf(clauseOf(sentence), expected.field)).toEqual([expected]);
  });

  test('a day the calendar does not have is no date', () => {
    expect(valuesOf(`${PARTIES}第一条 合作期限自2026年2月30日起至2027年2月28日止。`, 'term')).toEqual([]);
  });

  test('days of rest are not days of duty', () => {
    expect(valuesOf(`${PARTIES}第一条 直播期间乙方每月休息不少于4天。`, 'days_per_month')).toEqual([]);
  });
});

describe('every proposal', () => {
  const CONTRACTS = ['fair', 'hard', 'atrocious'].map((name) =>
    readFileSync(new URL(`../../docs/guide/contracts/${name}.md`, import.meta.url), 'utf8'),
  );
  const fieldsOf = (terms: ProposedTerm[]) => new Set(terms.map(({ field }) => field));

  test('stands in the text where it says, once for each value', () => {
    for (const text of CONTRACTS) {
      const terms = readTerms(text);
      for (const { start, end, quote } of terms) expect(text.slice(start, end)).toBe(quote);
      const keys = terms.map(({ start, value }) => `${start} ${JSON.stringify(value)}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('of the three contracts of the guide finds term, share, penalty, hours, exclusivity and guarantee', () => {
    for (const text of CONTRACTS) {
      const wanted: TermField[] = ['term', 'share', 'penalty', 'minutes_per_day', 'exclusive', 'guarantee'];
      expect([...fieldsOf(readTerms(text))]).toEqual(expect.arrayContaining(wanted));
    }
  });

  test('names the clause a person would cite', () => {
    const [fair] = CONTRACTS;
    const notice = readTerms(fair!).find(({ field }) => field === 'notice_days');
    expect(notice).toMatchObject({ clauseNo: '10.2', confidence: 'high' });
  });

  test('an empty text proposes nothing', () => {
    expect(readTerms('')).toEqual([]);
  });
});
