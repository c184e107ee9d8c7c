import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Terms } from '../../api/domain/terms.ts';
import type { Trx } from '../connect.ts';
import type { DB } from '../types.ts';
import { type ShareRuleRecord, selectRules } from './share-rules.ts';

export interface ContractClauseRecord {
  id: number;
  clauseNo: string;
  heading: string | null;
  body: string;
  position: number;
}

/** Days `[effectiveFrom, effectiveTo)`; an active version whose days are over reads `ended`. */
export interface ContractVersionRecord {
  id: number;
  versionNo: number;
  status: 'draft' | 'active' | 'ended';
  effectiveFrom: string;
  effectiveTo: string | null;
  summary: string | null;
  confirmedAt: string | null;
  confirmedByName: string | null;
  rowVersion: number;
  clauses: ContractClauseRecord[];
  rules: ShareRuleRecord[];
}

type OfContract = DB & { c: DB['contract'] };

/** The versions of contract `c`, the latest first, with everything they say. */
export function selectVersions(eb: ExpressionBuilder<OfContract, 'c'>, reader: { seesInternals: boolean }) {
  return jsonArrayFrom(
    eb
      .selectFrom('contract_version as v')
      .leftJoin('app_user as u', 'u.id', 'v.confirmed_by')
      .whereRef('v.contract_id', '=', 'c.id')
      .$if(!reader.seesInternals, (qb) => qb.where('v.status', '<>', 'draft'))
      .select((version) => [
        'v.id',
        'v.version_no as versionNo',
        sql<string>`case when v.status = 'active' and upper(v.effective) <= (now() at time zone 'Asia/Shanghai')::date
          then 'ended' else v.status end`.as('status'),
        sql<string>`lower(v.effective)`.as('effectiveFrom'),
        sql<string | null>`upper(v.effective)`.as('effectiveTo'),
        'v.summary',
        'v.confirmed_at as confirmedAt',
        'u.name as confirmedByName',
        'v.row_version as rowVersion',
        jsonArrayFrom(
          version
            .selectFrom('contract_clause as k')
            .whereRef('k.contract_version_id', '=', 'v.id')
            .select(['k.id', 'k.clause_no as clauseNo', 'k.heading', 'k.body', 'k.position'])
            .orderBy('k.position'),
        ).as('clauses'),
        selectRules(version).as('rules'),
      ])
      .orderBy('v.version_no', 'desc'),
  );
}

/** A new draft with the next number; the caller holds the contract. */
export async function insertVersion(
  trx: Trx,
  contractId: number,
  values: { effectiveFrom: string; effectiveTo: string | null; summary: string | null },
): Promise<number> {
  const next = trx
    .selectFrom('contract_version')
    .where('contract_id', '=', contractId)
    .select(sql<number>`coalesce(max(version_no), 0) + 1`.as('no'));
  const { id } = await trx
    .insertInto('contract_version')
    .values({
      contract_id: contractId,
      version_no: next,
      effective: daysFrom(values.effectiveFrom, values.effectiveTo),
      summary: values.summary,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateVersionValues(
  trx: Trx,
  id: number,
  values: Pick<Terms, 'effectiveFrom' | 'effectiveTo'> & { summary: string | null },
): Promise<void> {
  await trx
    .updateTable('contract_version')
    .set({ effective: daysFrom(values.effectiveFrom, values.effectiveTo), summary: values.summary })
    .where('id', '=', id)
    .execute();
}

/** Clauses go with their version; its rules must be gone already. */
export async function deleteVersion(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('contract_version').where('id', '=', id).where('status', '=', 'draft').execute();
}

/** False when it is no draft (any more): of two who activate it at once, one does. */
export async function markVersionActive(trx: Trx, id: number, confirmedBy: string | null): Promise<boolean> {
  const marked = await trx
    .updateTable('contract_version')
    .set({
      status: 'active',
      confirmed_by: confirmedBy,
      confirmed_at: sql`now()`,
      row_version: sql`row_version + 1`,
    })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}

/** Confirmed versions that began before `day` end the day before it. */
export async function endVersionsBefore(trx: Trx, contractId: number, day: string): Promise<void> {
  await trx
    .updateTable('contract_version')
    .set({ effective: sql`daterange(lower(effective), ${day}::date)`, row_version: sql`row_version + 1` })
    .where('contract_id', '=', contractId)
    .where('status', '<>', 'draft')
    .where(sql<boolean>`lower(effective) < ${day}::date`)
    .where(sql<boolean>`coalesce(upper(effective), 'infinity') > ${day}::date`)
    .execute();
}

const daysFrom = (from: string, to: string | null) => sql<string>`daterange(${from}::date, ${to}::date)`;
