import type { Reason } from './error.ts';

export const IMPORT_STATUSES = ['queued', 'running', 'done', 'cancelled', 'failed', 'undone'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What stands against taking an import back; left out where it is not known: a list asks by status alone. */
export interface UndoObstacles {
  /** Lines of this import that are settled. */
  settled: number;
  /** Later imports that changed lines of this one. */
  laterImports: readonly number[];
}

/** Why an import cannot be taken back: what is settled stays, and imports are undone latest first. */
export function whyNotUndo(status: ImportStatus, obstacles?: UndoObstacles): Reason | undefined {
  if (status !== 'done')
    return {
      code: 'import_not_done',
      message: `this import is ${status}; only a finished one can be undone`,
    };
  if (obstacles === undefined) return undefined;
  if (obstacles.settled > 0)
    return {
      code: 'import_settled',
      message: `${obstacles.settled} lines of this import are settled and stay`,
    };
  if (obstacles.laterImports.length > 0)
    return {
      code: 'import_changed_later',
      message: `lines of this import were changed by import ${obstacles.laterImports.join(', ')}: undo that one first`,
    };
  return undefined;
}

/** Why an import cannot be cancelled. */
export function whyNotCancelImport(status: ImportStatus): Reason | undefined {
  if (status === 'queued' || status === 'running') return undefined;
  return { code: 'import_over', message: `this import is ${status} already` };
}
