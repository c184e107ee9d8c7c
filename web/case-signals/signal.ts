import type { SignalKind } from '../../api/domain/inspection/case-signals.ts';

export const SIGNAL_KINDS: readonly SignalKind[] = [
  'quality_return',
  'complaint_words',
  'price_change',
  'gtin_change',
];

export interface CaseSignal {
  key: string;
  kind: SignalKind;
  productId: number;
  productName: string;
  brandName: string | null;
  anchorId: number;
  anchorName: string;
  from: string;
  to: string;
  observed: { count: number; of: number };
  expected: { bps: number | null; fen: number | null; from: 'anchor_product' | 'product' | 'house' };
  threshold: { name: string; value: string; isHouse: boolean };
  pBelow: string | null;
  lines: number;
  words: { zh: string; en: string };
  openCaseId: number | null;
}

export interface SignalLine {
  lineId: number;
  orderNo: string;
  platform: string;
  paidAt: string;
  paidFen: number;
  refundFen: number;
  priceFen: number | null;
  text: string | null;
}
