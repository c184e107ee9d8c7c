import { createHash } from 'node:crypto';
import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { freezePdf } from '../../db/queries/payout-pdf.ts';
import { markApproved, readAdviceFacts } from '../../db/queries/payout-steps.ts';
import type { PayoutRow } from '../../db/queries/payouts.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { type PaymentAdvice, renderPaymentAdvice } from './payment-advice.ts';

/** prepared → approved with its payment advice, frozen by its hash. False when it is not prepared any more. */
export async function approveWithAdvice(
  trx: Trx,
  identity: Identity,
  payout: PayoutRow,
  batchNo: string | null = null,
): Promise<boolean> {
  const approvedBy = actorId(identity)!;
  const { advice, approvedAt } = await gatherAdvice(trx, payout, approvedBy);
  const { pdf, missing } = renderPaymentAdvice(advice);
  const pdfSha256 = createHash('sha256').update(pdf).digest('hex');
  await freezePdf(trx, pdfSha256, pdf);
  if (!(await markApproved(trx, payout.id, { approvedBy, approvedAt, pdfSha256 }))) return false;
  await writeAudit(trx, identity, {
    action: 'payouts.approve',
    entity: 'payout',
    entityId: payout.id,
    before: { status: payout.status },
    after: {
      status: 'approved',
      pdfSha256,
      ...(batchNo !== null && { batchNo }),
      ...(missing.length > 0 && { missingGlyphs: missing }),
    },
  });
  return true;
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
    no: payout.no,
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
