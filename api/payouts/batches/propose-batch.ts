import type { BatchCandidate } from '../../../db/queries/payout-batch-proposal.ts';
import type { Reason } from '../../domain/error.ts';
import { whyNotInvoiced } from '../../domain/payout.ts';

export interface LeftOut extends Reason {
  statementId: number;
  statementNo: string;
  anchorName: string;
  payableFen: number;
}

export interface Proposal {
  items: BatchCandidate[];
  totalFen: number;
  leftOut: LeftOut[];
}

/** Which statements a batch would pay, each what is due of it, and why the others stay out. */
export function proposeBatch(
  candidates: readonly BatchCandidate[],
  options: { statementIds?: readonly number[]; onlyConfirmed: boolean },
): Proposal {
  const { statementIds, onlyConfirmed } = options;
  const asked = candidates.filter(
    ({ statementId }) => statementIds === undefined || statementIds.includes(statementId),
  );
  const items: BatchCandidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const candidate of asked) {
    const reason = whyLeftOut(candidate, onlyConfirmed);
    if (!reason) items.push(candidate);
    else {
      const { statementId, statementNo, anchorName, payableFen } = candidate;
      leftOut.push({ statementId, statementNo, anchorName, payableFen, ...reason });
    }
  }
  return { items, totalFen: items.reduce((sum, { dueFen }) => sum + dueFen, 0), leftOut };
}

function whyLeftOut(candidate: BatchCandidate, onlyConfirmed: boolean): Reason | undefined {
  const { hasOpenPayout, dueFen, heldFen, hasPayee, isConfirmed, invoiceGapFen } = candidate;
  if (hasOpenPayout) return { code: 'payout_exists', message: 'a payout of this statement is on its way' };
  if (dueFen <= 0)
    return {
      code: 'nothing_due',
      message: heldFen > 0 ? 'what is left is disputed and held' : 'this statement is paid',
    };
  if (!hasPayee) return { code: 'no_payee', message: 'nobody has said where this anchor is paid' };
  if (invoiceGapFen > 0) return whyNotInvoiced(invoiceGapFen);
  if (onlyConfirmed && !isConfirmed)
    return { code: 'not_confirmed', message: 'its anchor has not confirmed it' };
  return undefined;
}
