import { writeAudit } from '../../db/queries/audit.ts';
import { type BrandRow, readBrand, updateBrandValues } from '../../db/queries/brands.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { BrandEdit } from './brands.schema.ts';

export async function updateBrand(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, ...values }: BrandEdit,
): Promise<BrandRow> {
  const reason = whyNot(identity.role, 'brands.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'brand', id);
    const before = found(await readBrand(trx, id), 'brand', id);
    await raiseRowVersion(trx, 'brand', { id, rowVersion }, before);
    await updateBrandValues(trx, id, values);
    const after = found(await readBrand(trx, id), 'brand', id);
    await writeAudit(trx, identity, {
      action: 'brands.edit',
      entity: 'brand',
      entityId: id,
      ...diffRecords(before, after),
    });
    return after;
  });
}
