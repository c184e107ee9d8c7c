import { sql } from 'kysely';
import type { PayeeState, PayoutStatus } from '../../api/domain/payout.ts';
import type { Trx } from '../connect.ts';
import { statementMoney } from './confirmations.ts';
import { contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

/** Where a payout goes: as it was when prepared. The number itself stays sealed; its tail is readable. */
export interface PayoutPayee {
  kind: 'personal' | 'studio' | 'company';
  accountName: string;
  bankName: string;
  tail: string;
}

export interface PayoutRow {
  id: number;
  /** `PO000123`: what papers and bank files call it. */
  no: string;
  batchId: number | null;
  batchNo: string | null;
  /** False when a line was disputed since. */
  isWithinDue: boolean;
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  month: string;
  amountFen: number;
  payee: PayoutPayee;
  payeeState: PayeeState;
  status: PayoutStatus;
  preparedBy: string;
  preparedByName: string;
  preparedAt: string;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: string | null;
  paidByName: string | null;
  paidAt: string | null;
  bankReference: string | null;
  pdfSha256: string | null;
  rowVersion: number;
}

export interface PayoutFilter {
  q?: string;
  id?: number[];
  anchorId?: number;
  statementId?: number;
  status?: PayoutStatus;
  month?: string;
}

export const PAYOUT_SORTS = ['id', 'month', 'amountFen', 'status', 'preparedAt', 'paidAt'] as const;
export type PayoutSort = (typeof PAYOUT_SORTS)[number];

const sorts = {
  id: sql.ref('p.id'),
  month: sql.ref('s.month'),
  amountFen: sql.ref('p.amount_fen'),
  status: sql.ref('p.status'),
  preparedAt: sql.ref('p.prepared_at'),
  paidAt: sql.ref('p.paid_at'),
};

/** The payee `y` as one value: the sealed number and every name. A number typed again is sealed anew and so another one. */
export const payeeHash = sql`encode(sha256(convert_to(
  jsonb_build_array(y.kind, y.account_name, y.bank_name, y.bank_account_sealed)::text, 'UTF8')), 'hex')`;

export function listPayouts(
  trx: Trx,
  query: PageRequest<PayoutSort> & { filter: PayoutFilter },
): Promise<Page<PayoutRow>> {
  const { q, id, anchorId, statementId, status, month } = query.filter;
  const payouts = selectPayouts(trx)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([contains('s.no', q!), contains('a.name', q!), contains('p.bank_reference', q!)]),
      ),
    )
    .$if(id !== undefined, (qb) => qb.where('p.id', 'in', id!))
    .$if(anchorId !== undefined, (qb) => qb.where('p.anchor_id', '=', anchorId!))
    .$if(statementId !== undefined, (qb) => qb.where('p.statement_id', '=', statementId!))
    .$if(status !== undefined, (qb) => qb.where('p.status', '=', status!))
    .$if(month !== undefined, (qb) => qb.where('s.month', '=', month!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('p.id', query.sort.order);
  return readPage(payouts.$castTo<PayoutRow>(), query);
}

export function readPayout(trx: Trx, id: number): Promise<PayoutRow | undefined> {
  return selectPayouts(trx).where('p.id', '=', id).$castTo<PayoutRow>().executeTakeFirst();
}

function selectPayouts(trx: Trx) {
  return trx
    .selectFrom('payout as p')
    .innerJoin('statement as s', 's.id', 'p.statement_id')
    .innerJoin('anchor as a', 'a.id', 'p.anchor_id')
    .leftJoin('app_user as preparer', 'preparer.id', 'p.prepared_by')
    .leftJoin('app_user as approver', 'approver.id', 'p.approved_by')
    .leftJoin('app_user as payer', 'payer.id', 'p.paid_by')
    .leftJoin('anchor_payee as y', 'y.anchor_id', 'p.anchor_id')
    .leftJoin('payout_batch_item as item', (join) =>
      join
        .onRef('item.payout_id', '=', 'p.id')
        .on('item.is_released', '=', false)
        .on('item.status', 'in', ['pending', 'in_file', 'unknown', 'paid']),
    )
    .leftJoin('payout_batch as batch', 'batch.id', 'item.batch_id')
    .select([
      'p.id',
      sql<string>`'PO' || lpad(p.id::text, 6, '0')`.as('no'),
      'batch.id as batchId',
      'batch.no as batchNo',
      sql<boolean>`(select m.paid_fen + m.live_fen <= s.payable_fen - m.held_fen from (${statementMoney} where x.id = p.statement_id) m)`.as(
        'isWithinDue',
      ),
      'p.statement_id as statementId',
      's.no as statementNo',
      'p.anchor_id as anchorId',
      'a.name as anchorName',
      's.month',
      'p.amount_fen as amountFen',
      'p.payee',
      sql<PayeeState>`case when y.id is null then 'missing' when ${payeeHash} = p.payee_sha256 then 'unchanged' else 'changed' end`.as(
        'payeeState',
      ),
      'p.status',
      'p.prepared_by as preparedBy',
      'preparer.name as preparedByName',
      'p.prepared_at as preparedAt',
      'p.approved_by as approvedBy',
      'approver.name as approvedByName',
      'p.approved_at as approvedAt',
      'payer.name as paidByName',
      'p.paid_at as paidAt',
      'p.bank_reference as bankReference',
      'p.pdf_sha256 as pdfSha256',
      'p.row_version as rowVersion',
    ]);
}

/** Of a statement `s` to a studio: what its own invoices of the month do not cover yet; 0 for everybody else. */
export const invoiceGap = sql`coalesce((
  select greatest(0, w.net_fen - coalesce((select sum((v->>'amountFen')::bigint) from tax_input i cross join jsonb_array_elements(i.invoices) v
           where i.id = (select max(n.id) from tax_input n where n.anchor_id = w.anchor_id and n.month = w.month) and trim(v->>'seller') = trim(t.payee_name)), 0))
    from tax_withholding w join tax_profile t on t.id = w.profile_id
   where w.anchor_id = s.anchor_id and w.month = s.month and w.regime = 'studio_invoice'), 0)::bigint`;

/** What preparing needs to know of a statement, which is held until the transaction ends. */
export interface PayableStatement {
  id: number;
  anchorId: number;
  payableFen: number;
  /** Payable less what is disputed, paid and on its way. */
  dueFen: number;
  /** What a studio's invoices do not cover yet. */
  invoiceGapFen: number;
  payee: PayoutPayee | null;
  payeeSha256: string | null;
}

export async function lockPayableStatement(
  trx: Trx,
  statementId: number,
): Promise<PayableStatement | undefined> {
  const { rows } = await sql<PayableStatement>`
    select s.id, s.anchor_id as "anchorId", s.payable_fen as "payableFen", (select m.due_fen from (${statementMoney} where x.id = s.id) m) as "dueFen", ${invoiceGap} as "invoiceGapFen",
           case when y.id is not null then jsonb_build_object('kind', y.kind, 'accountName', y.account_name, 'bankName', y.bank_name, 'tail', y.bank_account_tail) end as payee,
           case when y.id is not null then ${payeeHash} end as "payeeSha256"
      from statement s left join anchor_payee y on y.anchor_id = s.anchor_id
     where s.id = ${statementId} for update of s`.execute(trx);
  return rows[0];
}

/** The statement's payout that is on its way; there is at most one. */
export function findLivePayout(
  trx: Trx,
  statementId: number,
): Promise<{ id: number; status: PayoutStatus } | undefined> {
  return trx
    .selectFrom('payout')
    .select(['id', 'status'])
    .where('statement_id', '=', statementId)
    .where('status', 'in', ['prepared', 'approved'])
    .$castTo<{ id: number; status: PayoutStatus }>()
    .executeTakeFirst();
}

export async function insertPayout(
  trx: Trx,
  payout: { statement: PayableStatement; payee: PayoutPayee; payeeSha256: string; preparedBy: string },
): Promise<number> {
  const { statement, payee, payeeSha256, preparedBy } = payout;
  const { id } = await trx
    .insertInto('payout')
    .values({
      statement_id: statement.id,
      anchor_id: statement.anchorId,
      amount_fen: statement.dueFen,
      payee: JSON.stringify(payee),
      payee_sha256: payeeSha256,
      prepared_by: preparedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
