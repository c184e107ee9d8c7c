import { writeAudit } from '../../db/queries/audit.ts';
import { type DealRecord, readDeal, replaceDealLines, updateDealValues } from '../../db/queries/deals.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { DealEdit } from './deals.schema.ts';
import { refuseBlacklisted } from './refuse-blacklisted.ts';

export async function updateDeal(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, lines, ...values }: DealEdit,
): Promise<DealRecord> {
  const reason = whyNot(identity.role, 'deals.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'deal', id);
    const before = found(await readDeal(trx, id), 'deal', id);
    await raiseRowVersion(trx, 'deal', { id, rowVersion }, before);
    if (lines.some((line) => line.id === undefined)) await refuseBlacklisted(trx, values.brandId);
    await updateDealValues(trx, id, values);
    await replaceDealLines(trx, id, lines);
    const after = found(await readDeal(trx, id), 'deal', id);
    await writeAudit(trx, identity, {
      action: 'deals.edit',
      entity: 'deal',
      entityId: id,
      ...diffRecords(before, after),
    });
    return after;
  });
}
