import { sql } from 'kysely';
import type { LineFacts } from '../../api/domain/explain.ts';
import type { Trx } from '../connect.ts';

type FactRow = Omit<LineFacts, 'parts'> & { tierId: number; anchorId: number };

/**
 * The facts behind one settlement line. `asAnchor` reads the anchor's own views: own part alone, no service
 * fees; undefined when there is no such line or it is not for this identity.
 */
export async function readLineFacts(
  trx: Trx,
  lineId: number,
  seq: number,
  asAnchor: boolean,
): Promise<LineFacts | undefined> {
  const lines = sql.raw(
    asAnchor
      ? 'own_earning_line'
      : '(select s.*, r.month from settlement_line s join settlement_run r on r.id = s.run_id)',
  );
  const orders = sql.raw(asAnchor ? 'own_order_line' : 'order_line');
  const terms = asAnchor ? sql`own_earning_term` : allTerms;
  const amendedAmount = asAnchor ? sql`old.amount_fen` : sql`null::bigint`;
  const { rows } = await sql<FactRow>`
    select s.line_id as "lineId", s.seq, s.month, (array['settle', 'refund', 'trueup'])[s.kind + 1] as kind, s.sales_fen as "salesFen", s.base_fen as "baseFen",
           s.tier_id as "tierId", s.anchor_id as "anchorId",
           jsonb_build_object('orderNo', o.order_no, 'lineNo', o.line_no, 'product', coalesce(pr.name, o.product_name), 'paidFen', o.paid_fen,
             'paidAt', to_char(o.paid_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), 'settledAt', to_char(o.settled_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) as "order",
           jsonb_build_object('contractNo', t.contract_no, 'versionNo', t.version_no, 'clauseNo', t.clause_no, 'clauseHeading', t.clause_heading, 'clauseText', t.clause_text, 'base', t.base,
             'scope', array_remove(array[t.platform, t.brand_name, t.product_name, t.stream_title], null), 'tierFromFen', t.from_fen, 'tierToFen', t.to_fen, 'cumulativeBeforeFen', s.cumulative_fen) as rule,
           coalesce((select sum(e.base_fen) from ${lines} e where e.line_id = s.line_id and e.seq < s.seq and e.tier_id = s.tier_id), 0)::bigint as "earlierBaseFen",
           case when s.amends_line_id is not null then jsonb_build_object('month', old.month, 'seq', old.seq, 'orderNo', oo.order_no, 'amountFen', ${amendedAmount}) end as amends
      from ${lines} s
      join ${orders} o on o.id = s.line_id
      join ${terms} t on t.tier_id = s.tier_id
      left join product pr on pr.id = o.product_id
      left join ${lines} old on old.line_id = s.amends_line_id and old.seq = s.amends_seq left join ${orders} oo on oo.id = old.line_id
     where s.line_id = ${lineId} and s.seq = ${seq}`.execute(trx);
  const row = rows[0];
  if (!row) return undefined;
  const { tierId, anchorId: _, ...facts } = row;
  return {
    ...facts,
    parts: asAnchor ? await readOwnPart(trx, lineId, seq) : await readParts(trx, lineId, seq, tierId),
  };
}

/** What a tier says and where it stands, as the office may read it: the twin of the view own_earning_term. */
const allTerms = sql`(
  select t.id as tier_id, c.no as contract_no, v.version_no, cl.clause_no, cl.heading as clause_heading, cl.body as clause_text, r.base, t.from_fen, t.to_fen,
         r.platform, b.name as brand_name, g.name as product_name, st.title as stream_title
    from share_tier t join share_rule r on r.id = t.rule_id join contract_version v on v.id = r.contract_version_id join contract c on c.id = v.contract_id
    join contract_clause cl on cl.id = r.clause_id left join brand b on b.id = r.brand_id left join product g on g.id = r.product_id left join stream st on st.id = r.stream_id)`;

/** Every party's part, with the amount its rate was taken from. */
async function readParts(trx: Trx, lineId: number, seq: number, tierId: number): Promise<LineFacts['parts']> {
  const { rows } = await sql<LineFacts['parts'][number]>`
    with part as (
      select p.position, py.name, py.kind, p.rate_bps, p.takes_from, s.parts_fen[p.position] as amount_fen, s.base_fen,
             sum(case when p.rate_bps is null then 0 else s.parts_fen[p.position] end) over (order by p.position rows between unbounded preceding and 1 preceding) as taken
        from settlement_line s join share_part p on p.tier_id = s.tier_id join party py on py.id = p.party_id
       where s.line_id = ${lineId} and s.seq = ${seq} and s.tier_id = ${tierId})
    select position, name as "partyName", kind, rate_bps as "rateBps", takes_from as "takesFrom", amount_fen as "amountFen",
           case when rate_bps is null then null when takes_from = 'base' then base_fen else base_fen - coalesce(taken, 0)::bigint end as "fromFen"
      from part order by position`.execute(trx);
  return rows;
}

