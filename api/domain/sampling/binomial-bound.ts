import { DomainError } from '../error.ts';

export interface BinomialBound {
  differing: number;
  inspected: number;
  /** `0.95` */
  confidence: number;
  /** Exact one-sided bounds of the share that differs, 0 to 1. */
  lowerShare: number;
  upperShare: number;
}

/** Words as a key of the catalogues and what goes into it, with both languages ready. */
export interface BoundWords {
  key: 'bound_none_differ' | 'bound_some_differ' | 'bound_all_differ';
  values: { differing: string; inspected: string; lower: string; upper: string; confidence: string };
  zh: string;
  en: string;
}

/**
 * Clopper–Pearson: with so many of so few units differing, how much of what was not looked at could differ at most
 * and differs at least, each bound one-sided at the confidence. Units are taken to be drawn at random; a lot hardly
 * larger than the sample is known better than this says, never worse. Throws DomainError `bad_counts`.
 */
export function boundShare(differing: number, inspected: number, confidence = 0.95): BinomialBound {
  const areCounts = Number.isSafeInteger(differing) && Number.isSafeInteger(inspected);
  if (!areCounts || inspected < 1 || differing < 0 || differing > inspected) {
    const message = `${differing} of ${inspected} units cannot differ: count from 0 to the units inspected, at least one`;
    throw new DomainError('invalid', 'bad_counts', message, { errors: { differing: message } });
  }
  const risk = 1 - confidence;
  return {
    differing,
    inspected,
    confidence,
    lowerShare: differing === 0 ? 0 : solve((share) => tailFrom(differing, inspected, share) - risk),
    upperShare: differing === inspected ? 1 : solve((share) => risk - tailUpTo(differing, inspected, share)),
  };
}

/** `0 of 5 differ: up to 45 % of the lot could still differ, 95 %`: never more than was seen. */
export function sayBound(bound: BinomialBound): BoundWords {
  const values = {
    differing: String(bound.differing),
    inspected: String(bound.inspected),
    lower: percent(bound.lowerShare),
    upper: percent(bound.upperShare),
    confidence: percent(bound.confidence),
  };
  const { differing, inspected, lower, upper, confidence } = values;
  const seen = { zh: `抽查 ${inspected} 件，${differing} 件不符`, en: `${differing} of ${inspected} differ` };
  if (bound.differing === 0)
    return {
      key: 'bound_none_differ',
      values,
      zh: `${seen.zh}：整批仍可能有至多 ${upper} 不符（置信度 ${confidence}）`,
      en: `${seen.en}: up to ${upper} of the lot could still differ, ${confidence}`,
    };
  if (bound.differing === bound.inspected)
    return {
      key: 'bound_all_differ',
      values,
      zh: `${seen.zh}：整批至少有 ${lower} 不符（置信度 ${confidence}）`,
      en: `${seen.en}: at least ${lower} of the lot differ, ${confidence}`,
    };
  return {
    key: 'bound_some_differ',
    values,
    zh: `${seen.zh}：整批至少有 ${lower}、至多可能有 ${upper} 不符（各为单侧置信度 ${confidence}）`,
    en: `${seen.en}: at least ${lower} and up to ${upper} of the lot could differ, ${confidence} each`,
  };
}

/** To the nearest percent, below ten to the nearest tenth: small bounds are what large samples are for. */
function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  return `${tenths < 100 ? tenths / 10 : Math.round(share * 100)} %`;
}

/** Halves [0, 1] until the sign changes within one step of a double; the sign rises with the share. */
function solve(sign: (share: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (sign(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const tailFrom = (from: number, of: number, share: number): number => 1 - tailUpTo(from - 1, of, share);

/** P(X ≤ k) of a binomial; by logarithms, so that large samples do not underflow. */
function tailUpTo(upTo: number, of: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return upTo >= of ? 1 : 0;
  let logTerm = of * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= upTo; k++) {
    logTerm += Math.log((of - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return Math.min(sum, 1);
}
