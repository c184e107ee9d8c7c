import { describe, expect, test } from 'vitest';
import { contractFigures, type FigureFacts, readIncome } from './contract-figures.ts';
import type { DutyTerms } from './contract-figures-duties.ts';
import type { SettledMonth } from './contract-figures-shape.ts';
import { plainShareRule, type ShareReplay } from './contract-figures-share.ts';
import { bps, type Fen, fen } from './money.ts';
import type { SettleableLine } from './settlement.ts';

const month = (name: SettledMonth['month'], netYuan: number, hours: number | null = null): SettledMonth => ({
  month: name,
  netFen: fen(netYuan * 100),
  liveMinutes: hours === null ? null : hours * 60,
});
/** 8,000 + 12,000 + 10,000 = 30,000; a month 10,000. */
const MONTHS = [month('2026-03', 8_000), month('2026-04', 12_000, 120), month('2026-05', 10_000, 130)];
const NO_DUTIES: DutyTerms = {
  minutesPerDay: null,
  minutesPerMonth: null,
  daysPerMonth: null,
  depositFen: null,
  finesFen: [],
  finesBooked: null,
  deductions: [],
};
const yuan = (amount: number): Fen => fen(amount * 100);

function figuresOf(facts: Partial<FigureFacts>) {
  const figures = contractFigures({
    months: MONTHS,
    penalty: { penalties: [], isHigherOf: false, lossFen: null },
    share: null,
    duties: NO_DUTIES,
    ...facts,
  });
  return new Map(figures.map((figure) => [figure.key, figure]));
}
const penaltyOf = (amountYuan: number, lossYuan: number | null = null): FigureFacts['penalty'] => ({
  penalties: [{ kind: 'amount', amountFen: yuan(amountYuan) }],
  isHigherOf: false,
  lossFen: lossYuan === null ? null : yuan(lossYuan),
});

describe('the penalty in this anchor’s figures', () => {
  test('three million against thirty thousand earned is a hundred times, and three hundred months', () => {
    const figures = figuresOf({ penalty: penaltyOf(3_000_000) });
    expect(figures.get('penalty_to_earned')).toMatchObject({
      hundredths: 10_000,
      text: '违约金 3,000,000.00 元 ÷ 本合同下已得净收入 30,000.00 元（2026-03 至 2026-05，共 3 个月）= 100.00 倍。',
      textEn:
        'Penalty 3,000,000.00 ÷ net income earned under the contract 30,000.00 (2026-03 to 2026-05, 3 months) = 100.00 times.',
    });
    expect(figures.get('penalty_in_months')).toMatchObject({
      hundredths: 30_000,
      values: {
        penalty: '3,000,000.00',
        average: '10,000.00',
        earned: '30,000.00',
        months: '300.00',
        count: '3',
      },
    });
  });

  test('a multiple of the income is worked out from the income', () => {
    const penalties = [{ kind: 'multiple' as const, timesBps: 80_000, of: 'earned' as const }];
    const figures = figuresOf({ penalty: { penalties, isHigherOf: false, lossFen: null } });
    expect(figures.get('penalty_to_earned')!.text).toContain('30,000.00 × 8.00 = 240,000.00 元');
    expect(figures.get('penalty_to_earned')).toMatchObject({ hundredths: 800 });
  });

  test('of an amount and a multiple, whichever is higher, only the higher is counted', () => {
    const penalties = [
      { kind: 'amount' as const, amountFen: yuan(100_000) },
      { kind: 'multiple' as const, timesBps: 50_000, of: 'earned' as const },
    ];
    const facts = { months: MONTHS, share: null, duties: NO_DUTIES };
    const count = (isHigherOf: boolean) =>
      contractFigures({ ...facts, penalty: { penalties, isHigherOf, lossFen: null } })
        .filter(({ key }) => key === 'penalty_to_earned')
        .map(({ values }) => values.penalty);
    expect(count(true)).toEqual(['150,000.00']);
    expect(count(false)).toEqual(['100,000.00', '150,000.00']);
  });

  test('against a loss shown: 130,000 is just within 1.3 × 100,000, a fen more is beyond it', () => {
    const within = figuresOf({ penalty: penaltyOf(130_000, 100_000) }).get('penalty_to_loss')!;
    expect(within).toMatchObject({ amountFen: 0, hundredths: 130 });
    expect(within.text).toContain('100,000.00 元 × 1.3 = 130,000.00 元');
    expect(within.text).toContain('未超出');
    const penalties = [{ kind: 'amount' as const, amountFen: fen(13_000_001) }];
    const beyond = figuresOf({ penalty: { penalties, isHigherOf: false, lossFen: yuan(100_000) } });
    expect(beyond.get('penalty_to_loss')).toMatchObject({ amountFen: 1 });
    expect(beyond.get('penalty_to_loss')!.text).toContain('超出 0.01 元');
  });

  test('with no loss shown, says so, and which loss would bear it: 2,000,000 ÷ 1.3, rounded up', () => {
    const figure = figuresOf({ penalty: penaltyOf(2_000_000) }).get('penalty_to_loss')!;
    expect(figure).toMatchObject({ missing: 'no_loss_shown', values: { needed: '1,538,461.54' } });
    expect(figure.text).toContain('对方尚未说明损失数额，不作推算');
    expect(153_846_154 * 13).toBeGreaterThanOrEqual(200_000_000 * 10);
    expect(153_846_153 * 13).toBeLessThan(200_000_000 * 10);
  });

  test('stands beside the articles that were read, and only those', () => {
    const figure = figuresOf({ penalty: penaltyOf(2_000_000) }).get('penalty_to_loss')!;
    expect(figure.bases.map(({ article, status }) => [article, status])).toEqual([
      ['585', 'verified'],
      ['65', 'verified'],
    ]);
  });

  test('against six months of income, called a yardstick and not law', () => {
    const figure = figuresOf({ penalty: penaltyOf(100_000) }).get('penalty_to_house_cap')!;
    expect(figure).toMatchObject({ amountFen: yuan(40_000) });
    expect(figure.text).toContain('非法律规定');
    expect(figure.text).toContain('10,000.00 × 6 = 60,000.00 元');
  });

  test('with no settled month, or none that earned anything, says that and divides nothing', () => {
    expect(figuresOf({ months: [], penalty: penaltyOf(1) }).get('penalty_to_earned')).toMatchObject({
      missing: 'no_settled_months',
    });
    const loss = [month('2026-05', -50)];
    expect(figuresOf({ months: loss, penalty: penaltyOf(1) }).get('penalty_in_months')).toMatchObject({
      missing: 'no_income',
    });
    expect(figuresOf({}).get('penalty_to_earned')).toMatchObject({ missing: 'no_penalty_said' });
  });
});

