import type { Db, Trx } from '../../db/connect.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { applyDueChanges } from '../../db/queries/payee-changes.ts';
import { readPaymentSettings, tiersOf } from '../../db/queries/payment-settings.ts';
import { lockPayout } from '../../db/queries/payout-steps.ts';
import { type PayoutRow, readPayout } from '../../db/queries/payouts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Reason, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { countApproversAsked } from '../domain/payments/tiers.ts';
import { whyNotApprove } from '../domain/payout.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import { approveWithAdvice } from './freeze-advice.ts';
import type { Proof } from './fresh-sign-in.ts';
import { lostRace, refusePayout } from './refuse-payout.ts';

/**
 * Approves a prepared payout as a second person and freezes its payment advice with its hash, in one transaction.
 * Refused: 403 `four_eyes`, and what `prove` throws (`step_up_needed`); 409 `payout_not_prepared`, `payee_changed`, `no_payee`, `in_batch`, `more_than_due`,
 * `more_approvers_needed`, with the payout as `details.current`.
 */
export async function approvePayout(
  db: Db,
  identity: Identity,
  id: number,
  prove: Proof,
): Promise<PayoutRow> {
  const reason = whyNot(identity.role, 'payouts.approve');
  if (reason) throw refuse('forbidden', reason);
  const userId = actorId(identity);
  return inTransaction(db, identity, async (trx) => {
    await applyDueChanges(trx);
    // The row first: approvers queue here, and whoever waited reads what the winner wrote.
    await lockPayout(trx, id);
    const payout = found(await readPayout(trx, id), 'payout', id);
    const refusal = whyNotApprove(payout, { userId }) ?? (await whyNotAlone(trx, payout));
    if (refusal) throw refusePayout(refusal, payout);
    await prove(trx);
    if (!(await approveWithAdvice(trx, identity, payout))) throw lostRace(await readPayout(trx, id));
    return keepEffect(trx, (await readPayout(trx, id))!);
  });
}

/** An amount that asks for more than one approver has to go by a batch, where each of them is counted. */
async function whyNotAlone(trx: Trx, { amountFen }: PayoutRow): Promise<Reason | undefined> {
  const asked = countApproversAsked(tiersOf(await readPaymentSettings(trx)), [amountFen]);
  if (asked <= 1) return undefined;
  return {
    code: 'more_approvers_needed',
    message: `an amount like this asks for ${asked} approvers: cancel it and put it into a batch`,
  };
}
