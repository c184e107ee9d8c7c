import { DomainError, type Reason, refuse } from '../error.ts';
import { acceptanceNumberOf, type SamplingPlan } from './plan.ts';
import { AQLS } from './tables.ts';

/** Where the inspection of one product of one supplier stands; `discontinued`: no lot is taken at all. */
export type SwitchingStage = SamplingPlan['stage'] | 'discontinued';

/** GB/T 2828.1 clause 9.3 and 9.4, kept per supplier × product. Start with `startSwitching()`. */
export interface Switching {
  stage: SwitchingStage;
  /** Switching score of normal inspection; nought elsewhere. */
  score: number;
  /** Whether the latest lots of this stage were accepted, at most five, the latest last. */
  latestAccepted: readonly boolean[];
  /** Lots not accepted since tightened inspection began. */
  rejectedOnTightened: number;
}

/** What happened, in the order it happened. */
export type SwitchingEvent =
  | {
      kind: 'lot';
      plan: Pick<SamplingPlan, 'stage' | 'planLetter' | 'aql' | 'acceptUpTo'>;
      /** Nonconforming units found. */
      nonconforming: number;
      /** Refused whatever the count: a critical difference. */
      isRefusedAtOnce: boolean;
      /** A lot that was refused and comes again does not count. */
      isResubmitted: boolean;
    }
  /** Somebody responsible wants reduced inspection and says that production is steady. */
  | { kind: 'reduce'; isProductionSteady: boolean }
  /** Production is irregular or stands still, or other conditions warrant it. */
  | { kind: 'back_to_normal' }
  /** The supplier mended the cause and somebody responsible agreed. */
  | { kind: 'resume' };

/** A score that makes a supplier eligible for reduced inspection (clause 9.3.3.1). */
export const SCORE_FOR_REDUCED = 30;

export const startSwitching = (): Switching => enter('normal');

/**
 * Where inspection stands after an event. Throws DomainError `conflict`: a lot inspected under another stage than the
 * one in force, or while inspection is discontinued; a step that `whyNotReduce` or `whyNotResume` refuses.
 */
export function afterEvent(before: Switching, event: SwitchingEvent): Switching {
  if (event.kind === 'lot') return afterLot(before, event);
  if (event.kind === 'back_to_normal') return before.stage === 'reduced' ? enter('normal') : before;
  const refusal =
    event.kind === 'reduce' ? whyNotReduce(before, event.isProductionSteady) : whyNotResume(before);
  if (refusal) throw refuse('conflict', refusal);
  return enter(event.kind === 'reduce' ? 'reduced' : 'tightened');
}

/** The stage of a history from its first lot on. */
export const replaySwitching = (events: readonly SwitchingEvent[]): Switching =>
  events.reduce(afterEvent, startSwitching());

/** Reduced inspection is never had for the score alone: production is steady and a person approves (9.3.3.1). */
export function whyNotReduce(
  switching: Pick<Switching, 'stage' | 'score'>,
  isProductionSteady: boolean,
): Reason | undefined {
  if (switching.stage !== 'normal')
    return {
      code: 'not_on_normal',
      message: `reduced inspection follows normal, this is ${switching.stage}`,
    };
  if (switching.score < SCORE_FOR_REDUCED)
    return {
      code: 'score_too_low',
      message: `the switching score is ${switching.score}: reduced inspection takes ${SCORE_FOR_REDUCED}`,
    };
  return isProductionSteady
    ? undefined
    : {
        code: 'production_not_steady',
        message: 'reduced inspection takes a steady production: somebody says so',
      };
}

/** After five lots refused on tightened inspection nothing is taken until the supplier mended the cause (9.4). */
export const whyNotInspectLot = ({ stage }: Pick<Switching, 'stage'>): Reason | undefined =>
  stage === 'discontinued'
    ? {
        code: 'inspection_discontinued',
        message:
          'five lots were refused on tightened inspection: resume it when the supplier mended the cause',
      }
    : undefined;

export const whyNotResume = ({ stage }: Pick<Switching, 'stage'>): Reason | undefined =>
  stage === 'discontinued'
    ? undefined
    : { code: 'not_discontinued', message: `inspection is not discontinued, it is ${stage}` };

type LotEvent = Extract<SwitchingEvent, { kind: 'lot' }>;

function afterLot(before: Switching, lot: LotEvent): Switching {
  const discontinued = whyNotInspectLot(before);
  if (discontinued) throw refuse('conflict', discontinued);
  if (lot.isResubmitted) return before;
  if (lot.plan.stage !== before.stage)
    throw new DomainError(
      'conflict',
      'another_stage',
      `the lot was inspected by a ${lot.plan.stage} plan, but inspection is ${before.stage}`,
    );
  const isAccepted = !lot.isRefusedAtOnce && lot.nonconforming <= lot.plan.acceptUpTo;
  const latestAccepted = [...before.latestAccepted, isAccepted].slice(-5);
  if (before.stage === 'reduced') return isAccepted ? { ...before, latestAccepted } : enter('normal');
  if (before.stage === 'tightened') return afterTightened(before, isAccepted, latestAccepted);
  // Two of five or fewer: the second refusal counts as soon as it is there.
  if (latestAccepted.filter((accepted) => !accepted).length >= 2) return enter('tightened');
  return { ...before, latestAccepted, score: scoreAfter(before.score, lot, isAccepted) };
}

function afterTightened(
  before: Switching,
  isAccepted: boolean,
  latestAccepted: readonly boolean[],
): Switching {
  const rejectedOnTightened = before.rejectedOnTightened + (isAccepted ? 0 : 1);
  if (rejectedOnTightened >= 5) return enter('discontinued');
  if (latestAccepted.length === 5 && latestAccepted.every(Boolean)) return enter('normal');
  return { ...before, latestAccepted, rejectedOnTightened };
}

/** Clause 9.3.3.2, single sampling: 3 where the lot would pass one AQL tighter, 2 for an Ac of 0 or 1; else from nought. */
function scoreAfter(score: number, lot: LotEvent, isAccepted: boolean): number {
  if (!isAccepted) return 0;
  if (lot.plan.acceptUpTo <= 1) return score + 2;
  const tighter = AQLS[AQLS.indexOf(lot.plan.aql) - 1];
  if (tighter === undefined) return 0;
  // The letter whose sample was looked at: with that sample the count can be judged again.
  const tighterAcceptUpTo = acceptanceNumberOf('normal', lot.plan.planLetter, tighter);
  return lot.nonconforming <= tighterAcceptUpTo ? score + 3 : 0;
}

const enter = (stage: SwitchingStage): Switching => ({
  stage,
  score: 0,
  latestAccepted: [],
  rejectedOnTightened: 0,
});
