import type { Figure, Income, Missing, MissingFigure, SettledMonth } from './contract-figures-shape.ts';
import { divideToHundredths, figure, formatHundredths, missingFigure } from './contract-figures-words.ts';
import {
  addFen,
  type Bps,
  bps,
  type Fen,
  fen,
  formatRate,
  formatYuan,
  mulDivHalfUp,
  shareOf,
} from './money.ts';

/** What the contract asks of the anchor besides the penalty; null or empty: it says nothing of it. */
export interface DutyTerms {
  minutesPerDay: number | null;
  minutesPerMonth: number | null;
  daysPerMonth: number | null;
  depositFen: Fen | null;
  /** The amount of each fine the contract names. */
  finesFen: readonly Fen[];
  /** Fines booked in the last twelve months; null: no record is kept. */
  finesBooked: { count: number; totalFen: Fen } | null;
  /** Deductions from the anchor's own share, in the contract's words. */
  deductions: readonly { what: string; rateBps: Bps }[];
}

const HOURS = { beside: ['FORCED_HOURS', 'DISGUISED_EMPLOYMENT'] };
const DEPOSIT = { beside: ['DEPOSIT_LONG_HOLD'] };
const FINES = { beside: ['ARBITRARY_FINES'] };

/** Hours a day, what an hour live brings, and what deposit, fines and deductions come to. */
export function dutyFigures(
  terms: DutyTerms,
  months: readonly SettledMonth[],
  income: Income | undefined,
): (Figure | MissingFigure)[] {
  return [
    ...hoursFigures(terms),
    ...incomePerHour(terms, months),
    ...depositFigures(terms, income),
    ...finesFigures(terms, income),
    ...terms.deductions.map((deduction) => deductionFigure(deduction, income)),
  ];
}

function hoursFigures(terms: DutyTerms): (Figure | MissingFigure)[] {
  const { minutesPerDay, minutesPerMonth, daysPerMonth } = terms;
  const what = { zh: '每日时长', en: 'Hours a day' };
  if (minutesPerDay === null && minutesPerMonth === null) {
    return daysPerMonth === null ? [] : [missingFigure('hours_per_day', 'no_hours_said', what, HOURS)];
  }
  if (minutesPerMonth !== null && daysPerMonth !== null && daysPerMonth > 0) {
    const perDay = mulDivHalfUp(fen(minutesPerMonth), 100, daysPerMonth * 60);
    const values = {
      month: sayHours(minutesPerMonth),
      days: String(daysPerMonth),
      day: formatHundredths(perDay),
    };
    return [
      figure(
        'hours_per_day',
        {
          values,
          text: `每月 ${values.month} 小时 ÷ ${values.days} 天 = 每天 ${values.day} 小时。`,
          textEn: `${values.month} hours a month ÷ ${values.days} days = ${values.day} hours a day.`,
        },
        { hundredths: perDay, ...HOURS },
      ),
    ];
  }
  if (minutesPerDay === null) return [missingFigure('hours_per_day', 'no_days_said', what, HOURS)];
  if (daysPerMonth === null) {
    const month = { zh: '每月时长', en: 'Hours a month' };
    return [missingFigure('hours_per_month', 'no_days_said', month, HOURS)];
  }
  const perMonth = mulDivHalfUp(fen(minutesPerDay), daysPerMonth * 100, 60);
  const values = {
    day: sayHours(minutesPerDay),
    days: String(daysPerMonth),
    month: formatHundredths(perMonth),
  };
  return [
    figure(
      'hours_per_month',
      {
        values,
        text: `每天 ${values.day} 小时 × 每月 ${values.days} 天 = 每月 ${values.month} 小时。`,
        textEn: `${values.day} hours a day × ${values.days} days = ${values.month} hours a month.`,
      },
      { hundredths: perMonth, ...HOURS },
    ),
  ];
}

function incomePerHour(terms: DutyTerms, months: readonly SettledMonth[]): (Figure | MissingFigure)[] {
  if (terms.minutesPerDay === null && terms.minutesPerMonth === null) return [];
  const what = { zh: '每小时净收入', en: 'Net income an hour live' };
  if (months.length === 0) return [missingFigure('income_per_hour', 'no_settled_months', what, HOURS)];
  // Only months of which both are known: income of one month over hours of another would be a made-up figure.
  const counted = months.filter(({ liveMinutes }) => liveMinutes !== null && liveMinutes > 0);
  if (counted.length === 0) return [missingFigure('income_per_hour', 'no_hours_streamed', what, HOURS)];
  const minutes = counted.reduce((sum, { liveMinutes }) => sum + liveMinutes!, 0);
  const earnedFen = addFen(...counted.map(({ netFen }) => netFen));
  const perHourFen = mulDivHalfUp(earnedFen, 60, minutes);
  const values = {
    earned: formatYuan(earnedFen),
    hours: sayHours(minutes),
    perHour: formatYuan(perHourFen),
    months: String(counted.length),
  };
  return [
    figure(
      'income_per_hour',
      {
        values,
        text: `有时长记录的 ${values.months} 个月：净收入 ${values.earned} 元 ÷ ${values.hours} 小时 = 每小时 ${values.perHour} 元。`,
        textEn: `In the ${values.months} months with hours on record: net income ${values.earned} ÷ ${values.hours} hours = ${values.perHour} an hour.`,
      },
      { amountFen: perHourFen, ...HOURS },
    ),
  ];
}

