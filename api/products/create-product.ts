import { writeAudit } from '../../db/queries/audit.ts';
import { insertProduct, type ProductRow, readProduct, replaceListings } from '../../db/queries/products.ts';
import { requireAnchorsInSight } from '../../db/queries/references.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { namedAnchors } from './named-anchors.ts';
import type { ProductCreate } from './products.schema.ts';

export async function createProduct(
  { db }: Services,
  identity: Identity,
  { listings, ...values }: ProductCreate,
): Promise<ProductRow> {
  const reason = whyNot(identity.role, 'products.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await requireAnchorsInSight(trx, namedAnchors(listings));
    const id = await insertProduct(trx, values);
    await replaceListings(trx, id, listings);
    const after = found(await readProduct(trx, id), 'product', id);
    await writeAudit(trx, identity, {
      action: 'products.create',
      entity: 'product',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
