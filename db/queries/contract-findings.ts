import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DecisionKind } from '../../api/domain/contract-findings.ts';
import type { FindingWords } from '../../api/domain/contract-reader.ts';
import type { Severity } from '../../api/domain/contract-workflow.ts';
import type { Trx } from '../connect.ts';
import type { DB } from '../types.ts';
import { contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface FindingRow {
  id: number;
  versionId: number;
  reviewId: number;
  type: string;
  severity: Severity;
  state: 'open' | 'waived' | 'dismissed';
  toConfirm: boolean;
  origin: 'reader' | 'hand' | 'terms';
  clauseNo: string | null;
  start: number;
  end: number;
  quote: string;
  bases: { law: string; article: string; point: string }[];
  words: FindingWords;
  negotiability: 'must' | 'should' | 'tradable';
  addedByName: string | null;
  contractId: number;
  contractNo: string;
  anchorName: string;
  versionNo: number;
  decision: FindingDecision | null;
}

export interface FindingDecision {
  id: number;
  kind: DecisionKind;
  reason: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: string;
  isCarried: boolean;
}

export interface FindingFilter {
  q?: string;
  contractId?: number;
  versionId?: number;
  severity?: string;
  state?: string;
  type?: string;
  id?: number[];
}

export const FINDING_SORTS = ['id', 'severity', 'type', 'contractNo'] as const;
const sorts = {
  id: sql.ref('f.id'),
  severity: sql`array_position(array['low', 'medium', 'high', 'block'], f.severity)`,
  type: sql.ref('f.type'),
  contractNo: sql.ref('c.no'),
};

/** Findings of the latest reading of each version. */
export async function listFindings(
  trx: Trx,
  query: PageRequest<(typeof FINDING_SORTS)[number]> & { filter: FindingFilter },
): Promise<Page<FindingRow>> {
  const { q, contractId, versionId, severity, state, type, id } = query.filter;
  const findings = selectFindings(trx)
    .where(sql<boolean>`f.review_id = last_review_id(f.contract_version_id)`)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) => eb.or([contains('f.quote', q!), contains('c.no', q!), contains('a.name', q!)])),
    )
    .$if(contractId !== undefined, (qb) => qb.where('c.id', '=', contractId!))
    .$if(versionId !== undefined, (qb) => qb.where('v.id', '=', versionId!))
    .$if(severity !== undefined, (qb) => qb.where('f.severity', '=', severity!))
    .$if(state !== undefined, (qb) => qb.where('f.state', '=', state!))
    .$if(type !== undefined, (qb) => qb.where('f.type', '=', type!))
    .$if(id !== undefined, (qb) => qb.where('f.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('f.id', query.sort.order);
  return readPage(findings.$castTo<FindingRow>(), query);
}

/** All findings of one reading, as they stand in the text. */
export function readFindings(trx: Trx, reviewId: number): Promise<FindingRow[]> {
  return selectFindings(trx)
    .where('f.review_id', '=', reviewId)
    .orderBy('f.start_at')
    .orderBy('f.id')
    .$castTo<FindingRow>()
    .execute();
}

export function readFinding(
  trx: Trx,
  id: number,
): Promise<(FindingRow & { decisions: FindingDecision[] }) | undefined> {
  return selectFindings(trx)
    .where('f.id', '=', id)
    .select((eb) => jsonArrayFrom(selectDecisions(eb).orderBy('d.id', 'desc')).as('decisions'))
    .$castTo<FindingRow & { decisions: FindingDecision[] }>()
    .executeTakeFirst();
}

export async function insertDecision(
  trx: Trx,
  decision: { findingId: number; kind: DecisionKind; reason: string | null; decidedBy: string | null },
): Promise<void> {
  await trx
    .insertInto('contract_finding_decision')
    .values({
      finding_id: decision.findingId,
      kind: decision.kind,
      reason: decision.reason,
      decided_by: decision.decidedBy,
    })
    .execute();
}

type OfFinding = DB & { f: DB['contract_finding'] };
const selectDecisions = (eb: ExpressionBuilder<OfFinding, 'f'>) =>
  eb
    .selectFrom('contract_finding_decision as d')
    .leftJoin('app_user as u', 'u.id', 'd.decided_by')
    .whereRef('d.finding_id', '=', 'f.id')
    .select([
      'd.id',
      'd.kind',
      'd.reason',
      'd.decided_by as decidedById',
      'u.name as decidedByName',
      'd.decided_at as decidedAt',
      sql<boolean>`d.carried_from_id is not null`.as('isCarried'),
    ]);

function selectFindings(trx: Trx) {
  return trx
    .selectFrom('contract_finding as f')
    .innerJoin('contract_version as v', 'v.id', 'f.contract_version_id')
    .innerJoin('contract as c', 'c.id', 'v.contract_id')
    .innerJoin('anchor as a', 'a.id', 'c.anchor_id')
    .leftJoin('app_user as by', 'by.id', 'f.added_by')
    .select([
      'f.id as id',
      'f.contract_version_id as versionId',
      'f.review_id as reviewId',
      'f.type as type',
      'f.severity as severity',
      'f.state as state',
      'f.to_confirm as toConfirm',
      'f.origin as origin',
      'f.clause_no as clauseNo',
      'f.start_at as start',
      'f.end_at as end',
      'f.quote as quote',
      'f.bases as bases',
      'f.words as words',
      'f.negotiability as negotiability',
      'by.name as addedByName',
      'c.id as contractId',
      'c.no as contractNo',
      'a.name as anchorName',
      'v.version_no as versionNo',
      sql<FindingDecision | null>`(select jsonb_build_object('id', d.id, 'kind', d.kind, 'reason', d.reason, 'decidedById', d.decided_by,
        'decidedByName', u.name, 'decidedAt', d.decided_at, 'isCarried', d.carried_from_id is not null)
        from contract_finding_decision d left join app_user u on u.id = d.decided_by
        where d.finding_id = f.id order by d.id desc limit 1)`.as('decision'),
    ]);
}
