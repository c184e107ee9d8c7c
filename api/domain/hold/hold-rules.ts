import type { Reason } from '../error.ts';
import type { Bearer, CaseOutcome, CaseStage } from '../inspection/case-life.ts';

/**
 * Whose shares of a line are never held: the agency's residual is its own money, and the platform keeps its fee before
 * anything reaches the agency. Everybody else is owed their share by the agency, so it can wait.
 */
export const NEVER_HELD = ['agency', 'platform'] as const;

/** A hold takes the shares of sales of these goods that were paid in the window; what is null does not narrow it. */
export interface HoldScope {
  productId: number;
  /** Instants with their offset. `paidTo` is exclusive; null: until the hold is ended. */
  paidFrom: string;
  paidTo: string | null;
  platform: string | null;
  streamId: number | null;
  dealId: number | null;
  anchorId: number | null;
}

export type MoveKind = 'release' | 'clawback';

export interface HeldParty {
  kind: string;
  anchorId: number | null;
}

export interface HoldVerdict {
  outcome: CaseOutcome;
  bearer: Bearer | null;
  bearerAnchorId: number | null;
  decidedBy: string;
}

/** Why no (further) hold can be started: after the decision there is nothing left to find out. */
export function whyNotHold(stage: CaseStage): Reason | undefined {
  return ['open', 'evidence', 'brand_notified', 'answered'].includes(stage)
    ? undefined
    : say('decided_already', 'money is held until the decision, not after it');
}

/** Why a window cannot be held; the field that is wrong is named by the code. */
export function whyNotWindow({ paidFrom, paidTo }: Pick<HoldScope, 'paidFrom' | 'paidTo'>, now: string) {
  if (Date.parse(paidFrom) > Date.parse(now))
    return say('window_in_future', 'the window starts later than now: hold from a day that has begun');
  return paidTo !== null && Date.parse(paidTo) <= Date.parse(paidFrom)
    ? say('window_empty', 'the window ends before it starts')
    : undefined;
}

/**
 * Why held money cannot be moved like this. Anybody's money may be given back after the decision; taking it away needs a
 * second person and goes only against the one who bears the substitution.
 */
export function whyNotMoveHeld(
  move: MoveKind,
  verdict: HoldVerdict | null,
  party: HeldParty,
  actorId: string | null,
): Reason | undefined {
  if (actorId === null) return say('needs_a_person', 'a case is led and decided by people');
  if (verdict === null) return say('money_after_decision', 'held money moves only after the decision');
  if (move === 'release') return undefined;
  if (verdict.outcome !== 'substitution')
    return say('not_a_substitution', 'money is clawed back only for a substitution: release it');
  if (!isBearer(verdict, party))
    return say(
      'not_the_bearer',
      'only who bears the substitution loses held money: release it and claim from the bearer',
    );
  return verdict.decidedBy === actorId
    ? say('clawback_by_another', 'who decided the case does not claw back: another person of compliance does')
    : undefined;
}

function isBearer({ outcome, bearer, bearerAnchorId }: HoldVerdict, party: HeldParty): boolean {
  if (outcome !== 'substitution' || bearer === null) return false;
  if (bearer === 'anchor') return party.anchorId !== null && party.anchorId === bearerAnchorId;
  return bearer === 'brand' && party.kind === 'brand';
}

const say = (code: string, message: string): Reason => ({ code, message });
