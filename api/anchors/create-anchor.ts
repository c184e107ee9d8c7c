import { type AnchorRecord, insertAnchor, readAnchor, replaceAccounts } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { AnchorCreate } from './anchors.schema.ts';
import { checkAnchor } from './check-anchor.ts';

/** Signs an anchor: the person, the platform accounts, and the party that takes part in splits. */
export async function createAnchor(
  { db }: Services,
  identity: Identity,
  { accounts, ...values }: AnchorCreate,
): Promise<AnchorRecord> {
  const reason = whyNot(identity.role, 'anchors.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await checkAnchor(trx, identity, values);
    const id = await insertAnchor(trx, values);
    await replaceAccounts(trx, id, accounts);
    const after = found(await readAnchor(trx, id), 'anchor', id);
    await writeAudit(trx, identity, {
      action: 'anchors.create',
      entity: 'anchor',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
