import type { Reason } from '../error.ts';

/**
 * requested → approved → sent → received → sealed → kept, returned, converted or lost. A sample nobody wants goes back
 * from received; one that never arrives is lost from sent.
 */
export const SAMPLE_STAGES = [
  ...['requested', 'declined', 'approved', 'sent', 'received', 'sealed'],
  ...['kept', 'returned', 'converted', 'lost'],
] as const;
export type SampleStage = (typeof SAMPLE_STAGES)[number];

export type SampleStep =
  | 'approve'
  | 'decline'
  | 'send'
  | 'receive'
  | 'seal'
  | 'keep'
  | 'return'
  | 'convert'
  | 'lose';

export interface SampleFacts {
  stage: SampleStage;
  /** Pieces received and given back so far. */
  pieces: number;
  piecesReturned: number;
  /** A case rests on this sample: it stays where it is. */
  hasOpenCase: boolean;
}

/** Who wants to; null for a process, which is no person. */
export interface SampleActor {
  userId: string | null;
}

type Check = (facts: SampleFacts, actor: SampleActor) => Reason | undefined;

/** Why this step cannot be taken now; undefined when it can. What sealing needs is asked of `whyNotSeal` too. */
export function whyNotSampleStep(
  step: SampleStep,
  facts: SampleFacts,
  actor: SampleActor,
): Reason | undefined {
  const { from, otherwise, checks } = STEPS[step];
  if (actor.userId === null) return say('needs_a_person', 'samples go from hand to hand: a person says so');
  if (ENDED.includes(facts.stage)) return say('sample_ended', `this sample is ${facts.stage} already`);
  if (!from.includes(facts.stage)) return say(otherwise[0], `${otherwise[1]}: it is ${facts.stage}`);
  for (const check of checks) {
    const refusal = check(facts, actor);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Where the sample stands after a step other than a return. */
export const stageAfter = (step: Exclude<SampleStep, 'return'>): SampleStage => STEPS[step].to;

/** Why so many pieces cannot be given back now. */
export function whyNotReturnPieces(
  facts: SampleFacts,
  pieces: number,
  actor: SampleActor,
): Reason | undefined {
  const refusal = whyNotSampleStep('return', facts, actor);
  if (refusal) return refusal;
  const left = facts.pieces - facts.piecesReturned;
  return Number.isSafeInteger(pieces) && pieces >= 1 && pieces <= left
    ? undefined
    : say('bad_piece_count', `give back 1 to ${left} pieces, not ${pieces}`);
}

/** A part may go back: the sample is returned with its last piece. */
export function afterReturn(
  facts: Pick<SampleFacts, 'stage' | 'pieces' | 'piecesReturned'>,
  pieces: number,
): Pick<SampleFacts, 'stage' | 'piecesReturned'> {
  const piecesReturned = facts.piecesReturned + pieces;
  return { stage: piecesReturned === facts.pieces ? 'returned' : facts.stage, piecesReturned };
}

/** What was sealed stays as it was: another sample supersedes it. */
export const whyNotEditSample = ({ stage, wasSealed }: { stage: SampleStage; wasSealed: boolean }) =>
  wasSealed
    ? say('sealed_stays', 'a sealed sample is not edited: seal another one, which supersedes it')
    : ENDED.includes(stage)
      ? say('sample_ended', `this sample is ${stage} already`)
      : undefined;

export interface SealedSample {
  id: number;
  productId: number;
  wasSealed: boolean;
  /** The sample that stands in its place; null where it is the one in force. */
  supersededBy: number | null;
}

/** Why the next sample cannot stand in the place of this one. */
export function whyNotSupersede(old: SealedSample, next: SealedSample): Reason | undefined {
  if (old.id === next.id) return say('same_sample', 'a sample does not supersede itself');
  if (old.productId !== next.productId)
    return say('other_product', 'a sample of another product does not supersede this one');
  if (!old.wasSealed || !next.wasSealed)
    return say('not_sealed', 'only a sealed sample supersedes a sealed sample');
  if (old.supersededBy !== null) return say('superseded', 'another sample stands in its place already');
  return next.supersededBy === null
    ? undefined
    : say('superseded', 'the next sample is superseded itself: take the one in force');
}

const say = (code: string, message: string): Reason => ({ code, message });

const ENDED: readonly SampleStage[] = ['declined', 'returned', 'converted', 'lost'];
const IN_HAND: readonly SampleStage[] = ['received', 'sealed', 'kept'];

const isEvidence: Check = ({ hasOpenCase }) =>
  hasOpenCase
    ? say('sample_is_evidence', 'a case rests on this sample: it stays until the case is closed')
    : undefined;

const STEPS: Record<
  SampleStep,
  {
    from: readonly SampleStage[];
    to: SampleStage;
    otherwise: readonly [code: string, message: string];
    checks: readonly Check[];
  }
> = {
  approve: {
    from: ['requested'],
    to: 'approved',
    otherwise: ['not_requested', 'only a requested sample is approved'],
    checks: [],
  },
  decline: {
    from: ['requested'],
    to: 'declined',
    otherwise: ['not_requested', 'only a requested sample is declined'],
    checks: [],
  },
  send: {
    from: ['approved'],
    to: 'sent',
    otherwise: ['not_approved', 'an approved sample is sent'],
    checks: [],
  },
  receive: {
    from: ['sent'],
    to: 'received',
    otherwise: ['not_sent', 'a sample that was sent is received'],
    checks: [],
  },
  seal: {
    from: ['received'],
    to: 'sealed',
    otherwise: ['not_received', 'a sample in hand is sealed, once'],
    checks: [],
  },
  keep: {
    from: ['received', 'sealed'],
    to: 'kept',
    otherwise: ['not_in_hand', 'a sample in hand is kept'],
    checks: [],
  },
  return: {
    from: IN_HAND,
    to: 'returned',
    otherwise: ['not_in_hand', 'a sample in hand goes back'],
    checks: [isEvidence],
  },
  convert: {
    from: IN_HAND,
    to: 'converted',
    otherwise: ['not_in_hand', 'a sample in hand is bought'],
    checks: [isEvidence],
  },
  // A loss is a fact: nothing but where the sample was can refuse it.
  lose: {
    from: ['sent', ...IN_HAND],
    to: 'lost',
    otherwise: ['not_on_its_way', 'only a sample that was sent can be lost'],
    checks: [],
  },
};