describe('the average', () => {
  test('counts months of loss too, to the nearest fen', () => {
    expect(readIncome([month('2026-01', 100), month('2026-02', -50), month('2026-03', 0)])).toEqual({
      months: 3,
      firstMonth: '2026-01',
      lastMonth: '2026-03',
      earnedFen: 5_000,
      averageFen: 1_667,
    });
    expect(readIncome([])).toBeUndefined();
  });
});

const [ANCHOR, COMPANY, PLATFORM] = [1, 2, 3];
const line = (lineId: number, salesYuan: number, commissionYuan: number | null): SettleableLine => ({
  lineId,
  anchorId: 7,
  platform: 'douyin',
  brandId: null,
  productId: null,
  streamId: null,
  ruleAt: lineId,
  settledAt: lineId,
  salesFen: yuan(salesYuan),
  commissionFen: commissionYuan === null ? null : yuan(commissionYuan),
});
const ruleAt = (...anchorBps: number[]) => [
  plainShareRule({
    anchorId: 7,
    anchorPartyId: ANCHOR,
    companyPartyId: COMPANY,
    platform: { partyId: PLATFORM, rateBps: bps(1_000) },
    base: 'commission',
    tiers: anchorBps.map((rate, at) => ({
      fromFen: yuan(at * 10_000),
      toFen: at === anchorBps.length - 1 ? null : yuan((at + 1) * 10_000),
      anchorBps: bps(rate),
    })),
  }),
];
const REPLAY: ShareReplay = {
  anchorPartyId: ANCHOR,
  months: [
    { month: '2026-05', lines: [line(3, 10_000, 1_000), line(4, 5_000, 1_000)] },
    { month: '2026-04', lines: [line(1, 2_000, 400), line(2, -1_000, -200)] },
  ],
  thisTerm: ruleAt(2_000),
  fairTerm: ruleAt(4_000, 5_000),
  counterOffer: null,
};

