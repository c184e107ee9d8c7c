import { writeAudit } from '../../db/queries/audit.ts';
import { reattributeLines } from '../../db/queries/order-streams.ts';
import { requireAnchorsInSight } from '../../db/queries/references.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { readStream, replaceItems, type StreamRecord, updateStreamValues } from '../../db/queries/streams.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { checkItems } from './check-items.ts';
import type { StreamEdit } from './streams.schema.ts';

/** Only staff write streams, so the record is read whole. */
const STAFF = { seesInternals: true };

export async function updateStream(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, items, ...values }: StreamEdit,
): Promise<StreamRecord> {
  const reason = whyNot(identity.role, 'streams.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'stream', id);
    const before = found(await readStream(trx, id, STAFF), 'stream', id);
    await requireAnchorsInSight(trx, [{ path: 'anchorId', id: values.anchorId }]);
    await raiseRowVersion(trx, 'stream', { id, rowVersion }, before);
    await updateStreamValues(trx, id, values);
    await replaceItems(trx, id, await checkItems(trx, items));
    await reattributeLines(trx, [before, values]);
    const after = found(await readStream(trx, id, STAFF), 'stream', id);
    await writeAudit(trx, identity, {
      action: 'streams.edit',
      entity: 'stream',
      entityId: id,
      ...diffRecords(before, after),
    });
    return after;
  });
}
