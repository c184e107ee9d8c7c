import { sql } from 'kysely';
import { DomainError, refuse } from '../../api/domain/error.ts';
import { type HoldScope, whyNotWindow } from '../../api/domain/hold/hold-rules.ts';
import { houseHoldFrom } from '../../api/domain/hold/house-window.ts';
import { actorId, type Identity } from '../../api/domain/identity.ts';
import type { Trx } from '../connect.ts';
import { writeAudit } from './audit.ts';
import { insertCase, insertCaseEvidence, insertStopSale, type NewCase, takeCaseStep } from './case-writes.ts';
import { contentDigest } from './content-digest.ts';
import { holdShares, lockHeldMoney } from './hold-take.ts';
import { insertHold } from './holds.ts';

export type Window = Omit<HoldScope, 'productId'>;

export interface CaseOpening extends Omit<NewCase, 'openedBy' | 'brandId'> {
  /** Null: no money is held (yet). */
  hold: Window | null;
}

/**
 * Opens a case in the caller's transaction: its number, the stop-sale of its goods, and the hold where one is asked for.
 * Throws DomainError 422 `unknown_reference` for goods that are not there and what `whyNotWindow` says.
 */
export async function openCase(
  trx: Trx,
  identity: Identity,
  { hold, ...values }: CaseOpening,
): Promise<{ id: number; no: string }> {
  const product = await trx
    .selectFrom('product')
    .select([
      'brand_id as brandId',
      sql<string>`(now() at time zone 'Asia/Shanghai')::date::text`.as('today'),
    ])
    .where('id', '=', values.productId)
    .executeTakeFirst();
  if (!product)
    throw new DomainError('invalid', 'unknown_reference', 'productId: no such record', {
      errors: { productId: 'no such record' },
    });
  const openedBy = actorId(identity);
  const opened = await insertCase(trx, { ...values, brandId: product.brandId, openedBy }, product.today);
  const at = { caseId: opened.id, fromStage: 'open', toStage: 'open', actorId: openedBy } as const;
  await takeCaseStep(trx, { ...at, step: 'open', reason: values.reason, details: { origin: values.origin } });
  await insertStopSale(trx, { caseId: opened.id, caseNo: opened.no, productId: values.productId });
  await takeCaseStep(trx, { ...at, step: 'stop_sale', reason: null });
  await writeAudit(trx, identity, {
    action: 'cases.open',
    entity: 'substitution_case',
    entityId: opened.id,
    after: { ...values, no: opened.no, hold },
  });
  if (hold)
    await startHold(
      trx,
      identity,
      { ...hold, productId: values.productId },
      { ...opened, reason: values.reason, stage: 'open' },
    );
  return opened;
}

/** Starts a hold and brings in what is settled already. */
export async function startHold(
  trx: Trx,
  identity: Identity,
  scope: HoldScope,
  of: { id: number; reason: string; stage: NonNullable<Parameters<typeof takeCaseStep>[1]['fromStage']> },
): Promise<number> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(trx);
  const refusal = whyNotWindow(scope, rows[0]!.now);
  if (refusal) throw refuse('invalid', refusal);
  await lockHeldMoney(trx);
  const holdId = await insertHold(trx, {
    ...scope,
    caseId: of.id,
    reason: of.reason,
    startedBy: actorId(identity),
  });
  await holdShares(trx, `hold:${holdId}`, actorId(identity));
  await takeCaseStep(trx, {
    caseId: of.id,
    step: 'hold',
    fromStage: of.stage,
    toStage: of.stage,
    reason: of.reason,
    details: { holdId, ...scope },
    actorId: actorId(identity),
  });
  await writeAudit(trx, identity, {
    action: 'cases.hold',
    entity: 'substitution_case',
    entityId: of.id,
    after: { holdId, ...scope },
  });
  return holdId;
}

