import {
  type AnchorRecord,
  readAnchor,
  replaceAccounts,
  updateAnchorValues,
} from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { AnchorEdit } from './anchors.schema.ts';
import { checkAnchor } from './check-anchor.ts';

export async function updateAnchor(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, accounts, ...values }: AnchorEdit,
): Promise<AnchorRecord> {
  const reason = whyNot(identity.role, 'anchors.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'anchor', id);
    const before = found(await readAnchor(trx, id), 'anchor', id);
    await checkAnchor(trx, identity, values);
    await raiseRowVersion(trx, 'anchor', { id, rowVersion }, before);
    await updateAnchorValues(trx, id, values);
    await replaceAccounts(trx, id, accounts);
    const after = found(await readAnchor(trx, id), 'anchor', id);
    await writeAudit(trx, identity, {
      action: 'anchors.edit',
      entity: 'anchor',
      entityId: id,
      ...diffRecords(before, after),
    });
    return after;
  });
}
