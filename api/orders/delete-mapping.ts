import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { deleteMapping, type MappingRow } from '../../db/queries/import-mappings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';

/** Throws a saved mapping away and answers it; refuses an unknown one (404). */
export async function dropMapping(db: Db, identity: Identity, id: number): Promise<MappingRow> {
  const reason = whyNot(identity.role, 'imports.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const mapping = await deleteMapping(trx, id);
    if (mapping === undefined) throw new DomainError('not_found', 'not_found', `there is no mapping ${id}`);
    await writeAudit(trx, identity, {
      action: 'imports.delete-mapping',
      entity: 'import_mapping',
      entityId: id,
      before: mapping,
    });
    return mapping;
  });
}
