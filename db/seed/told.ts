import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** What of the demo is in the database already, by names the story gives: an interrupted telling goes on where it stopped. */
export interface Told {
  /** Whether the whole story was told: from then on the database is the visitor's. */
  isFinished: boolean;
  teams: Map<string, number>;
  users: Map<string, string>;
  anchors: Map<string, number>;
  parties: Map<string, number>;
  brands: Map<string, number>;
  products: Map<string, number>;
  deals: Map<string, number>;
  /** Offer line of a product, the newest deal's where there are several. */
  offers: Map<number, number>;
  streams: Map<string, number>;
  contracts: Map<string, number>;
  /** By contract number and version, `MC-2026-001 1`. */
  versions: Map<string, { id: number; status: string; stage: string; rowVersion: number }>;
  imports: Set<string>;
  settledMonths: Set<string>;
  closedMonths: Set<string>;
  /** Ids of anchors. */
  taxProfiles: Set<string>;
  /** `3 2026-06` */
  taxInputs: Set<string>;
  /** Statement and payout of an anchor and month, `3 2026-04`. */
  statements: Map<string, { statementId: number; payoutId: number | null; status: string | null }>;
}

export const FINISHED = 'demo.told';

export async function readTold(trx: Trx): Promise<Told> {
  const { rows: finished } =
    await sql`select 1 from audit_entry where entity = 'agency' and action = ${FINISHED}`.execute(trx);
  const statements = await sql<{
    key: string;
    statementId: number;
    payoutId: number | null;
    status: string | null;
  }>`
    select s.anchor_id || ' ' || s.month as key, s.id as "statementId", p.id as "payoutId", p.status
      from statement s left join payout p on p.statement_id = s.id and p.status <> 'cancelled'`.execute(trx);
  const versions = await sql<{ key: string; id: number; status: string; stage: string; rowVersion: number }>`
    select c.no || ' ' || v.version_no as key, v.id, v.status, v.stage, v.row_version as "rowVersion"
      from contract_version v join contract c on c.id = v.contract_id`.execute(trx);
  return {
    isFinished: finished.length > 0,
    teams: await byKey(trx, sql`select name as key, id from team`),
    users: await byKey<string>(trx, sql`select email as key, id from app_user`),
    anchors: await byKey(trx, sql`select name as key, id from anchor`),
    parties: await byKey(trx, sql`select coalesce('anchor ' || anchor_id, name) as key, id from party`),
    brands: await byKey(trx, sql`select name as key, id from brand`),
    products: await byKey(trx, sql`select gtin as key, id from product where gtin is not null`),
    deals: await byKey(trx, sql`select title as key, id from deal`),
    offers: await byKey(trx, sql`select product_id as key, id from deal_line order by id desc`),
    streams: await byKey(trx, sql`select title as key, id from stream`),
    contracts: await byKey(trx, sql`select no as key, id from contract`),
    versions: new Map(versions.rows.map(({ key, ...row }) => [key, row])),
    imports: await allOf(trx, sql`select file_name as key from order_import where status = 'done'`),
    settledMonths: await allOf(trx, sql`select distinct month as key from settlement_run`),
    closedMonths: await allOf(trx, sql`select month as key from month_close`),
    taxProfiles: await allOf(trx, sql`select distinct anchor_id::text as key from tax_profile`),
    taxInputs: await allOf(trx, sql`select distinct anchor_id || ' ' || month as key from tax_input`),
    statements: new Map(statements.rows.map(({ key, ...row }) => [key, row])),
  };
}

/** Names the agency, once: a name somebody chose stays. */
export async function nameAgency(
  trx: Trx,
  agency: { name: string; creditCode: string; address: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('agency')
    .set({ name: agency.name, credit_code: agency.creditCode, address: agency.address })
    .where('credit_code', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type Query = ReturnType<typeof sql>;

async function byKey<Id = number>(trx: Trx, query: Query): Promise<Map<never, Id>> {
  const { rows } = await query.execute(trx);
  return new Map((rows as { key: never; id: Id }[]).map(({ key, id }) => [key, id]));
}

async function allOf(trx: Trx, query: Query): Promise<Set<string>> {
  const { rows } = await query.execute(trx);
  return new Set((rows as { key: string }[]).map(({ key }) => key));
}
