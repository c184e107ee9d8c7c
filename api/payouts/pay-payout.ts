import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { postPayoutJournal } from '../../db/queries/journal.ts';
import { applyDueChanges } from '../../db/queries/payee-changes.ts';
import { lockPayout, markPaid } from '../../db/queries/payout-steps.ts';
import { type PayoutRow, readPayout } from '../../db/queries/payouts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotByProcess, whyNotPay } from '../domain/payout.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import type { Proof } from './fresh-sign-in.ts';
import { lostRace, refusePayout } from './refuse-payout.ts';

/**
 * Records that the bank paid, and uses up the anchor's credit in the journal, in one transaction. The journal's source
 * is unique: what the status let through twice would be refused there.
 * Refused (409) `payout_not_approved`, `payee_changed`, `no_payee`, with the payout as `details.current`; 403 what `prove`
 * throws (`step_up_needed`).
 */
export async function payPayout(
  db: Db,
  identity: Identity,
  id: number,
  { bankReference, prove }: { bankReference: string; prove: Proof },
): Promise<PayoutRow> {
  const paidBy = actorId(identity);
  const reason = whyNot(identity.role, 'payouts.pay') ?? whyNotByProcess({ userId: paidBy });
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await applyDueChanges(trx);
    await lockPayout(trx, id);
    const payout = found(await readPayout(trx, id), 'payout', id);
    const refusal = whyNotPay(payout);
    if (refusal) throw refusePayout(refusal, payout);
    await prove(trx);
    if (!(await markPaid(trx, id, { paidBy: paidBy!, bankReference })))
      throw lostRace(await readPayout(trx, id));
    await postPayoutJournal(trx, payout);
    await writeAudit(trx, identity, {
      action: 'payouts.pay',
      entity: 'payout',
      entityId: id,
      before: { status: payout.status },
      after: { status: 'paid', bankReference, amountFen: payout.amountFen },
    });
    return keepEffect(trx, (await readPayout(trx, id))!);
  });
}
