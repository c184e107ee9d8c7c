import type { Reason } from '../../api/domain/error.ts';
import type { BatchStatus, ItemStatus } from '../../api/domain/payments/batch.ts';
import type { Tone } from '../fields/StatusChip.tsx';

/** `GET /payout-batches/{id}`; a row of the list has no items and no refusals. */
export interface Batch {
  id: number;
  no: string;
  month: string;
  status: BatchStatus;
  revision: number;
  itemCount: number;
  totalFen: number;
  executeOn: string;
  preparedByName: string;
  preparedAt: string;
  submittedByName: string | null;
  submittedAt: string | null;
  approvals: { userId: string; userName: string; revision: number; at: string; counts: boolean }[];
  approversAsked: number;
  approversMissing?: number;
  file: {
    format: 'csv' | 'pain001';
    fileName: string;
    sha256: string;
    sizeBytes: number;
    filedByName: string;
    filedAt: string;
  } | null;
  returns: number;
  closedAt: string | null;
  items?: BatchItem[];
  refusal?: Record<BatchVerb, Reason | null>;
}

export type BatchVerb = 'submit' | 'withdraw' | 'approve' | 'file' | 'cancel' | 'close';

export interface BatchItem {
  id: number;
  payoutId: number;
  payoutNo: string;
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  attempt: number;
  endToEndId: string;
  amountFen: number;
  heldFen: number;
  payee: { accountName: string; bankName: string; tail: string };
  payeeState: 'unchanged' | 'changed' | 'missing';
  status: ItemStatus;
  bankReference: string | null;
  reasonCode: string | null;
  reasonText: string | null;
  paidOn: string | null;
}

export interface Proposal {
  month: string;
  items: ProposedItem[];
  totalFen: number;
  leftOut: LeftOut[];
}

export interface ProposedItem {
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  payableFen: number;
  dueFen: number;
  heldFen: number;
  isConfirmed: boolean;
}

export interface LeftOut {
  statementId: number;
  statementNo: string;
  anchorName: string;
  payableFen: number;
  code: string;
  message: string;
}

interface Matched {
  itemId: number;
  endToEndId: string;
  anchorName: string;
  amountFen: number;
}

/** What a return file says of a batch. */
export interface Match {
  format: string;
  isRepeatedFile: boolean;
  paid: (Matched & { row: number | null; bankReference: string | null; paidOn: string | null })[];
  failed: (Matched & { row: number | null; reasonCode: string | null; reasonText: string })[];
  unknown: (Matched & { row: number | null; statusWord: string })[];
  strangers: {
    row: number;
    endToEndId: string;
    amountFen: number | null;
    statusWord: string;
    why: string;
  }[];
  amountDiffers: (Matched & { row: number; fileFen: number | null })[];
  conflicts: (Matched & { row: number; code: string; message: string })[];
  repeats: number;
  unanswered: Matched[];
  unreadRows: { row: number; message: string }[];
}

export const BATCH_TONES: Record<BatchStatus, Tone> = {
  draft: 'wait',
  submitted: 'wait',
  approved: 'info',
  filed: 'info',
  partly_returned: 'wait',
  closed: 'good',
  cancelled: 'off',
};

export const ITEM_TONES: Record<ItemStatus, Tone> = {
  pending: 'wait',
  in_file: 'info',
  paid: 'good',
  failed: 'bad',
  unknown: 'wait',
  resent: 'off',
  corrected: 'off',
};

/** Whom to pay: the chosen statements of a proposal, and what they come to. */
export function chosenOf(
  proposal: Proposal,
  leftAside: ReadonlySet<number>,
  onlyConfirmed: boolean,
): { statementIds: number[]; totalFen: number } {
  const chosen = proposal.items.filter(
    ({ statementId, isConfirmed }) => !leftAside.has(statementId) && (isConfirmed || !onlyConfirmed),
  );
  return {
    statementIds: chosen.map(({ statementId }) => statementId),
    totalFen: chosen.reduce((sum, { dueFen }) => sum + dueFen, 0),
  };
}
