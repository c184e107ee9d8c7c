import { writeAudit } from '../../db/queries/audit.ts';
import { reattributeLines } from '../../db/queries/order-streams.ts';
import { requireAnchorsInSight } from '../../db/queries/references.ts';
import { insertStream, readStream, replaceItems, type StreamRecord } from '../../db/queries/streams.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { checkItems } from './check-items.ts';
import type { StreamCreate } from './streams.schema.ts';

/** Only staff write streams, so the record is read whole. */
const STAFF = { seesInternals: true };

export async function createStream(
  { db }: Services,
  identity: Identity,
  { items, ...values }: StreamCreate,
): Promise<StreamRecord> {
  const reason = whyNot(identity.role, 'streams.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await requireAnchorsInSight(trx, [{ path: 'anchorId', id: values.anchorId }]);
    const id = await insertStream(trx, values);
    await replaceItems(trx, id, await checkItems(trx, items));
    await reattributeLines(trx, [values]);
    const after = found(await readStream(trx, id, STAFF), 'stream', id);
    await writeAudit(trx, identity, {
      action: 'streams.create',
      entity: 'stream',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
