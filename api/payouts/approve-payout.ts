import { createHash } from 'node:crypto';
import type { Db, Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { freezePdf } from '../../db/queries/payout-pdf.ts';
import { lockPayout, markApproved, readAdviceFacts } from '../../db/queries/payout-steps.ts';
import { type PayoutRow, readPayout } from '../../db/queries/payouts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotApprove } from '../domain/payout.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import { type PaymentAdvice, renderPaymentAdvice } from './payment-advice.ts';
import { lostRace, refusePayout } from './refuse-payout.ts';

/**
 * Approves a prepared payout as a second person and freezes its payment advice with its hash, in one transaction.
 * Refused: 403 `four_eyes`; 409 `payout_not_prepared`, `payee_changed`, `no_payee`, with the payout as `details.current`.
 */
export async function approvePayout(db: Db, identity: Identity, id: number): Promise<PayoutRow> {
  const reason = whyNot(identity.role, 'payouts.approve');
  if (reason) throw refuse('forbidden', reason);
  const userId = actorId(identity);
  return inTransaction(db, identity, async (trx) => {
    // The row first: approvers queue here, and whoever waited reads what the winner wrote.
    await lockPayout(trx, id);
    const payout = found(await readPayout(trx, id), 'payout', id);
    const refusal = whyNotApprove(payout, { userId });
    if (refusal) throw refusePayout(refusal, payout);
    const { advice, approvedAt } = await gatherAdvice(trx, payout, userId!);
    const { pdf, missing } = renderPaymentAdvice(advice);
    const pdfSha256 = createHash('sha256').update(pdf).digest('hex');
    await freezePdf(trx, pdfSha256, pdf);
    const isApproved = await markApproved(trx, id, { approvedBy: userId!, approvedAt, pdfSha256 });
    if (!isApproved) throw lostRace(await readPayout(trx, id));
    await writeAudit(trx, identity, {
      action: 'payouts.approve',
      entity: 'payout',
      entityId: id,
      before: { status: payout.status },
      after: { status: 'approved', pdfSha256, ...(missing.length > 0 && { missingGlyphs: missing }) },
    });
    return keepEffect(trx, (await readPayout(trx, id))!);
  });
}

async function gatherAdvice(
  trx: Trx,
  payout: PayoutRow,
  approverId: string,
): Promise<{ advice: PaymentAdvice; approvedAt: string }> {
  const facts = await readAdviceFacts(trx, payout.id, approverId);
  const { accountName, bankName, tail } = payout.payee;
  const advice: PaymentAdvice = {
    version: 1,
    no: `PO${String(payout.id).padStart(6, '0')}`,
    statementNo: payout.statementNo,
    statementSha256: facts.statementSha256,
    month: payout.month,
    amountFen: payout.amountFen,
    agency: facts.agency,
    anchor: { name: payout.anchorName, realName: facts.anchorRealName },
    payee: { accountName, bankName, tail },
    prepared: { by: payout.preparedByName, at: facts.preparedAtText },
    approved: { by: facts.approverName, at: facts.approvedAtText },
  };
  return { advice, approvedAt: facts.approvedAt };
}
