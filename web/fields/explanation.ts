import type { LineFacts, Sentence } from '../../api/domain/explain.ts';

/** Why one settlement line has its amount: `GET /settlement-lines/{lineId}/{seq}/explain`. */
export type Explanation = LineFacts & { sentences: Sentence[] };

/** One row of `GET /settlement-lines` and `GET /statements/{id}/lines`: an anchor's part of one order line. */
export interface SettlementLine {
  lineId: number;
  seq: number;
  runId: number;
  month: string;
  anchorId: number;
  anchorName: string;
  orderNo: string;
  lineNo: string;
  productName: string | null;
  streamTitle: string | null;
  kind: 'settle' | 'refund' | 'trueup';
  salesFen: number;
  baseFen: number;
  rateBps: number | null;
  rateOf?: 'base' | 'rest';
  amountFen: number;
  clause: string | null;
}

/** What a line is known by on the screen. */
export const lineKey = (line: Pick<SettlementLine, 'lineId' | 'seq'>): string => `${line.lineId}:${line.seq}`;
