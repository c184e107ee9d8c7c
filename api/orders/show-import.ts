import type { Trx } from '../../db/connect.ts';
import { type ImportRow, readImport } from '../../db/queries/imports.ts';
import { countUndoObstacles } from '../../db/queries/order-import-undo.ts';
import type { Reason } from '../domain/error.ts';
import { whyNotUndo } from '../domain/import.ts';

export interface ImportRecord extends ImportRow {
  /** Lines of it that are settled; null where it was not counted. */
  settledLines: number | null;
  /** Why it cannot be undone, by a code and in words; null when it can. */
  undoReason: Reason | null;
}

/** One import with what stands against taking it back. */
export async function showImport(trx: Trx, id: number): Promise<ImportRecord | undefined> {
  const row = await readImport(trx, id);
  if (row === undefined) return undefined;
  if (row.status !== 'done') return { ...row, settledLines: 0, undoReason: whyNotUndo(row.status) ?? null };
  const obstacles = await countUndoObstacles(trx, id);
  return {
    ...row,
    settledLines: obstacles.settled,
    undoReason: whyNotUndo(row.status, obstacles) ?? null,
  };
}

/** In a list only the status speaks: counting the lines of every import would take longer than the list. */
export const asListed = (row: ImportRow): ImportRecord => ({
  ...row,
  settledLines: null,
  undoReason: whyNotUndo(row.status) ?? null,
});
