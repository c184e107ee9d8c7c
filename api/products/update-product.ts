import { writeAudit } from '../../db/queries/audit.ts';
import {
  type ProductRow,
  readProduct,
  replaceListings,
  updateProductValues,
} from '../../db/queries/products.ts';
import { requireAnchorsInSight } from '../../db/queries/references.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { namedAnchors } from './named-anchors.ts';
import type { ProductEdit } from './products.schema.ts';

export async function updateProduct(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, listings, ...values }: ProductEdit,
): Promise<ProductRow> {
  const reason = whyNot(identity.role, 'products.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'product', id);
    const before = found(await readProduct(trx, id), 'product', id);
    await raiseRowVersion(trx, 'product', { id, rowVersion }, before);
    await requireAnchorsInSight(trx, namedAnchors(listings, before.listings));
    await updateProductValues(trx, id, values);
    await replaceListings(trx, id, listings);
    const after = found(await readProduct(trx, id), 'product', id);
    await writeAudit(trx, identity, {
      action: 'products.edit',
      entity: 'product',
      entityId: id,
      ...diffRecords(before, after),
    });
    return after;
  });
}
