import type { Trx } from '../../db/connect.ts';
import { readStepUp } from '../../db/queries/step-up.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNotFreshSignIn } from '../domain/payments/approval.ts';

/** Who acts, and by which sign-in; null for commands, which are nobody's fresh sign-in. */
export interface Actor {
  identity: Identity;
  sessionId: string | null;
}

/** 403 `step_up_needed` unless this session proved within five minutes who is at the keyboard; the database's clock decides. */
export async function requireFreshSignIn(trx: Trx, { sessionId }: Actor): Promise<void> {
  const { stepUpAt, now } = await readStepUp(trx, sessionId);
  const reason = whyNotFreshSignIn(stepUpAt, now);
  if (reason) throw refuse('forbidden', reason);
}

/** Throws unless whoever moves this money proved to be at the keyboard; asked last, inside of the verb's own transaction. */
export type Proof = (trx: Trx) => Promise<void>;

export const freshSignInOf =
  (actor: Actor): Proof =>
  (trx) =>
    requireFreshSignIn(trx, actor);

/** A story told on the machine itself: there is no session that could prove anything. */
export const toldOnTheMachine: Proof = async () => {};