/** The anchor's own part alone. What a rate of "the rest" was taken from would tell the others' parts, so it is left out. */
async function readOwnPart(trx: Trx, lineId: number, seq: number): Promise<LineFacts['parts']> {
  const { rows } = await sql<LineFacts['parts'][number]>`
    select 1 as position, py.name as "partyName", 'anchor' as kind, s.rate_bps as "rateBps", s.takes_from as "takesFrom", s.amount_fen as "amountFen",
           case when s.takes_from = 'base' and s.rate_bps is not null then s.base_fen end as "fromFen"
      from own_earning_line s join party py on py.anchor_id = s.anchor_id where s.line_id = ${lineId} and s.seq = ${seq}`.execute(
    trx,
  );
  return rows;
}

export interface SettlementLineRow {
  lineId: number;
  seq: number;
  runId: number;
  month: string;
  anchorId: number;
  anchorName: string;
  orderNo: string;
  lineNo: string;
  productName: string | null;
  /** As a statement shows it: a co-hosted stream is another anchor's, and its title theirs. */
  streamTitle: string | null;
  kind: 'settle' | 'refund' | 'trueup';
  salesFen: number;
  baseFen: number;
  rateBps: number | null;
  rateOf: 'base' | 'rest';
  amountFen: number;
  clause: string;
}

export interface SettlementLineFilter {
  statementId?: number;
  runId?: number;
  anchorId?: number;
  lineId?: number;
  q?: string;
  kind?: 'settle' | 'refund' | 'trueup';
}

/** An anchor's parts, line by line: of a statement, a run, an anchor or one order line. Amounts are the anchor's own. */
export async function listSettlementLines(
  trx: Trx,
  asAnchor: boolean,
  query: { filter: SettlementLineFilter; offset: number; limit: number },
): Promise<{ rows: SettlementLineRow[]; total: number }> {
  const f = query.filter;
  const own = asAnchor
    ? sql`select s.* from own_earning_line s`
    : sql`select s.line_id, s.seq, s.run_id, r.month, s.kind, s.tier_id, s.sales_fen, s.base_fen, p.rate_bps, p.takes_from, s.parts_fen[p.position] as amount_fen, py.anchor_id
            from settlement_line s join settlement_run r on r.id = s.run_id join share_part p on p.tier_id = s.tier_id join party py on py.id = p.party_id where py.anchor_id is not null`;
  const orders = sql.raw(asAnchor ? 'own_order_line' : 'order_line');
  const from = sql`
      from (${own}) s join ${orders} o on o.id = s.line_id
     where (${f.statementId ?? null}::int is null or (s.anchor_id, s.month) = (select x.anchor_id, x.month from statement x where x.id = ${f.statementId ?? null}))
       and (${f.runId ?? null}::int is null or s.run_id = ${f.runId ?? null}) and (${f.anchorId ?? null}::int is null or s.anchor_id = ${f.anchorId ?? null})
       and (${f.lineId ?? null}::bigint is null or s.line_id = ${f.lineId ?? null}) and (${f.q ?? null}::text is null or o.order_no = ${f.q ?? null})
       and (${f.kind ?? null}::text is null or s.kind = array_position(array['settle', 'refund', 'trueup'], ${f.kind ?? null}::text) - 1)`;
  const { rows } = await sql<SettlementLineRow>`
    with page as (select s.*, o.order_no, o.line_no, o.product_id, o.product_name, o.stream_id ${from} order by s.line_id, s.seq limit ${query.limit} offset ${query.offset})
    select s.line_id as "lineId", s.seq, s.run_id as "runId", s.month, s.anchor_id as "anchorId", a.name as "anchorName", s.order_no as "orderNo", s.line_no as "lineNo",
           coalesce(pr.name, s.product_name) as "productName",
           case when st.anchor_id = s.anchor_id then st.title when s.stream_id is not null then '联播场次' end as "streamTitle", (array['settle', 'refund', 'trueup'])[s.kind + 1] as kind, s.sales_fen as "salesFen", s.base_fen as "baseFen",
           s.rate_bps as "rateBps", s.takes_from as "rateOf", s.amount_fen as "amountFen", t.contract_no || ' v' || t.version_no || ' ' || t.clause_no as clause
      from page s join anchor a on a.id = s.anchor_id left join product pr on pr.id = s.product_id left join stream st on st.id = s.stream_id
      left join ${asAnchor ? sql`own_earning_term` : allTerms} t on t.tier_id = s.tier_id
     order by s.line_id, s.seq`.execute(trx);
  const count = await sql<{ total: number }>`select count(*) as total ${from}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}
