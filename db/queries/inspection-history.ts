import { sql } from 'kysely';
import type { SamplingPlan } from '../../api/domain/sampling/plan.ts';
import type { Trx } from '../connect.ts';

/** What happened to the goods of one supplier, in the order it happened. */
export type HistoryEvent =
  | {
      kind: 'lot';
      inspectionId: number;
      lotNo: string | null;
      closedAt: string;
      /** The day its last unit was looked at. */
      inspectedOn: string;
      plan: SamplingPlan;
      isAccepted: boolean;
      isResubmitted: boolean;
      nonconforming: number;
    }
  | {
      kind: 'reduce' | 'back_to_normal' | 'resume';
      at: string;
      actorName: string | null;
      reason: string;
      isProductionSteady: boolean;
    };

export interface SupplierGoods {
  brandId: number;
  productId: number;
}

/** Held until the transaction ends: the stage of a lot follows from all before it. */
export async function lockHistory(trx: Trx, { productId }: SupplierGoods): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast.inspection'), ${productId})`.execute(trx);
}

export async function readHistory(trx: Trx, { brandId, productId }: SupplierGoods): Promise<HistoryEvent[]> {
  const { rows } = await sql<{ event: HistoryEvent }>`
    select event from (
      select i.closed_at as at, 0 as first, i.id, jsonb_build_object('kind', 'lot', 'inspectionId', i.id, 'lotNo', i.lot_no,
        'closedAt', i.closed_at, 'inspectedOn', (select max(u.inspected_on) from inspection_unit u where u.inspection_id = i.id), 'plan', i.plan_major, 'isAccepted', i.verdict = 'accepted', 'isResubmitted', i.is_resubmitted,
        'nonconforming', i.nonconforming_major) as event
        from inspection i where i.kind = 'lot' and i.status = 'closed' and i.brand_id = ${brandId} and i.product_id = ${productId}
      union all
      select s.at, 1, s.id, jsonb_build_object('kind', s.kind, 'at', s.at, 'actorName', u.name, 'reason', s.reason,
        'isProductionSteady', s.is_production_steady)
        from inspection_switch s left join app_user u on u.id = s.actor_id
       where s.brand_id = ${brandId} and s.product_id = ${productId}) e
    order by at, first, id`.execute(trx);
  return rows.map(({ event }) => event);
}

/** The lot of these goods that is being inspected now. */
export async function findOpenLot(
  trx: Trx,
  { brandId, productId }: SupplierGoods,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('inspection')
    .select('id')
    .where('kind', '=', 'lot')
    .where('status', '=', 'open')
    .where('brand_id', '=', brandId)
    .where('product_id', '=', productId)
    .executeTakeFirst();
  return row?.id;
}

export async function insertSwitch(
  trx: Trx,
  change: SupplierGoods & {
    kind: 'reduce' | 'back_to_normal' | 'resume';
    isProductionSteady: boolean;
    reason: string;
    actorId: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('inspection_switch')
    .values({
      brand_id: change.brandId,
      product_id: change.productId,
      kind: change.kind,
      is_production_steady: change.isProductionSteady,
      reason: change.reason,
      actor_id: change.actorId,
    })
    .execute();
}
