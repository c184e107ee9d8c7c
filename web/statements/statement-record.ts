import type { StatementDocument } from '../../api/domain/statement.ts';
import type { SettlementLine } from '../fields/explanation.ts';

/** `GET /statements/{id}`. */
export interface Statement {
  id: number;
  no: string;
  anchorId: number;
  anchorName: string;
  month: string;
  openingFen: number;
  earnedFen: number;
  closingFen: number;
  payableFen: number;
  contentSha256: string;
  issuedAt: string;
  payoutId: number | null;
  payoutStatus: string | null;
  document: StatementDocument;
}

/** Opens the drawer that explains a line. */
export type OpenWhy = (line: Pick<SettlementLine, 'lineId' | 'seq'>) => void;
