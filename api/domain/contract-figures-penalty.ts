import type { Figure, FigureBasis, Income, Missing, MissingFigure } from './contract-figures-shape.ts';
import {
  divideToHundredths,
  figure,
  formatHundredths,
  missingFigure,
  sayMonths,
} from './contract-figures-words.ts';
import { bps, type Fen, fen, formatYuan, mulDivHalfUp, shareOf } from './money.ts';

/** A penalty as the contract says it; once is 10,000 bps. */
export type Penalty =
  | { kind: 'amount'; amountFen: Fen }
  | { kind: 'multiple'; timesBps: number; of: 'earned' | 'monthly' };

export interface PenaltyTerms {
  /** What the anchor would owe. Of several the highest is counted when `whicheverHigher`, else each for itself. */
  penalties: readonly Penalty[];
  isHigherOf: boolean;
  /** The loss the other side has shown with evidence. */
  lossFen: Fen | null;
}

const BESIDE = ['LD_EXCESSIVE', 'LD_ONE_SIDED', 'LD_NO_ADJUST'];

/** 民法典合同编通则解释 art. 65: beyond the loss by more than 30 % is as a rule held to be excessive. */
const LOSS_PRESUMPTION: FigureBasis[] = [
  {
    law: '民法典',
    article: '585',
    point: '约定的违约金过分高于造成的损失的，可以请求适当减少',
    status: 'verified',
  },
  {
    law: '民法典合同编通则解释(法释〔2023〕13号)',
    article: '65',
    point: '超过损失百分之三十的，一般可以认定为过分高于损失；恶意违约的一般不予减少',
    status: 'verified',
  },
];

const NAMES = {
  penalty_to_earned: { zh: '违约金与已得收入之比', en: 'Penalty over income earned' },
  penalty_in_months: { zh: '违约金折合月收入', en: 'Penalty in months of income' },
  penalty_to_loss: { zh: '违约金与损失之比', en: 'Penalty over loss' },
  penalty_to_house_cap: { zh: '违约金与参考上限之比', en: 'Penalty over the house yardstick' },
} as const;
type Key = keyof typeof NAMES;

/** The penalty against what was earned, an average month, the loss, and the house's own yardstick. */
export function penaltyFigures(terms: PenaltyTerms, income: Income | undefined): (Figure | MissingFigure)[] {
  if (terms.penalties.length === 0) return [missing('penalty_to_earned', 'no_penalty_said')];
  const amounts = terms.penalties.map((penalty) => amountOf(penalty, income));
  const known = amounts.filter((amount) => amount !== undefined);
  const counted =
    terms.isHigherOf && known.length > 1
      ? [known.reduce((top, each) => (each.amountFen > top.amountFen ? each : top))]
      : known;
  const whyUnknown: Missing = income === undefined ? 'no_settled_months' : 'no_income';
  if (counted.length === 0) return [missing('penalty_to_earned', whyUnknown)];
  return counted.flatMap((penalty) => [
    ...(income !== undefined && income.earnedFen > 0
      ? [toEarned(penalty, income), inMonths(penalty, income), toHouseCap(penalty, income)]
      : [missing('penalty_to_earned', whyUnknown), missing('penalty_in_months', whyUnknown)]),
    toLoss(penalty, terms.lossFen),
  ]);
}

interface Amount {
  amountFen: Fen;
  /** How the amount came about, where it is a multiple: `200,000.00 × 8.00 = `. */
  working: string;
}

function amountOf(penalty: Penalty, income: Income | undefined): Amount | undefined {
  if (penalty.kind === 'amount') return { amountFen: penalty.amountFen, working: '' };
  if (income === undefined || income.earnedFen <= 0) return undefined;
  const of = penalty.of === 'earned' ? income.earnedFen : income.averageFen;
  const times = formatHundredths(Math.round(penalty.timesBps / 100));
  return { amountFen: shareOf(of, bps(penalty.timesBps)), working: `${formatYuan(of)} × ${times} = ` };
}

function toEarned({ amountFen, working }: Amount, income: Income): Figure {
  const ratio = divideToHundredths(amountFen, income.earnedFen);
  const period = sayMonths(income);
  const values = {
    penalty: formatYuan(amountFen),
    earned: formatYuan(income.earnedFen),
    ratio: formatHundredths(ratio),
    months: String(income.months),
  };
  return figure(
    'penalty_to_earned',
    {
      values,
      text: `违约金 ${working}${values.penalty} 元 ÷ 本合同下已得净收入 ${values.earned} 元（${period.zh}）= ${values.ratio} 倍。`,
      textEn: `Penalty ${working}${values.penalty} ÷ net income earned under the contract ${values.earned} (${period.en}) = ${values.ratio} times.`,
    },
    { hundredths: ratio, beside: BESIDE },
  );
}

