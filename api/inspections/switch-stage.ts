import { writeAudit } from '../../db/queries/audit.ts';
import { findOpenLot, insertSwitch, lockHistory } from '../../db/queries/inspection-history.ts';
import { readProduct } from '../../db/queries/products.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { afterEvent } from '../domain/sampling/switching.ts';
import type { Services } from '../http/context.ts';
import type { SwitchCreate } from './inspections.schema.ts';
import { readSwitching, type ShownHistory, showHistory } from './plan-lot.ts';

/** The word of a person where the switching rules ask for one; throws what the rules refuse. */
export async function switchStage(
  { db }: Services,
  identity: Identity,
  input: SwitchCreate,
): Promise<ShownHistory> {
  const reason = whyNot(identity.role, 'inspections.switch');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const brandId = (await readProduct(trx, input.productId))?.brandId ?? null;
    if (brandId === null)
      throw new DomainError('invalid', 'unknown_reference', 'productId: no such product with a brand', {
        errors: { productId: 'no such product with a brand' },
      });
    const goods = { brandId, productId: input.productId };
    await lockHistory(trx, goods);
    if ((await findOpenLot(trx, goods)) !== undefined)
      throw new DomainError(
        'conflict',
        'lot_open',
        'a lot of this product is being inspected: close it first',
      );
    const { now } = await showHistory(trx, goods);
    const refusal = now.refusals[input.kind];
    if (refusal) throw refuse('conflict', refusal);
    const { kind, isProductionSteady } = input;
    afterEvent(await readSwitching(trx, goods), { kind, isProductionSteady });
    await insertSwitch(trx, { ...goods, ...input, actorId: actorId(identity) });
    await writeAudit(trx, identity, {
      ...{ action: 'inspections.switch', entity: 'product', entityId: input.productId, after: input },
    });
    return showHistory(trx, goods);
  });
}