interface InspectedRow {
  kind: 'lot' | 'mystery';
  productId: number;
  productName: string;
  at: string;
  lastCleanAt: string | null;
  batch: string | null;
  differences: {
    unitNo: number;
    code: string;
    attribute: string | null;
    sealed: string | null;
    shipped: string | null;
  }[];
}

/**
 * Opens the case of an inspection in which a critical difference is upheld: once, however often it is asked. Money is
 * held from the house's window on. Answers the case's id, or undefined where nothing critical is upheld.
 */
export async function openCaseFromInspection(
  trx: Trx,
  identity: Identity,
  inspectionId: number,
): Promise<{ id: number; isNew: boolean } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast.case'), ${inspectionId}::int)`.execute(trx);
  const known = await trx
    .selectFrom('substitution_case')
    .select('id')
    .where('inspection_id', '=', inspectionId)
    .where('origin', '=', 'inspection')
    .executeTakeFirst();
  if (known) return { id: known.id, isNew: false };
  const inspected = await readInspected(trx, inspectionId);
  if (!inspected || inspected.differences.length === 0) return undefined;
  const { productId, productName, batch } = inspected;
  const { id } = await openCase(trx, identity, {
    ...{ productId, batch, inspectionId },
    title: `${productName.slice(0, 60)} 抽检与封样不一致`,
    reason: `抽检 #${inspectionId} 发现关键项与封样不一致：${inspected.differences.length} 处`,
    origin: 'inspection',
    signalKey: null,
    hold: {
      ...{ paidFrom: houseHoldFrom(inspected), paidTo: null },
      ...{ platform: null, streamId: null, dealId: null, anchorId: null },
    },
  });
  await insertCaseEvidence(trx, {
    ...{ caseId: id, inspectionId, kind: 'inspection' },
    title: `抽检 #${inspectionId}`,
    note: '',
    snapshot: inspected,
    sha256: contentDigest(inspected),
    addedBy: actorId(identity),
  });
  await takeCaseStep(trx, {
    ...{ caseId: id, step: 'add_evidence', fromStage: 'open', toStage: 'evidence', reason: null },
    details: { inspectionId },
    actorId: actorId(identity),
  });
  return { id, isNew: true };
}

/** Of an inspection that was written down later, its own days count: what it says, it says of the goods of that day. */
const firstLookedAt = sql`(select min(u.inspected_on)::timestamp at time zone 'Asia/Shanghai' from inspection_unit u
  where u.inspection_id = i.id having min(u.inspected_on) < (i.started_at at time zone 'Asia/Shanghai')::date)`;
const cleanUntil = sql`(select (max(u.inspected_on) + 1)::timestamp at time zone 'Asia/Shanghai' from inspection_unit u where u.inspection_id = c.id)`;

async function readInspected(trx: Trx, inspectionId: number): Promise<InspectedRow | undefined> {
  const { rows } = await sql<InspectedRow>`
    select i.kind, i.product_id as "productId", p.name as "productName", coalesce(i.bought_at, least(i.started_at, ${firstLookedAt})) as at,
           (select max(least(c.closed_at, ${cleanUntil})) from inspection c where c.product_id = i.product_id and c.id <> i.id and c.verdict in ('accepted', 'no_difference_found')) as "lastCleanAt",
           (select case when count(distinct u.batch) = 1 then max(u.batch) end from inspection_unit u where u.inspection_id = i.id) as batch,
           coalesce((select jsonb_agg(jsonb_build_object('unitNo', u.unit_no, 'code', d.code, 'attribute', d.attribute, 'sealed', d.sealed, 'shipped', d.shipped) order by d.id)
             from inspection_difference d join inspection_unit u on u.id = d.unit_id
            where u.inspection_id = i.id and d.state = 'upheld' and d.decided_criticality = 'critical'), '[]') as differences
      from inspection i join product p on p.id = i.product_id where i.id = ${inspectionId}`.execute(trx);
  return rows[0];
}
