import type { Reason } from '../error.ts';
import { type BinomialBound, type BoundWords, boundShare, sayBound } from '../sampling/binomial-bound.ts';
import type { Criticality } from './comparison.ts';
import { type JudgedUnit, judgeLot, judgeUnits, type LotPlans, type LotVerdict } from './verdict.ts';

export type InspectionStatus = 'open' | 'closed' | 'withdrawn';
export type DifferenceState = 'open' | 'upheld' | 'dismissed' | 'replaced';

/** A lot stands or falls by its plan; of a mystery order only what was seen is said, with the exact bound. */
export type InspectionVerdict =
  | ({ kind: 'lot' } & LotVerdict)
  | {
      kind: 'mystery';
      verdict: 'open' | 'differences_found' | 'no_difference_found';
      code: 'no_units' | 'rows_to_decide' | 'some_differ' | 'none_differ';
      differing: number;
      inspected: number;
      rowsToDecide: number;
      /** Null while rows are undecided: a bound on a count that may still change misleads. */
      bound: (BoundWords & Pick<BinomialBound, 'lowerShare' | 'upperShare'>) | null;
    };

export interface InspectionFacts {
  status: InspectionStatus;
  /** Null for a mystery order. */
  plans: LotPlans | null;
  /** In the order drawn. */
  units: readonly JudgedUnit[];
  /** Photos that are still being compared. */
  comparing: number;
}

/** The most units of an order without a plan: what is more is a lot. */
const MOST_MYSTERY_UNITS = 200;

export function judge({ plans, units }: Pick<InspectionFacts, 'plans' | 'units'>): InspectionVerdict {
  if (plans) return { kind: 'lot', ...judgeLot(plans, units) };
  const counts = judgeUnits(units);
  const facts = { kind: 'mystery' as const, ...counts };
  if (counts.inspected === 0) return { ...facts, verdict: 'open', code: 'no_units', bound: null };
  if (counts.rowsToDecide > 0) return { ...facts, verdict: 'open', code: 'rows_to_decide', bound: null };
  const bound = boundShare(counts.differing, counts.inspected);
  const { lowerShare, upperShare } = bound;
  return {
    ...facts,
    ...(counts.differing > 0
      ? ({ verdict: 'differences_found', code: 'some_differ' } as const)
      : ({ verdict: 'no_difference_found', code: 'none_differ' } as const)),
    bound: { ...sayBound(bound), lowerShare, upperShare },
  };
}

/** Why nothing more is written into an inspection. */
export const whyNotRecord = ({ status }: Pick<InspectionFacts, 'status'>): Reason | undefined =>
  status === 'open' ? undefined : say('inspection_ended', `this inspection is ${status}: start another one`);

/** Why no further unit is drawn: a sample that grows until it suits is no sample. */
export function whyNotAddUnit(facts: InspectionFacts): Reason | undefined {
  const ended = whyNotRecord(facts);
  if (ended) return ended;
  const { plans, units } = facts;
  const most = plans ? Math.max(plans.major.sampleSize, plans.minor.sampleSize) : MOST_MYSTERY_UNITS;
  return units.length >= most
    ? say('unit_beyond_plan', `the plan takes ${most} units, and so many are drawn`)
    : undefined;
}

/** Why an inspection cannot be closed; a lot that is refused already may be, with units never looked at. */
export function whyNotClose(facts: InspectionFacts): Reason | undefined {
  const ended = whyNotRecord(facts);
  if (ended) return ended;
  if (facts.comparing > 0) return say('comparing', `${facts.comparing} photos are still being compared`);
  const open = facts.units.reduce((sum, { undecided }) => sum + undecided, 0);
  if (facts.units.length === 0) return say('no_units', 'no unit was looked at');
  if (open > 0) return say('rows_to_decide', `${open} rows wait for a decision`);
  const verdict = judge(facts);
  return verdict.kind === 'lot' && verdict.verdict === 'open'
    ? say('units_to_inspect', `${verdict.unitsToInspect} units of the plan are still to be looked at`)
    : undefined;
}

/** Only what was started by mistake is withdrawn: once a unit was looked at, there is a result. */
export const whyNotWithdraw = (facts: InspectionFacts): Reason | undefined =>
  whyNotRecord(facts) ??
  (facts.units.length > 0
    ? say('has_units', 'units were looked at: decide and close this inspection')
    : undefined);

export interface DifferenceFacts {
  state: DifferenceState;
  /** By the rule; null for a place in a photo, which has no class until a person gives it one. */
  criticality: Criticality | null;
}

/** Why a person cannot decide like this on a difference. */
export function whyNotDecide(
  kind: 'uphold' | 'dismiss' | 'reopen',
  { state, criticality }: DifferenceFacts,
  given: Criticality | undefined,
): Reason | undefined {
  if (state === 'replaced')
    return say('difference_replaced', 'the unit was corrected or photographed again: look at the new row');
  if (kind === 'reopen')
    return state === 'open'
      ? say('difference_not_decided', 'nobody decided on this difference yet')
      : undefined;
  if (state !== 'open') return say('already_decided', `this is ${state}: take the decision back first`);
  return kind === 'uphold' && criticality === null && given === undefined
    ? say('class_missing', 'say how bad it is: critical, major or minor')
    : undefined;
}

const say = (code: string, message: string): Reason => ({ code, message });
