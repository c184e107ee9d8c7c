import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { Page, PageRequest } from './page.ts';

export const DEAL_FEE_SORTS = ['id', 'receivedOn', 'amountFen'] as const;
export const DATED_SORTS = ['id', 'day', 'amountFen'] as const;
export const ADJUSTMENT_SORTS = ['id', 'amountFen'] as const;

export interface DealFeeRow {
  id: number;
  dealLineId: number;
  dealId: number;
  dealTitle: string;
  productId: number;
  productName: string;
  kind: 'slot_fee' | 'service_fee';
  streamId: number | null;
  streamTitle: string | null;
  anchorId: number | null;
  anchorName: string | null;
  amountFen: number;
  receivedOn: string;
  reference: string;
  reversesId: number | null;
  isReversed: boolean;
  /** An entry of somebody's month stands on it. */
  isShared: boolean;
  recordedByName: string | null;
  recordedAt: string;
}

export interface DealFeeFilter {
  dealId?: number;
  streamId?: number;
  anchorId?: number;
  kind?: string;
  month?: string;
  id?: number[];
  q?: string;
}

const standsOn = (type: string, id: RawBuilder<unknown>) => sql`
  select e.* from pay_entry e where e.details @> jsonb_build_object('sourceRefs', jsonb_build_array(jsonb_build_object('type', ${type}::text, 'id', ${id}::text)))`;

export function listDealFees(
  trx: Trx,
  query: PageRequest<string> & { filter: DealFeeFilter },
): Promise<Page<DealFeeRow>> {
  const { filter: f } = query;
  return readRows<DealFeeRow>(
    trx,
    query,
    sql`
    select f.id, f.deal_line_id as "dealLineId", d.id as "dealId", d.title as "dealTitle", p.id as "productId", p.name as "productName", f.kind,
           f.stream_id as "streamId", s.title as "streamTitle", s.anchor_id as "anchorId", a.name as "anchorName", f.amount_fen as "amountFen",
           to_char(f.received_on, 'YYYY-MM-DD') as "receivedOn", f.reference, f.reverses_id as "reversesId",
           exists (select from deal_fee r where r.reverses_id = f.id) as "isReversed", exists (${standsOn('fee', sql`f.id`)}) as "isShared",
           u.name as "recordedByName", f.recorded_at as "recordedAt"
      from deal_fee f join deal_line l on l.id = f.deal_line_id join deal d on d.id = l.deal_id join product p on p.id = l.product_id
      left join stream s on s.id = f.stream_id left join anchor a on a.id = s.anchor_id left join app_user u on u.id = f.recorded_by`,
    sql`(${f.dealId ?? null}::int is null or "dealId" = ${f.dealId ?? null}) and (${f.streamId ?? null}::int is null or "streamId" = ${f.streamId ?? null})
      and (${f.anchorId ?? null}::int is null or "anchorId" = ${f.anchorId ?? null}) and (${f.kind ?? null}::text is null or kind = ${f.kind ?? null})
      and (${f.month ?? null}::text is null or "receivedOn" like ${f.month ?? ''} || '%') and (${f.id ?? null}::int[] is null or id = any(${f.id ?? null}))
      and (${f.q ?? null}::text is null or concat_ws(' ', reference, "dealTitle", "productName") ilike '%' || ${f.q ?? ''} || '%')`,
  );
}

export interface RecoupRow {
  id: number;
  componentId: number;
  clause: string;
  of: 'advance' | 'training' | 'traffic';
  anchorId: number;
  anchorName: string;
  name: string;
  day: string;
  amountFen: number;
  recoupedFen: number;
  balanceFen: number;
  evidence: string;
  requestedBy: string;
  requestedByName: string | null;
  requestedAt: string;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: string | null;
}

export interface RecoupFilter {
  anchorId?: number;
  isApproved?: boolean;
  isOpen?: boolean;
  id?: number[];
  q?: string;
}