describe('the share clause against the last settled months', () => {
  test('this term: a fifth of what the platform left, the refund taken back', () => {
    const figure = figuresOf({ share: REPLAY }).get('share_this_term')!;
    // April: 360 × 20 % − 180 × 20 % = 36. May: 900 × 20 % twice = 360.
    expect(figure).toMatchObject({
      amountFen: yuan(396),
      values: { months: '2026-04 36.00; 2026-05 360.00' },
    });
  });

  test('the fair term: the second order of May is past 10,000 and on the next tier', () => {
    const figures = figuresOf({ share: REPLAY });
    // April: 144 − 72 = 72. May: 900 × 40 % + 900 × 50 % = 810.
    expect(figures.get('share_fair_term')).toMatchObject({ amountFen: yuan(882) });
    expect(figures.get('share_fair_term_difference')).toMatchObject({
      amountFen: yuan(486),
      values: { other: '882.00', own: '396.00', difference: '486.00', monthly: '243.00', months: '2' },
    });
  });

  test('no offer from the other side is said, not filled in', () => {
    const figures = figuresOf({ share: REPLAY });
    expect(figures.get('share_counter_offer')).toMatchObject({ missing: 'no_counter_offer' });
    expect(figures.has('share_counter_offer_difference')).toBe(false);
    const offered = figuresOf({ share: { ...REPLAY, counterOffer: ruleAt(3_000) } });
    expect(offered.get('share_counter_offer_difference')).toMatchObject({ amountFen: yuan(198) });
  });

  test('a line the term cannot settle is counted as such and not as nothing earned', () => {
    const months = [{ month: '2026-05' as const, lines: [line(1, 100, 10), line(2, 100, null)] }];
    const figure = figuresOf({ share: { ...REPLAY, months } }).get('share_this_term')!;
    expect(figure.values).toMatchObject({ lines: '2', refused: '1' });
    expect(figure.text).toContain('其中 1 行该条款未能结算，未计入');
  });

  test('without settled lines nothing is replayed', () => {
    const empty = { ...REPLAY, months: [{ month: '2026-05' as const, lines: [] }] };
    expect(figuresOf({ share: empty }).get('share_this_term')).toMatchObject({ missing: 'no_settled_lines' });
    expect(figuresOf({}).get('share_this_term')).toMatchObject({ missing: 'no_settled_lines' });
  });
});

describe('hours, deposit, fines and deductions', () => {
  const dutiesOf = (duties: Partial<DutyTerms>, months = MONTHS) =>
    figuresOf({ months, duties: { ...NO_DUTIES, ...duties } });

  test('200 hours on 26 days are 7.69 hours a day', () => {
    const figure = dutiesOf({ minutesPerMonth: 12_000, daysPerMonth: 26 }).get('hours_per_day')!;
    expect(figure.text).toBe('每月 200 小时 ÷ 26 天 = 每天 7.69 小时。');
  });

  test('6.5 hours on 26 days are 169 hours a month', () => {
    const figure = dutiesOf({ minutesPerDay: 390, daysPerMonth: 26 }).get('hours_per_month')!;
    expect(figure.text).toBe('每天 6.5 小时 × 每月 26 天 = 每月 169.00 小时。');
  });

  test('hours without days, or days without hours, are not guessed', () => {
    expect(dutiesOf({ minutesPerMonth: 12_000 }).get('hours_per_day')).toMatchObject({
      missing: 'no_days_said',
    });
    expect(dutiesOf({ daysPerMonth: 26 }).get('hours_per_day')).toMatchObject({ missing: 'no_hours_said' });
  });

  test('income an hour takes only the months whose hours are known: 22,000 over 250', () => {
    expect(dutiesOf({ minutesPerDay: 360 }).get('income_per_hour')).toMatchObject({
      amountFen: yuan(88),
      values: { earned: '22,000.00', hours: '250', months: '2' },
    });
  });

  test('a deposit of 15,000 is a month and a half; a fine of 500 five per cent of a month', () => {
    const figures = dutiesOf({ depositFen: yuan(15_000), finesFen: [yuan(500)], finesBooked: null });
    expect(figures.get('deposit_in_months')).toMatchObject({ hundredths: 150 });
    expect(figures.get('fine_to_month')!.text).toBe('一次罚款 500.00 元 ÷ 月均净收入 10,000.00 元 = 5.00%。');
    expect(figures.get('fines_per_year')).toMatchObject({ missing: 'no_fines_recorded' });
  });

  test('fines on record are added up; a deduction of 5 % takes 6,000 a year', () => {
    const figures = dutiesOf({
      finesFen: [yuan(500)],
      finesBooked: { count: 3, totalFen: yuan(1_200) },
      deductions: [{ what: '管理费', rateBps: bps(500) }],
    });
    expect(figures.get('fines_per_year')).toMatchObject({ amountFen: yuan(1_200) });
    expect(figures.get('deduction_per_year')!.text).toBe(
      '管理费：月均净收入 10,000.00 元 × 12 × 5.00% = 每年 6,000.00 元。',
    );
  });

  test('without settled months none of them is put against an income', () => {
    const figures = dutiesOf({ depositFen: yuan(1), finesFen: [yuan(1)], minutesPerDay: 60 }, []);
    for (const key of ['deposit_in_months', 'fine_to_month', 'income_per_hour'])
      expect(figures.get(key), key).toMatchObject({ missing: 'no_settled_months' });
  });
});

test('no figure judges: the words belong to a court', () => {
  const figures = contractFigures({
    months: MONTHS,
    penalty: penaltyOf(3_000_000, 100_000),
    share: REPLAY,
    duties: {
      ...NO_DUTIES,
      minutesPerDay: 600,
      daysPerMonth: 30,
      finesFen: [yuan(500)],
      depositFen: yuan(9_000),
    },
  });
  for (const { text, textEn } of figures) {
    expect(text).not.toMatch(/违法|无效/);
    expect(textEn).not.toMatch(/illegal|unlawful|void|invalid/);
  }
});