function depositFigures({ depositFen }: DutyTerms, income: Income | undefined): (Figure | MissingFigure)[] {
  if (depositFen === null) return [];
  const why = whyNoAverage(income);
  if (why) {
    return [
      missingFigure(
        'deposit_in_months',
        why,
        { zh: '保证金折合月收入', en: 'Deposit in months of income' },
        DEPOSIT,
      ),
    ];
  }
  const months = divideToHundredths(depositFen, income!.averageFen);
  const values = {
    deposit: formatYuan(depositFen),
    average: formatYuan(income!.averageFen),
    months: formatHundredths(months),
  };
  return [
    figure(
      'deposit_in_months',
      {
        values,
        text: `保证金 ${values.deposit} 元 ÷ 月均净收入 ${values.average} 元 = ${values.months} 个月。`,
        textEn: `Deposit ${values.deposit} ÷ average net income a month ${values.average} = ${values.months} months.`,
      },
      { hundredths: months, ...DEPOSIT },
    ),
  ];
}

function finesFigures(terms: DutyTerms, income: Income | undefined): (Figure | MissingFigure)[] {
  if (terms.finesFen.length === 0) return [];
  const why = whyNoAverage(income);
  const each = terms.finesFen.map((fineFen): Figure | MissingFigure => {
    const what = {
      zh: `罚款 ${formatYuan(fineFen)} 元占月收入`,
      en: `A fine of ${formatYuan(fineFen)} over a month`,
    };
    if (why) return missingFigure('fine_to_month', why, what, FINES);
    const shareBps = mulDivHalfUp(fineFen, 10_000, income!.averageFen);
    const values = {
      fine: formatYuan(fineFen),
      average: formatYuan(income!.averageFen),
      share: formatRate(shareBps),
    };
    return figure(
      'fine_to_month',
      {
        values,
        text: `一次罚款 ${values.fine} 元 ÷ 月均净收入 ${values.average} 元 = ${values.share}。`,
        textEn: `One fine of ${values.fine} ÷ average net income a month ${values.average} = ${values.share}.`,
      },
      { hundredths: shareBps, ...FINES },
    );
  });
  return [...each, finesPerYear(terms)];
}

function finesPerYear({ finesBooked }: DutyTerms): Figure | MissingFigure {
  if (finesBooked === null) {
    return missingFigure(
      'fines_per_year',
      'no_fines_recorded',
      { zh: '全年罚款', en: 'Fines in a year' },
      FINES,
    );
  }
  const values = { count: String(finesBooked.count), total: formatYuan(finesBooked.totalFen) };
  return figure(
    'fines_per_year',
    {
      values,
      text: `近十二个月实际罚款 ${values.count} 次，合计 ${values.total} 元。`,
      textEn: `Fines booked in the last twelve months: ${values.count}, together ${values.total}.`,
    },
    { amountFen: finesBooked.totalFen, ...FINES },
  );
}

function deductionFigure(
  { what, rateBps }: DutyTerms['deductions'][number],
  income: Income | undefined,
): Figure | MissingFigure {
  const why = whyNoAverage(income);
  const name = { zh: `全年扣除（${what}）`, en: `Deducted in a year (${what})` };
  if (why) return missingFigure('deduction_per_year', why, name, FINES);
  const perYearFen = shareOf(fen(income!.averageFen * 12), bps(rateBps));
  const values = {
    what,
    average: formatYuan(income!.averageFen),
    rate: formatRate(rateBps),
    perYear: formatYuan(perYearFen),
  };
  return figure(
    'deduction_per_year',
    {
      values,
      text: `${what}：月均净收入 ${values.average} 元 × 12 × ${values.rate} = 每年 ${values.perYear} 元。`,
      textEn: `${what}: average net income a month ${values.average} × 12 × ${values.rate} = ${values.perYear} a year.`,
    },
    { amountFen: perYearFen, ...FINES },
  );
}

function whyNoAverage(income: Income | undefined): Missing | undefined {
  if (income === undefined) return 'no_settled_months';
  return income.averageFen > 0 ? undefined : 'no_income';
}

/** `390` minutes → `6.5` */
function sayHours(minutes: number): string {
  return formatHundredths(mulDivHalfUp(fen(minutes), 100, 60)).replace(/\.?0+$/, '');
}
