import type { PayeeChangeState } from '../../api/domain/payee-change.ts';
import type { Tone } from '../fields/StatusChip.tsx';

/** Another account of an anchor on its way: two people and a day. */
export interface PayeeChange {
  id: number;
  anchorId: number;
  anchorName: string;
  kind: 'personal' | 'studio' | 'company';
  accountName: string;
  bankName: string;
  tail: string;
  reason: string;
  state: PayeeChangeState;
  requestedBy: string;
  requestedByName: string;
  requestedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  effectiveAt: string | null;
}

export const CHANGE_TONES: Record<PayeeChangeState, Tone> = {
  requested: 'wait',
  approved: 'info',
  in_force: 'good',
  refused: 'bad',
  withdrawn: 'off',
};
