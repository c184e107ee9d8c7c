import { DomainError } from '../error.ts';
import type { SamplingPlan } from '../sampling/plan.ts';
import type { Criticality } from './comparison.ts';

/** What a person made of the rows of one unit, in the order the units were drawn. */
export interface JudgedUnit {
  unitNo: string;
  /** The worst difference that a person upheld; null where none was. A unit counts once, in its worst class. */
  worst: Criticality | null;
  /** Rows nobody decided yet: differences to uphold or dismiss, and what could not be compared. */
  undecided: number;
}

type ClassPlan = Pick<SamplingPlan, 'sampleSize' | 'acceptUpTo' | 'rejectFrom'>;
export type LotPlans = Record<'major' | 'minor', ClassPlan>;

export interface ClassCount extends ClassPlan {
  nonconforming: number;
  verdict: Verdict;
}

export type Verdict = 'accepted' | 'rejected' | 'open';

export interface LotVerdict {
  verdict: Verdict;
  /** Why, as a key of the catalogues. */
  code:
    | 'critical_difference'
    | 'too_many_major'
    | 'too_many_minor'
    | 'units_to_inspect'
    | 'rows_to_decide'
    | 'within_plan';
  /** Units with a critical difference, in the order drawn. */
  criticalUnitNos: readonly string[];
  unitsToInspect: number;
  rowsToDecide: number;
  classes: Record<'major' | 'minor', ClassCount>;
}

/**
 * A lot by Ac and Re of each class. One critical difference refuses it at once, with units still to look at; a class
 * refuses as soon as it reaches its Re; nothing is accepted before every unit of the plan is looked at and decided.
 * Throws DomainError `too_many_units`: a sample that grows until it suits is no sample.
 */
export function judgeLot(plans: LotPlans, units: readonly JudgedUnit[]): LotVerdict {
  const sampleSize = Math.max(plans.major.sampleSize, plans.minor.sampleSize);
  if (units.length > sampleSize)
    throw new DomainError(
      'invalid',
      'too_many_units',
      `${units.length} units were inspected, the plan takes ${sampleSize}: draw the sample before looking at it`,
    );
  const classes = { major: count('major', plans.major, units), minor: count('minor', plans.minor, units) };
  const facts = {
    criticalUnitNos: units.filter(({ worst }) => worst === 'critical').map(({ unitNo }) => unitNo),
    unitsToInspect: sampleSize - units.length,
    rowsToDecide: units.reduce((sum, { undecided }) => sum + undecided, 0),
    classes,
  };
  return { ...facts, ...decide(facts) };
}

/** A few units without a plan (a mystery order): one difference is a finding, none is no acceptance of a lot. */
export function judgeUnits(units: readonly JudgedUnit[]): {
  differing: number;
  inspected: number;
  rowsToDecide: number;
} {
  return {
    differing: units.filter(({ worst }) => worst !== null).length,
    inspected: units.length,
    rowsToDecide: units.reduce((sum, { undecided }) => sum + undecided, 0),
  };
}

function decide({
  criticalUnitNos,
  unitsToInspect,
  rowsToDecide,
  classes,
}: Omit<LotVerdict, 'verdict' | 'code'>): Pick<LotVerdict, 'verdict' | 'code'> {
  if (criticalUnitNos.length > 0) return { verdict: 'rejected', code: 'critical_difference' };
  if (classes.major.verdict === 'rejected') return { verdict: 'rejected', code: 'too_many_major' };
  if (classes.minor.verdict === 'rejected') return { verdict: 'rejected', code: 'too_many_minor' };
  if (unitsToInspect > 0) return { verdict: 'open', code: 'units_to_inspect' };
  if (rowsToDecide > 0) return { verdict: 'open', code: 'rows_to_decide' };
  return { verdict: 'accepted', code: 'within_plan' };
}

/** A class whose plan takes fewer units than the other counts the first that were drawn. */
function count(of: 'major' | 'minor', plan: ClassPlan, units: readonly JudgedUnit[]): ClassCount {
  const sample = units.slice(0, plan.sampleSize);
  const nonconforming = sample.filter(({ worst }) => worst === of).length;
  const isComplete = sample.length === plan.sampleSize && sample.every(({ undecided }) => undecided === 0);
  const verdict = nonconforming >= plan.rejectFrom ? 'rejected' : isComplete ? 'accepted' : 'open';
  return {
    sampleSize: plan.sampleSize,
    acceptUpTo: plan.acceptUpTo,
    rejectFrom: plan.rejectFrom,
    nonconforming,
    verdict,
  };
}
