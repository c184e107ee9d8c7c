import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { lockPlatform } from '../../db/queries/order-import-lines.ts';
import { linkRefunds } from '../../db/queries/order-import-refunds.ts';
import {
  countUndoObstacles,
  deleteImported,
  markUndone,
  readImportForUpdate,
  restoreRevised,
} from '../../db/queries/order-import-undo.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';

export interface UndoRequest {
  db: Db;
  identity: Identity;
  importId: number;
}

export interface UndoResult {
  importId: number;
  deleted: number;
  restored: number;
}

/**
 * Takes an import back: its lines go, lines it changed become what they were. Refused: no such import (404), one that is
 * not done (`import_not_done`), lines that are settled (`import_settled`), lines a later import changed (`import_changed_later`).
 */
export async function undoImport({ db, identity, importId }: UndoRequest): Promise<UndoResult> {
  const reason = whyNot(identity.role, 'imports.undo');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(
    db,
    identity,
    async (trx) => {
      const state = await readImportForUpdate(trx, importId);
      if (state === undefined)
        throw new DomainError('not_found', 'import_unknown', `There is no import ${importId}.`);
      if (state.status !== 'done') {
        throw new DomainError(
          'conflict',
          'import_not_done',
          `Import ${importId} is ${state.status}; only a finished one can be undone.`,
        );
      }
      // No import may change these lines between the look and the deed.
      await lockPlatform(trx, state.platform);
      const { settled, laterImports } = await countUndoObstacles(trx, importId);
      if (settled > 0) {
        throw new DomainError(
          'conflict',
          'import_settled',
          `${settled} lines of import ${importId} are settled and stay.`,
          { details: { settled } },
        );
      }
      if (laterImports.length > 0) {
        throw new DomainError(
          'conflict',
          'import_changed_later',
          `Lines of import ${importId} were changed by import ${laterImports.join(', ')}; undo that one first.`,
          { details: { laterImports } },
        );
      }
      const restored = await restoreRevised(trx, state.platform, importId);
      const deleted = await deleteImported(trx, state.platform, importId);
      await linkRefunds(trx, state.platform);
      await markUndone(trx, importId, actorId(identity));
      await writeAudit(trx, identity, {
        action: 'imports.undo',
        entity: 'order_import',
        entityId: importId,
        before: { status: 'done', stored: state.stored, updated: state.updated },
        after: { status: 'undone', deleted, restored },
      });
      return { importId, deleted, restored };
    },
    { statementTimeoutMs: 0 },
  );
}
