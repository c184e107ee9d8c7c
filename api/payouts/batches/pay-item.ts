import type { Trx } from '../../../db/connect.ts';
import { writeAudit } from '../../../db/queries/audit.ts';
import { postPayoutJournal, postPayoutReturnJournal } from '../../../db/queries/journal.ts';
import { lockPayout, markPaid, markReturned } from '../../../db/queries/payout-steps.ts';
import { readPayout } from '../../../db/queries/payouts.ts';
import { DomainError } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import { whyNotReturn } from '../../domain/payout.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { lostBatchRace } from './batch-step.ts';

/** The bank paid it: the payout is paid and its journal posted, once. The money has left, so nothing is asked any more. */
export async function payItem(
  trx: Trx,
  actor: Actor,
  payoutId: number,
  bankReference: string,
): Promise<void> {
  await lockPayout(trx, payoutId);
  const payout = (await readPayout(trx, payoutId))!;
  if (payout.status === 'returned' || payout.status === 'cancelled')
    throw new DomainError('conflict', 'payout_not_approved', `the payout ${payout.no} is ${payout.status}`);
  if (!(await markPaid(trx, payoutId, { paidBy: actorId(actor.identity)!, bankReference })))
    throw lostBatchRace();
  await postPayoutJournal(trx, payout);
  await writeAudit(trx, actor.identity, {
    action: 'payouts.pay',
    entity: 'payout',
    entityId: payoutId,
    before: { status: payout.status },
    after: { status: 'paid', bankReference, amountFen: payout.amountFen, batchNo: payout.batchNo },
  });
}

/** Paid money came back (退汇): the payout is returned and its journal turned round, once. */
export async function returnItem(trx: Trx, actor: Actor, payoutId: number, reason: string): Promise<void> {
  await lockPayout(trx, payoutId);
  const payout = (await readPayout(trx, payoutId))!;
  const refusal = whyNotReturn(payout);
  if (refusal) throw new DomainError('conflict', refusal.code, refusal.message);
  if (!(await markReturned(trx, payoutId, { returnedBy: actorId(actor.identity)!, reason })))
    throw lostBatchRace();
  await postPayoutReturnJournal(trx, payout);
  await writeAudit(trx, actor.identity, {
    action: 'payouts.return',
    entity: 'payout',
    entityId: payoutId,
    before: { status: payout.status },
    after: { status: 'returned', reason, amountFen: payout.amountFen },
  });
}
