import { writeAudit } from '../../db/queries/audit.ts';
import { type DealRecord, insertDeal, readDeal, replaceDealLines } from '../../db/queries/deals.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { DealCreate } from './deals.schema.ts';
import { refuseBlacklisted } from './refuse-blacklisted.ts';

export async function createDeal(
  { db }: Services,
  identity: Identity,
  { lines, ...values }: DealCreate,
): Promise<DealRecord> {
  const reason = whyNot(identity.role, 'deals.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    if (lines.length > 0) await refuseBlacklisted(trx, values.brandId);
    const id = await insertDeal(trx, values);
    await replaceDealLines(trx, id, lines);
    const after = found(await readDeal(trx, id), 'deal', id);
    await writeAudit(trx, identity, {
      action: 'deals.create',
      entity: 'deal',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
