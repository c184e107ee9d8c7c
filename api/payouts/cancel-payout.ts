import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { lockPayout, markCancelled } from '../../db/queries/payout-steps.ts';
import { type PayoutRow, readPayout } from '../../db/queries/payouts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNotCancel } from '../domain/payout.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import { lostRace, refusePayout } from './refuse-payout.ts';

/** Cancels a payout that is not paid; its statement may then be prepared again. Refused (409) `payout_paid`, `payout_cancelled`. */
export async function cancelPayout(db: Db, identity: Identity, id: number): Promise<PayoutRow> {
  const reason = whyNot(identity.role, 'payouts.cancel');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockPayout(trx, id);
    const payout = found(await readPayout(trx, id), 'payout', id);
    const refusal = whyNotCancel(payout);
    if (refusal) throw refusePayout(refusal, payout);
    if (!(await markCancelled(trx, id))) throw lostRace(await readPayout(trx, id));
    await writeAudit(trx, identity, {
      action: 'payouts.cancel',
      entity: 'payout',
      entityId: id,
      before: { status: payout.status },
      after: { status: 'cancelled' },
    });
    return keepEffect(trx, (await readPayout(trx, id))!);
  });
}
