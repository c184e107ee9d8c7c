import type { Reason } from '../../../api/domain/error.ts';

interface After {
  score: number;
  nextStage: string;
}

export type HistoryLot = After & {
  kind: 'lot';
  inspectionId: number;
  lotNo: string | null;
  closedAt: string;
  inspectedOn: string;
  stage: string;
  isAccepted: boolean;
  isResubmitted: boolean;
  nonconforming: number;
  sampleSize: number;
  acceptUpTo: number;
};

export type HistorySwitch = After & {
  kind: 'reduce' | 'back_to_normal' | 'resume';
  at: string;
  actorName: string | null;
  reason: string;
};

/** The lots of one supplier's product in order, and where inspection stands. */
export interface History {
  brandId: number;
  productId: number;
  events: (HistoryLot | HistorySwitch)[];
  now: {
    stage: string;
    score: number;
    isDiscontinued: boolean;
    refusals: Record<'reduce' | 'back_to_normal' | 'resume', Reason | null>;
  };
}

export const lotsOf = ({ events }: Pick<History, 'events'>): HistoryLot[] =>
  events.filter((event): event is HistoryLot => event.kind === 'lot');
