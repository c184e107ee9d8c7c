import { writeAudit } from '../../db/queries/audit.ts';
import { type BrandRow, insertBrand, readBrand } from '../../db/queries/brands.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { BrandCreate } from './brands.schema.ts';

export async function createBrand(
  { db }: Services,
  identity: Identity,
  input: BrandCreate,
): Promise<BrandRow> {
  const reason = whyNot(identity.role, 'brands.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const id = await insertBrand(trx, input);
    const after = found(await readBrand(trx, id), 'brand', id);
    await writeAudit(trx, identity, {
      action: 'brands.create',
      entity: 'brand',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
