import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface RemarkRow {
  id: number;
  contractId: number;
  contractNo: string;
  anchorName: string;
  versionId: number;
  versionNo: number;
  clauseNo: string | null;
  kind: 'comment' | 'request_change' | 'accept' | 'answer';
  body: string;
  outcome: 'agreed' | 'declined' | null;
  parentId: number | null;
  authorName: string | null;
  authorSide: 'anchor' | 'agency';
  createdAt: string;
  /** A comment or request of the anchor that nobody answered and the anchor did not take back. */
  isOpen: boolean;
}

export interface RemarkFilter {
  contractId?: number;
  versionId?: number;
  kind?: string;
  isOpen?: boolean;
  id?: number[];
}

export const REMARK_SORTS = ['id', 'createdAt'] as const;

/** What the anchor said last to the same clause stands in the place of what was said before. */
export const isOpenRemark = sql<boolean>`(r.kind in ('comment', 'request_change')
  and not exists (select from contract_remark n where n.parent_id = r.id)
  and not exists (select from contract_remark n where r.kind = 'request_change' and n.contract_version_id = r.contract_version_id
    and n.author_side = 'anchor' and n.kind in ('accept', 'request_change') and n.clause_no is not distinct from r.clause_no and n.id > r.id))`;

export async function listRemarks(
  trx: Trx,
  query: PageRequest<(typeof REMARK_SORTS)[number]> & { filter: RemarkFilter },
): Promise<Page<RemarkRow>> {
  const { contractId, versionId, kind, isOpen, id } = query.filter;
  const remarks = selectRemarks(trx)
    .$if(contractId !== undefined, (qb) => qb.where('c.id', '=', contractId!))
    .$if(versionId !== undefined, (qb) => qb.where('v.id', '=', versionId!))
    .$if(kind !== undefined, (qb) => qb.where('r.kind', '=', kind!))
    .$if(isOpen !== undefined, (qb) => qb.where(sql<boolean>`${isOpenRemark} = ${isOpen}`))
    .$if(id !== undefined, (qb) => qb.where('r.id', 'in', id!))
    .orderBy(sql.ref('r.id'), inOrder(query.sort.order));
  return readPage(remarks.$castTo<RemarkRow>(), query);
}

export function readRemarks(trx: Trx, versionId: number): Promise<RemarkRow[]> {
  return selectRemarks(trx).where('v.id', '=', versionId).orderBy('r.id').$castTo<RemarkRow>().execute();
}

export function readRemark(trx: Trx, id: number): Promise<RemarkRow | undefined> {
  return selectRemarks(trx).where('r.id', '=', id).$castTo<RemarkRow>().executeTakeFirst();
}

export async function insertRemark(
  trx: Trx,
  values: Pick<
    RemarkRow,
    'versionId' | 'clauseNo' | 'kind' | 'body' | 'outcome' | 'parentId' | 'authorSide'
  > & {
    authorId: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('contract_remark')
    .values({
      contract_version_id: values.versionId,
      clause_no: values.clauseNo,
      kind: values.kind,
      body: values.body,
      outcome: values.outcome,
      parent_id: values.parentId,
      author_id: values.authorId,
      author_side: values.authorSide,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function selectRemarks(trx: Trx) {
  return trx
    .selectFrom('contract_remark as r')
    .innerJoin('contract_version as v', 'v.id', 'r.contract_version_id')
    .innerJoin('contract as c', 'c.id', 'v.contract_id')
    .innerJoin('anchor as a', 'a.id', 'c.anchor_id')
    .leftJoin('app_user as u', 'u.id', 'r.author_id')
    .select([
      'r.id as id',
      'c.id as contractId',
      'c.no as contractNo',
      'a.name as anchorName',
      'v.id as versionId',
      'v.version_no as versionNo',
      'r.clause_no as clauseNo',
      'r.kind as kind',
      'r.body as body',
      'r.outcome as outcome',
      'r.parent_id as parentId',
      'u.name as authorName',
      'r.author_side as authorSide',
      'r.created_at as createdAt',
      isOpenRemark.as('isOpen'),
    ]);
}