const clauseOf = sql`ct.no || ' v' || v.version_no || ' ' || k.clause_no`;
const withClause = sql`join pay_component c on c.id = i.component_id join contract_version v on v.id = c.contract_version_id
      join contract ct on ct.id = v.contract_id join contract_clause k on k.id = c.clause_id join anchor a on a.id = i.anchor_id`;

export function listRecoupRows(
  trx: Trx,
  query: PageRequest<string> & { filter: RecoupFilter },
): Promise<Page<RecoupRow>> {
  const { filter: f } = query;
  return readRows<RecoupRow>(
    trx,
    query,
    sql`
    select x.*, x."amountFen" - x."recoupedFen" as "balanceFen" from (
      select i.id, i.component_id as "componentId", ${clauseOf} as clause, c.rule->>'of' as of, i.anchor_id as "anchorId", a.name as "anchorName", i.name,
             to_char(i.day, 'YYYY-MM-DD') as day, i.amount_fen as "amountFen",
             coalesce((select -sum(e.amount_fen) from (${standsOn('recoup_item', sql`i.id`)}) e where e.kind = 'recoup'), 0)::bigint as "recoupedFen",
             i.evidence, i.requested_by as "requestedBy", r.name as "requestedByName", i.requested_at as "requestedAt",
             i.approved_by as "approvedBy", p.name as "approvedByName", i.approved_at as "approvedAt"
        from recoup_item i ${withClause} left join app_user r on r.id = i.requested_by left join app_user p on p.id = i.approved_by) x`,
    sql`(${f.anchorId ?? null}::int is null or "anchorId" = ${f.anchorId ?? null}) and (${f.isApproved ?? null}::bool is null or ("approvedBy" is not null) = ${f.isApproved ?? null})
      and (${f.isOpen ?? null}::bool is null or ("balanceFen" > 0) = ${f.isOpen ?? null}) and (${f.id ?? null}::int[] is null or id = any(${f.id ?? null}))
      and (${f.q ?? null}::text is null or concat_ws(' ', name, "anchorName") ilike '%' || ${f.q ?? ''} || '%')`,
  );
}

export interface FineRow {
  id: number;
  componentId: number;
  clause: string;
  noticeDays: number | null;
  anchorId: number;
  anchorName: string;
  day: string;
  amountFen: number;
  what: string;
  evidence: string;
  state: 'proposed' | 'notified' | 'objected' | 'decided' | 'taken' | 'lapsed';
  lapsedMonth: string | null;
  proposedBy: string;
  proposedByName: string | null;
  proposedAt: string;
  notifiedOn: string | null;
  objection: 'none' | 'open' | 'upheld' | 'rejected';
  objectionText: string | null;
  objectedAt: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  takenFen: number;
}

export interface FineFilter {
  anchorId?: number;
  state?: string;
  id?: number[];
  q?: string;
}

export function listFineRows(
  trx: Trx,
  query: PageRequest<string> & { filter: FineFilter },
): Promise<Page<FineRow>> {
  const { filter: f } = query;
  return readRows<FineRow>(
    trx,
    query,
    sql`
    select x.*, case when x."takenFen" > 0 then 'taken' when x."lapsedMonth" is not null then 'lapsed' when x.objection in ('upheld', 'rejected') then 'decided' when x.objection = 'open' then 'objected'
                     when x."notifiedOn" is not null then 'notified' else 'proposed' end as state from (
      select i.id, i.component_id as "componentId", ${clauseOf} as clause, (c.rule->>'noticeDays')::int as "noticeDays", i.anchor_id as "anchorId", a.name as "anchorName",
             to_char(i.day, 'YYYY-MM-DD') as day, i.amount_fen as "amountFen", i.what, i.evidence, i.proposed_by as "proposedBy", r.name as "proposedByName", i.proposed_at as "proposedAt",
             to_char(i.notified_on, 'YYYY-MM-DD') as "notifiedOn", i.objection, i.objection_text as "objectionText", i.objected_at as "objectedAt",
             p.name as "decidedByName", i.decided_at as "decidedAt", i.decision_reason as "decisionReason", i.lapsed_month as "lapsedMonth",
             coalesce((select -sum(e.amount_fen) from (${standsOn('fine', sql`i.id`)}) e), 0)::bigint as "takenFen"
        from pay_fine i ${withClause} left join app_user r on r.id = i.proposed_by left join app_user p on p.id = i.decided_by) x`,
    sql`(${f.anchorId ?? null}::int is null or "anchorId" = ${f.anchorId ?? null}) and (${f.state ?? null}::text is null or state = ${f.state ?? null})
      and (${f.id ?? null}::int[] is null or id = any(${f.id ?? null})) and (${f.q ?? null}::text is null or concat_ws(' ', what, "anchorName") ilike '%' || ${f.q ?? ''} || '%')`,
  );
}

