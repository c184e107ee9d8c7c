import type { SupplierPoints } from '../../api/domain/inspection/supplier-score.ts';
import type { Tone } from '../fields/StatusChip.tsx';

export interface Appeal {
  text: string;
  receivedOn: string;
  recordedByName: string | null;
  recordedAt: string;
  outcome: 'upheld' | 'lifted' | null;
  decisionReason: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
}

export interface Blacklist {
  id: number;
  brandId: number;
  brandName: string;
  caseId: number | null;
  caseNo: string | null;
  reason: string;
  startsOn: string;
  endsOn: string;
  state: 'in_force' | 'ended' | 'lifted';
  listedById: string | null;
  listedByName: string | null;
  listedAt: string;
  appeal: Appeal | null;
}

export interface Supplier {
  id: number;
  brandId: number;
  brandName: string;
  score: number;
  grade: 'A' | 'B' | 'C' | 'D';
  substitutions: number;
  deviations: number;
  cleared: number;
  openCases: number;
  rejectedLots: number;
  lots: number;
  points: SupplierPoints[];
  blacklist: Blacklist | null;
  /** Only of a whole record. */
  cases?: {
    id: number;
    no: string;
    outcome: string | null;
    decidedAt: string | null;
    productName: string;
  }[];
  blacklists?: Blacklist[];
}

export const GRADE_TONES: Record<Supplier['grade'], Tone> = { A: 'good', B: 'info', C: 'wait', D: 'bad' };
export const LISTING_TONES: Record<Blacklist['state'], Tone> = {
  in_force: 'bad',
  ended: 'off',
  lifted: 'good',
};
