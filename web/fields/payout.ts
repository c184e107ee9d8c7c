import type { Reason } from '../../api/domain/error.ts';

/** A payout as `GET /payouts/{id}` gives it. */
export interface Payout {
  id: number;
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  month: string;
  amountFen: number;
  payee: { accountName: string; bankName: string; tail: string };
  status: 'prepared' | 'approved' | 'paid' | 'cancelled';
  preparedBy: string;
  preparedByName: string | null;
  preparedAt: string;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: string | null;
  paidByName?: string | null;
  paidAt: string | null;
  bankReference: string | null;
  pdfSha256: string | null;
  rowVersion: number;
}

/** The button's reasons, in the order the API asks; the server has the last word. */
export function whyNotApprove(
  payout: Pick<Payout, 'status' | 'preparedBy'>,
  userId: string,
): Reason | undefined {
  if (payout.status !== 'prepared')
    return { code: 'payout_not_prepared', message: `the payout is ${payout.status}` };
  if (payout.preparedBy === userId)
    return { code: 'same_person', message: 'whoever prepared a payout cannot approve it' };
  return undefined;
}

export function whyNotPay(payout: Pick<Payout, 'status'>): Reason | undefined {
  if (payout.status === 'approved') return undefined;
  return { code: 'payout_not_approved', message: 'another person approves it first' };
}

export function whyNotCancel(payout: Pick<Payout, 'status'>): Reason | undefined {
  if (payout.status === 'paid') return { code: 'payout_paid', message: 'what is paid is not cancelled' };
  return undefined;
}