export interface AdjustmentRow {
  id: number;
  anchorId: number;
  anchorName: string;
  concernsMonth: string;
  amountFen: number;
  reason: string;
  evidence: string;
  state: 'prepared' | 'approved' | 'declined' | 'posted';
  preparedBy: string;
  preparedByName: string | null;
  preparedAt: string;
  approvedByName: string | null;
  approvedAt: string | null;
  declinedByName: string | null;
  declinedAt: string | null;
  declineReason: string | null;
  /** Whoever approved or declined it. */
  decidedBy: string | null;
  postedMonth: string | null;
}

export interface AdjustmentFilter {
  anchorId?: number;
  concernsMonth?: string;
  state?: string;
  id?: number[];
  q?: string;
}

export function listAdjustmentRows(
  trx: Trx,
  query: PageRequest<string> & { filter: AdjustmentFilter },
): Promise<Page<AdjustmentRow>> {
  const { filter: f } = query;
  return readRows<AdjustmentRow>(
    trx,
    query,
    sql`
    select x.*, case when x."postedMonth" is not null then 'posted' when x."approvedAt" is not null then 'approved' when x."declinedAt" is not null then 'declined' else 'prepared' end as state from (
      select i.id, i.anchor_id as "anchorId", a.name as "anchorName", i.concerns_month as "concernsMonth", i.amount_fen as "amountFen", i.reason, i.evidence,
             i.prepared_by as "preparedBy", r.name as "preparedByName", i.prepared_at as "preparedAt", p.name as "approvedByName", i.approved_at as "approvedAt",
             n.name as "declinedByName", i.declined_at as "declinedAt", i.decline_reason as "declineReason", coalesce(i.approved_by, i.declined_by) as "decidedBy",
             (select e.month from (${standsOn('adjustment', sql`i.id`)}) e limit 1) as "postedMonth"
        from pay_adjustment i join anchor a on a.id = i.anchor_id left join app_user r on r.id = i.prepared_by left join app_user p on p.id = i.approved_by
        left join app_user n on n.id = i.declined_by) x`,
    sql`(${f.anchorId ?? null}::int is null or "anchorId" = ${f.anchorId ?? null}) and (${f.concernsMonth ?? null}::text is null or "concernsMonth" = ${f.concernsMonth ?? null})
      and (${f.state ?? null}::text is null or state = ${f.state ?? null}) and (${f.id ?? null}::int[] is null or id = any(${f.id ?? null}))
      and (${f.q ?? null}::text is null or concat_ws(' ', reason, "anchorName") ilike '%' || ${f.q ?? ''} || '%')`,
  );
}

/** One page of a selection by its own column names; `sort.field` comes from an allow-list. */
async function readRows<Row>(
  trx: Trx,
  { sort, offset, limit }: PageRequest<string>,
  rows: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<Page<Row>> {
  const found = await sql<Row & { pageTotal: number }>`
    select *, count(*) over () as "pageTotal" from (${rows}) listed where ${where}
     order by ${sql.ref(sort.field)} ${sql.raw(sort.order)}, id limit ${limit} offset ${offset}`.execute(trx);
  return {
    rows: found.rows.map(({ pageTotal: _, ...row }) => row as Row),
    total: found.rows[0]?.pageTotal ?? 0,
  };
}
