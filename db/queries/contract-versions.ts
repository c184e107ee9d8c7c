import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { TextSource } from '../../api/domain/contract-review.ts';
import type { Stage } from '../../api/domain/contract-workflow.ts';
import type { Terms } from '../../api/domain/terms.ts';
import type { Trx } from '../connect.ts';
import type { DB } from '../types.ts';
import { isOpenRemark } from './contract-remarks.ts';
import { type ShareRuleRecord, selectRules } from './share-rules.ts';

export interface ContractClauseRecord {
  id: number;
  clauseNo: string;
  heading: string | null;
  body: string;
  position: number;
  depth: number;
  /** UTF-16 offsets into the version's text; null where the clause was typed. */
  startAt: number | null;
  endAt: number | null;
}

/** Findings of the latest reading: open ones by weight, and what was decided. */
export interface FindingCounts {
  block: number;
  high: number;
  medium: number;
  low: number;
  waived: number;
  dismissed: number;
  toConfirm: number;
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
  stage: Stage;
  /** Where it stands in one word: its stage until it is in force, then its status. */
  displayStage: Stage | 'active' | 'ended';
  sentAt: string | null;
  createdById: string | null;
  createdByName: string | null;
  submittedById: string | null;
  documentId: number | null;
  source: TextSource;
  /** null: never read. */
  summaryOfFindings: FindingCounts | null;
  openQuestions: number;
  acceptances: {
    side: 'anchor' | 'agency';
    method: 'portal' | 'paper';
    signerName: string;
    acceptedAt: string;
    signedOn: string | null;
    textSha256: string;
    termsSha256: string;
  }[];
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
      .leftJoin('app_user as m', 'm.id', 'v.created_by')
      .leftJoin('contract_document as d', 'd.id', 'v.document_id')
      .$if(!reader.seesInternals, (qb) => qb.where('v.sent_at', 'is not', null))
      .select((version) => [
        'v.id',
        'v.version_no as versionNo',
        statusToday.as('status'),
        'v.stage',
        sql<string>`case when v.status = 'draft' then v.stage else ${statusToday} end`.as('displayStage'),
        'v.sent_at as sentAt',
        'v.created_by as createdById',
        'm.name as createdByName',
        'v.submitted_by as submittedById',
        'v.document_id as documentId',
        sql<TextSource>`coalesce(d.source, 'typed')`.as('source'),
        countFindings.as('summaryOfFindings'),
        sql<number>`(select count(*)::int from contract_remark r where r.contract_version_id = v.id and ${isOpenRemark})`.as(
          'openQuestions',
        ),
        jsonArrayFrom(
          version
            .selectFrom('contract_acceptance as e')
            .whereRef('e.contract_version_id', '=', 'v.id')
            .select([
              'e.side',
              'e.method',
              'e.signer_name as signerName',
              'e.accepted_at as acceptedAt',
              'e.signed_on as signedOn',
              'e.text_sha256 as textSha256',
              'e.terms_sha256 as termsSha256',
            ])
            .orderBy('e.id'),
        ).as('acceptances'),
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
            .select([
              'k.id',
              'k.clause_no as clauseNo',
              'k.heading',
              'k.body',
              'k.position',
              'k.depth',
              'k.start_at as startAt',
              'k.end_at as endAt',
            ])
            .orderBy('k.position'),
        ).as('clauses'),
        selectRules(version).as('rules'),
      ])
      .orderBy('v.version_no', 'desc'),
  );
}

const statusToday = sql<string>`case when v.status = 'active' and upper(v.effective) <= (now() at time zone 'Asia/Shanghai')::date
  then 'ended' else v.status end`;

const countFindings = sql<FindingCounts | null>`(select jsonb_build_object(
    'block', count(*) filter (where f.state = 'open' and f.severity = 'block'), 'high', count(*) filter (where f.state = 'open' and f.severity = 'high'),
    'medium', count(*) filter (where f.state = 'open' and f.severity = 'medium'), 'low', count(*) filter (where f.state = 'open' and f.severity = 'low'),
    'waived', count(*) filter (where f.state = 'waived'), 'dismissed', count(*) filter (where f.state = 'dismissed'),
    'toConfirm', count(*) filter (where f.state = 'open' and f.to_confirm))
  from contract_review w left join contract_finding f on f.review_id = w.id where w.id = last_review_id(v.id) group by w.id)`;

/** A new draft with the next number; the caller holds the contract. */
export async function insertVersion(
  trx: Trx,
  contractId: number,
  values: {
    effectiveFrom: string;
    effectiveTo: string | null;
    summary: string | null;
    createdBy: string | null;
    documentId: number | null;
  },
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
      created_by: values.createdBy,
      document_id: values.documentId,
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
