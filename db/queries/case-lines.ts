import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { Page } from './page.ts';

export type LineState = 'held' | 'released' | 'clawed_back' | 'mixed' | 'not_settled' | 'not_held';

export interface CaseLine {
  lineId: number;
  orderNo: string;
  lineNo: string;
  platform: string;
  productName: string | null;
  quantity: number | null;
  anchorId: number | null;
  anchorName: string | null;
  streamTitle: string | null;
  paidAt: string | null;
  paidFen: number;
  /** No more than was paid, whatever two files say of one refund. */
  refundedFen: number;
  settledMonth: string | null;
  /** Of anchor, agency and everybody else who has a part: as settled, else as the platform expects it. */
  commissionFen: number;
  heldFen: number;
  state: LineState;
}

export const CASE_LINE_SORTS = ['lineId', 'paidAt', 'heldFen'] as const;
const SORTS = { lineId: '"lineId"', paidAt: '"paidAt"', heldFen: '"heldFen"' } as const;

/** The sales a case is about: those in the scope of its holds, each once, with what became of its shares. */
const caseLines = (caseId: number): RawBuilder<unknown> => sql`
  with sale as materialized (
    select o.* from order_line o
     where o.kind = 0 and exists (
       select from case_hold h where h.case_id = ${caseId} and o.product_id = h.product_id
          and coalesce(o.paid_at, o.ordered_at, o.settled_at) >= h.paid_from and (h.paid_to is null or coalesce(o.paid_at, o.ordered_at, o.settled_at) < h.paid_to)
          and (h.platform is null or o.platform = h.platform) and (h.stream_id is null or o.stream_id = h.stream_id) and (h.anchor_id is null or o.anchor_id = h.anchor_id)
          and (h.deal_id is null or o.stream_id in (select i.stream_id from stream_item i join deal_line d on d.id = i.deal_line_id where d.deal_id = h.deal_id and i.product_id = h.product_id)))
       and o.status <> 0),
  part as (
    select l.unit_id, sum(l.amount_fen) filter (where e.hold_line_id is null)::bigint as held_fen,
           count(distinct case when e.hold_line_id is null then 1 when e.clawback_id is null then 2 else 3 end) as kinds,
           max(case when e.hold_line_id is null then 1 when e.clawback_id is null then 2 else 3 end) as state
      from case_hold_line l join case_hold h on h.id = l.hold_id left join case_hold_end e on e.hold_line_id = l.id
     where h.case_id = ${caseId} group by 1)
  select s.id as "lineId", s.order_no as "orderNo", s.line_no as "lineNo", s.platform, coalesce(p.name, s.product_name) as "productName", s.quantity, s.anchor_id as "anchorId", a.name as "anchorName",
         st.title as "streamTitle", s.paid_at as "paidAt", s.paid_fen as "paidFen", least(s.paid_fen, greatest(s.refund_fen, coalesce(back.fen, 0)))::bigint as "refundedFen",
         run.month as "settledMonth", greatest(coalesce(s.commission_fen, s.commission_est_fen, 0), 0)::bigint as "commissionFen", coalesce(part.held_fen, 0)::bigint as "heldFen",
         case when part.unit_id is null then case when line.line_id is null then 'not_settled' else 'not_held' end
              when part.kinds > 1 then 'mixed' else (array['held', 'released', 'clawed_back'])[part.state] end as state
    from sale s left join product p on p.id = s.product_id left join anchor a on a.id = s.anchor_id left join stream st on st.id = s.stream_id
    left join part on part.unit_id = s.id
    left join settlement_line line on line.line_id = s.id and line.seq = 0 left join settlement_run run on run.id = line.run_id
    left join lateral (select -sum(r.paid_fen)::bigint as fen from order_line r where r.refund_of_id = s.id) back on true`;

export async function listCaseLines(
  trx: Trx,
  caseId: number,
  query: {
    filter: { q?: string; state?: LineState };
    sort: { field: (typeof CASE_LINE_SORTS)[number]; order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<Page<CaseLine>> {
  const { filter: f, sort, limit, offset } = query;
  const { rows } = await sql<CaseLine & { pageTotal: number }>`
    select t.*, count(*) over () as "pageTotal" from (${caseLines(caseId)}) t
     where (${f.q ?? null}::text is null or t."orderNo" = ${f.q ?? null}) and (${f.state ?? null}::text is null or t.state = ${f.state ?? null})
     order by ${sql.raw(SORTS[sort.field])} ${sql.raw(sort.order)} nulls last, t."lineId" limit ${limit} offset ${offset}`.execute(
    trx,
  );
  return { rows: rows.map(({ pageTotal: _, ...row }) => row), total: rows[0]?.pageTotal ?? 0 };
}

/** Every affected line, in the order of the orders: for the claim, the buyers' list and the pack. */
export async function readCaseLines(trx: Trx, caseId: number): Promise<CaseLine[]> {
  const { rows } =
    await sql<CaseLine>`select t.* from (${caseLines(caseId)}) t order by t.platform, t."orderNo", t."lineNo"`.execute(
      trx,
    );
  return rows;
}
