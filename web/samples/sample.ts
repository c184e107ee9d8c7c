import type { Reason } from '../../api/domain/error.ts';
import type { SampleStage } from '../../api/domain/inspection/sample-life.ts';
import type { Category } from '../../api/domain/inspection/templates.ts';
import type { Tone } from '../fields/StatusChip.tsx';
import type { Point } from '../photos/photo.ts';

export interface SampleStepTaken {
  id: number;
  step: string;
  fromStage: string | null;
  toStage: string;
  pieces: number | null;
  days: number | null;
  note: string | null;
  actorName: string | null;
  at: string;
}

export type SampleVerb =
  | 'approve'
  | 'decline'
  | 'send'
  | 'receive'
  | 'extend'
  | 'seal'
  | 'witness'
  | 'unseal'
  | 'keep'
  | 'return'
  | 'convert'
  | 'lose';

export interface Sample {
  id: number;
  productId: number;
  productName: string;
  brandName: string | null;
  anchorId: number | null;
  anchorName: string | null;
  stage: SampleStage;
  pieces: number;
  piecesReturned: number;
  isLoan: boolean;
  loanDays: number;
  isValuable: boolean;
  valueFen?: number | null;
  purpose: string | null;
  carrier: string | null;
  trackingNo: string | null;
  requestedByName: string | null;
  requestedOn: string;
  receivedOn: string | null;
  extensionDays: number;
  dueOn: string | null;
  isOverdue: boolean;
  sealState?: 'none' | 'waiting_witness' | 'sealed' | 'superseded';
  sealedById?: string | null;
  sealNumber?: string | null;
  /** Only of a whole record. */
  steps?: SampleStepTaken[];
  refusals?: Record<SampleVerb, Reason | null>;
}

export interface SealRecord {
  sampleId: number;
  productId: number;
  productName: string;
  brandName: string | null;
  category: Category;
  attributes: Record<string, string>;
  readGtin: string | null;
  batch: string;
  sealNumber: string;
  sealedOn: string;
  sealedById: string;
  sealedByName: string;
  sealedAt: string;
  witnessedByName: string | null;
  witnessedAt: string | null;
  contentSha256: string;
  isInForce: boolean;
  supersedes: number | null;
  supersededBy: number | null;
  faces: {
    id: number;
    face: string;
    photoId: number;
    photoSha256: string;
    width: number;
    height: number;
    outline: Point[];
    variableZones: Point[][];
  }[];
}

export const STAGE_TONES: Record<SampleStage, Tone> = {
  requested: 'wait',
  declined: 'off',
  approved: 'info',
  sent: 'info',
  received: 'wait',
  sealed: 'good',
  kept: 'good',
  returned: 'off',
  converted: 'off',
  lost: 'bad',
};

/** The one step that comes next, whoever may take it; undefined where nothing is expected. */
export function mainVerbOf({
  stage,
  sealState,
  isLoan,
}: Pick<Sample, 'stage' | 'sealState' | 'isLoan'>): SampleVerb | undefined {
  if (stage === 'requested') return 'approve';
  if (stage === 'approved') return 'send';
  if (stage === 'sent') return 'receive';
  if (stage === 'received') return sealState === 'waiting_witness' ? 'witness' : 'seal';
  if (stage === 'sealed' || stage === 'kept') return isLoan ? 'return' : undefined;
  return undefined;
}

const OF_STAGE: Partial<Record<SampleStage, readonly SampleVerb[]>> = {
  requested: ['decline'],
  sent: ['lose'],
  received: ['return', 'keep', 'convert', 'extend', 'lose'],
  sealed: ['return', 'keep', 'convert', 'extend', 'lose'],
  kept: ['return', 'convert', 'extend', 'lose'],
};

/** What else can be done with it where it stands. */
export function otherVerbsOf(
  sample: Pick<Sample, 'stage' | 'sealState' | 'isLoan' | 'isValuable'>,
): SampleVerb[] {
  const main = mainVerbOf(sample);
  const verbs = (OF_STAGE[sample.stage] ?? []).filter((verb) => verb !== main);
  const fitting = verbs.filter((verb) => verb !== 'extend' || (sample.isLoan && sample.isValuable));
  return sample.sealState === 'waiting_witness' ? ['unseal', ...fitting] : fitting;
}
