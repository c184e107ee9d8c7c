import type { Reason } from '../../api/domain/error.ts';
import type { ImportStatus } from '../../api/domain/import.ts';

/** `GET /imports/{id}`. */
export interface ImportRecord {
  id: number;
  fileName: string;
  profile: string;
  platform: string;
  status: ImportStatus;
  bytesTotal: number;
  bytesRead: number;
  lines: number;
  stored: number;
  updated: number;
  unchanged: number;
  rejected: number;
  paidFen: number;
  settledFen: number;
  refundedFen: number;
  failure: string | null;
  createdByName: string | null;
  createdAt: string;
  finishedAt: string | null;
  undoReason: Reason | null;
  /** null in lists. */
  settledLines: number | null;
  cancelRequested: boolean;
}

export const isAtWork = (status: ImportStatus): boolean => status === 'queued' || status === 'running';

/** Whole percent for the bar; 100 only when it is done, so that a bar never stands full over work that goes on. */
export function percentOf(record: Pick<ImportRecord, 'status' | 'bytesRead' | 'bytesTotal'>): number {
  if (!isAtWork(record.status)) return 100;
  if (record.bytesTotal <= 0) return 0;
  return Math.min(99, Math.floor((record.bytesRead / record.bytesTotal) * 100));
}
