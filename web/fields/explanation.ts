/** Why one settlement line has its amount: `GET /settlement-lines/{lineId}/{seq}/explain`. */
export interface Explanation {
  orderLine: {
    lineId?: number;
    id?: number;
    platform?: string;
    orderNo: string;
    lineNo: string | null;
    productName: string | null;
    quantity?: number | null;
    paidFen?: number | null;
    refundFen?: number | null;
    settledFen?: number | null;
    commissionFen?: number | null;
    paidAt?: string | null;
    settledAt?: string | null;
  };
  rule: {
    contractId?: number;
    contractNo: string;
    versionNo: number;
    clauseNo: string | null;
    clauseHeading: string | null;
    clauseText: string | null;
    base: 'commission' | 'sales';
    scope: unknown;
    tierFromFen: number;
    tierToFen: number | null;
    cumulativeBeforeFen: number | null;
  };
  parts: ExplainedPart[];
  amends?: { seq: number; month: string; amountFen: number } | null;
  sentences: { key: string; values: Record<string, string | number | null>; text: string }[];
}

export interface ExplainedPart {
  partyName: string;
  kind: string;
  rateBps: number | null;
  takesFrom: 'base' | 'rest';
  amountFen: number;
}

export interface SettlementLine {
  lineId: number;
  seq: number;
  runId: number;
  month: string;
  anchorId: number;
  anchorName: string;
  orderNo: string;
  lineNo: string | null;
  productName: string | null;
  kind: 'settle' | 'refund' | 'trueup';
  salesFen: number;
  baseFen: number;
  rateBps: number | null;
  amountFen: number;
  clause: string;
}