function inMonths({ amountFen }: Amount, income: Income): Figure {
  const months = divideToHundredths(amountFen, income.averageFen);
  const values = {
    penalty: formatYuan(amountFen),
    average: formatYuan(income.averageFen),
    earned: formatYuan(income.earnedFen),
    months: formatHundredths(months),
    count: String(income.months),
  };
  return figure(
    'penalty_in_months',
    {
      values,
      text: `月均净收入 ${values.earned} ÷ ${values.count} = ${values.average} 元；违约金 ${values.penalty} 元 ÷ ${values.average} 元 = ${values.months} 个月的全部净收入。`,
      textEn: `Average net income a month ${values.earned} ÷ ${values.count} = ${values.average}; penalty ${values.penalty} ÷ ${values.average} = ${values.months} months of all net income.`,
    },
    { hundredths: months, beside: BESIDE },
  );
}

/** Six months' net income: a habit of fair contracts, not a rule of law, and said to be so. */
const HOUSE_CAP_MONTHS = 6;

function toHouseCap({ amountFen }: Amount, income: Income): Figure {
  const capFen = fen(income.averageFen * HOUSE_CAP_MONTHS);
  const overFen = fen(amountFen - capFen);
  const values = {
    penalty: formatYuan(amountFen),
    average: formatYuan(income.averageFen),
    cap: formatYuan(capFen),
    over: formatYuan(overFen),
  };
  const [zh, en] =
    overFen > 0 ? [`高出 ${values.over} 元`, `${values.over} above it`] : ['未超出', 'within it'];
  return figure(
    'penalty_to_house_cap',
    {
      values,
      text: `协商参考（非法律规定）：${HOUSE_CAP_MONTHS} 个月的月均净收入 ${values.average} × ${HOUSE_CAP_MONTHS} = ${values.cap} 元；约定违约金 ${values.penalty} 元${zh}。`,
      textEn: `To negotiate by (not law): ${HOUSE_CAP_MONTHS} months of average net income ${values.average} × ${HOUSE_CAP_MONTHS} = ${values.cap}; the penalty agreed, ${values.penalty}, is ${en}.`,
    },
    { amountFen: overFen, beside: BESIDE },
  );
}

function toLoss({ amountFen }: Amount, lossFen: Fen | null): Figure | MissingFigure {
  const penalty = formatYuan(amountFen);
  if (lossFen === null || lossFen <= 0) {
    // The smallest loss whose 1.3-fold reaches the penalty: rounded up, or the claim would be a fen untrue.
    const neededFen = fen((BigInt(amountFen) * 10n + 12n) / 13n);
    const needed = formatYuan(neededFen);
    return missingFigure('penalty_to_loss', 'no_loss_shown', NAMES.penalty_to_loss, {
      bases: LOSS_PRESUMPTION,
      beside: BESIDE,
      also: {
        values: { penalty, needed },
        text: `${penalty} ÷ 1.3：损失不低于 ${needed} 元时，该违约金才不超过损失的 1.3 倍；可请对方说明损失的构成与凭证。`,
        textEn: `${penalty} ÷ 1.3: only a loss of at least ${needed} keeps the penalty within 1.3 times the loss; ask what it consists of and how it is shown.`,
      },
    });
  }
  const limitFen = mulDivHalfUp(lossFen, 13, 10);
  const overFen = fen(amountFen - limitFen);
  const ratio = divideToHundredths(amountFen, lossFen);
  const values = {
    penalty,
    loss: formatYuan(lossFen),
    limit: formatYuan(limitFen),
    over: formatYuan(overFen),
    ratio: formatHundredths(ratio),
  };
  const [zh, en] =
    overFen > 0 ? [`超出 ${values.over} 元`, `${values.over} above it`] : ['未超出', 'within it'];
  return figure(
    'penalty_to_loss',
    {
      values,
      text: `对方说明的损失 ${values.loss} 元 × 1.3 = ${values.limit} 元；违约金 ${penalty} 元为损失的 ${values.ratio} 倍，${zh}。`,
      textEn: `Loss shown ${values.loss} × 1.3 = ${values.limit}; the penalty ${penalty} is ${values.ratio} times the loss, ${en}.`,
    },
    { amountFen: overFen, hundredths: ratio, bases: LOSS_PRESUMPTION, beside: BESIDE },
  );
}

const missing = (key: Key, why: Missing): MissingFigure =>
  missingFigure(key, why, NAMES[key], { beside: BESIDE });
