import type { ConfirmationState, DisputeState } from '../../api/domain/dispute.ts';
import type { Reason } from '../../api/domain/error.ts';
import type { Tone } from './StatusChip.tsx';

/** `GET /statements/{id}/confirmation`: where a statement stands with its anchor and its money. */
export interface Confirmation {
  statementId: number;
  contentSha256: string;
  state: ConfirmationState;
  sentAt: string | null;
  sentByName: string | null;
  windowDays: number | null;
  isHouseWindow: boolean;
  answerUntil: string | null;
  silence: { contractNo: string; versionNo: number; clauseNo: string; clauseText: string } | null;
  answers: { kind: 'confirmed' | 'silence'; at: string; byName: string | null; contentSha256: string }[];
  reminders: { at: string; daysLeft: number }[];
  openDisputes: number;
  heldFen: number;
  paidFen: number;
  livePayoutFen: number;
  dueFen: number;
  refusal: { confirm: Reason | null; dispute: Reason | null };
}

/** One row of `GET /statement-confirmations`; its id is the statement's. */
export interface ConfirmationRow {
  id: number;
  no: string;
  anchorId: number;
  anchorName: string;
  month: string;
  payableFen: number;
  state: ConfirmationState;
  sentAt: string | null;
  answerUntil: string | null;
  silenceAccepts: boolean;
  answeredByName: string | null;
  answeredAt: string | null;
  reminders: number;
  remindedAt: string | null;
  openDisputes: number;
  heldFen: number;
}

export interface DisputeRow {
  id: number;
  statementId: number;
  statementNo: string;
  month: string;
  anchorId: number;
  anchorName: string;
  kind: 'line' | 'entry';
  lineId: number | null;
  seq: number | null;
  payEntryId: number | null;
  label: string;
  amountFen: number;
  heldFen: number;
  body: string;
  raisedByName: string;
  raisedAt: string;
  state: DisputeState;
  proposal: {
    adjustmentFen: number;
    reason: string;
    proposedBy: string;
    proposedByName: string;
    proposedAt: string;
  } | null;
  outcome: {
    outcome: 'upheld' | 'rejected' | 'withdrawn';
    adjustmentFen: number | null;
    reason: string;
    decidedByName: string;
    decidedAt: string;
    postedMonth: string | null;
  } | null;
}

export const CONFIRMATION_TONES: Record<ConfirmationState, Tone> = {
  not_sent: 'off',
  open: 'wait',
  overdue: 'bad',
  confirmed: 'good',
  accepted_by_silence: 'good',
  disputed: 'bad',
};

export const DISPUTE_TONES: Record<DisputeState, Tone> = {
  open: 'wait',
  proposed: 'info',
  upheld: 'good',
  rejected: 'off',
  withdrawn: 'off',
};
