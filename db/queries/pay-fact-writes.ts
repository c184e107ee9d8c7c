import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface NewDealFee {
  dealLineId: number;
  kind: 'slot_fee' | 'service_fee';
  streamId: number | null;
  amountFen: number;
  receivedOn: string;
  reference: string;
  reversesId: number | null;
  recordedBy: string | null;
}

export async function insertDealFee(trx: Trx, fee: NewDealFee): Promise<number> {
  const { id } = await trx
    .insertInto('deal_fee')
    .values({
      deal_line_id: fee.dealLineId,
      kind: fee.kind,
      stream_id: fee.streamId,
      amount_fen: fee.amountFen,
      received_on: fee.receivedOn,
      reference: fee.reference,
      reverses_id: fee.reversesId,
      recorded_by: fee.recordedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A component of a confirmed version and the anchor it is of; undefined for an unknown or a draft's one. */
export async function readComponentOwner(
  trx: Trx,
  componentId: number,
): Promise<{ type: string; anchorId: number } | undefined> {
  const { rows } = await sql<{ type: string; anchorId: number }>`
    select c.type, ct.anchor_id as "anchorId" from pay_component c join contract_version v on v.id = c.contract_version_id join contract ct on ct.id = v.contract_id
     where c.id = ${componentId} and v.status in ('active', 'ended')`.execute(trx);
  return rows[0];
}

export async function insertRecoupItem(
  trx: Trx,
  item: {
    componentId: number;
    anchorId: number;
    name: string;
    day: string;
    amountFen: number;
    evidence: string;
    requestedBy: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('recoup_item')
    .values({
      component_id: item.componentId,
      anchor_id: item.anchorId,
      name: item.name,
      day: item.day,
      amount_fen: item.amountFen,
      evidence: item.evidence,
      requested_by: item.requestedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function approveRecoupItem(trx: Trx, id: number, by: string): Promise<void> {
  await trx
    .updateTable('recoup_item')
    .set({ approved_by: by, approved_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

export async function insertFine(
  trx: Trx,
  fine: {
    componentId: number;
    anchorId: number;
    day: string;
    amountFen: number;
    what: string;
    evidence: string;
    proposedBy: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('pay_fine')
    .values({
      component_id: fine.componentId,
      anchor_id: fine.anchorId,
      day: fine.day,
      amount_fen: fine.amountFen,
      what: fine.what,
      evidence: fine.evidence,
      proposed_by: fine.proposedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function notifyFine(trx: Trx, id: number, on: string, by: string): Promise<void> {
  await trx.updateTable('pay_fine').set({ notified_on: on, notified_by: by }).where('id', '=', id).execute();
}

export async function objectToFine(trx: Trx, id: number, text: string): Promise<void> {
  await trx
    .updateTable('pay_fine')
    .set({ objection: 'open', objection_text: text, objected_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

export async function decideFine(
  trx: Trx,
  id: number,
  decision: { outcome: 'upheld' | 'rejected'; reason: string; by: string },
): Promise<void> {
  await trx
    .updateTable('pay_fine')
    .set({
      objection: decision.outcome,
      decided_by: decision.by,
      decided_at: sql`clock_timestamp()`,
      decision_reason: decision.reason,
    })
    .where('id', '=', id)
    .execute();
}

export async function insertAdjustment(
  trx: Trx,
  one: {
    anchorId: number;
    concernsMonth: string;
    amountFen: number;
    reason: string;
    evidence: string;
    preparedBy: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('pay_adjustment')
    .values({
      anchor_id: one.anchorId,
      concerns_month: one.concernsMonth,
      amount_fen: one.amountFen,
      reason: one.reason,
      evidence: one.evidence,
      prepared_by: one.preparedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** `declineReason` null approves it. */
export async function decideAdjustment(
  trx: Trx,
  id: number,
  { by, declineReason }: { by: string; declineReason: string | null },
): Promise<void> {
  const now = sql<string>`clock_timestamp()`;
  await trx
    .updateTable('pay_adjustment')
    .set(
      declineReason === null
        ? { approved_by: by, approved_at: now }
        : { declined_by: by, declined_at: now, decline_reason: declineReason },
    )
    .where('id', '=', id)
    .execute();
}
