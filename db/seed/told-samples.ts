import type { Trx } from '../connect.ts';

/** The sample the story asked for, if it got so far. */
export async function findSample(trx: Trx, productId: number, purpose: string): Promise<number | undefined> {
  const row = await trx
    .selectFrom('sample')
    .select('id')
    .where('product_id', '=', productId)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row?.id;
}

/** The inspection the story started, by its lot or order number. */
export async function findInspection(trx: Trx, productId: number, no: string): Promise<number | undefined> {
  const row = await trx
    .selectFrom('inspection')
    .select('id')
    .where('product_id', '=', productId)
    .where((eb) => eb.or([eb('lot_no', '=', no), eb('order_no', '=', no)]))
    .executeTakeFirst();
  return row?.id;
}
