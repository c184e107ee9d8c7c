import { sql } from 'kysely';
import type { Month } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';

/** One group of a statement: a stream's product under one tier. Amounts are the anchor's own part. */
export interface EarnedGroup {
  anchorId: number;
  streamId: number | null;
  streamTitle: string | null;
  startedAt: string | null;
  name: string;
  orderLines: number;
  quantity: number;
  salesFen: number;
  baseFen: number;
  rateBps: number | null;
  rateOf: 'base' | 'rest';
  amountFen: number;
  clause: string;
}

/** One line that takes back (or, at a true-up, gives anew) what an earlier one gave. */
export interface AmendedLine {
  anchorId: number;
  orderNo: string;
  lineNo: string;
  product: string;
  settledIn: Month | null;
  reason: 'refund' | 'tier' | 'unlinked';
  baseFen: number;
  amountFen: number;
  clause: string;
}

export interface StatementParty {
  anchorId: number;
  name: string;
  realName: string | null;
  payee: string | null;
  accountTail: string | null;
  contracts: { no: string; title: string; versionNo: number }[];
  /** Of the newest statement before this month; null when there is none. */
  previousClosingFen: number | null;
}

/** Every settlement line of a month in which an anchor has a part: that part alone, with the clause that gave it. */
const ownParts = (month: Month) => sql`
  select py.anchor_id as owner_id, s.anchor_id = py.anchor_id as is_own, s.line_id, s.seq, s.kind, s.amends_line_id, s.amends_seq, s.tier_id, s.sales_fen, s.base_fen,
         p.rate_bps, p.takes_from, s.parts_fen[p.position] as amount_fen
    from settlement_run r
    join settlement_line s on s.run_id = r.id
    join share_part p on p.tier_id = s.tier_id
    join party py on py.id = p.party_id
   where r.month = ${month} and py.anchor_id is not null`;

const clauseOf = sql`
  select t.id as tier_id, c.no || ' v' || v.version_no || ' ' || cl.clause_no as clause
    from share_tier t join share_rule r on r.id = t.rule_id join contract_version v on v.id = r.contract_version_id
    join contract c on c.id = v.contract_id join contract_clause cl on cl.id = r.clause_id`;

/**
 * Sales of the month, grouped as a statement shows them, largest share first. A co-hosted stream is another anchor's:
 * it is shown by its time, not by its title.
 */
export async function listEarnedGroups(trx: Trx, month: Month): Promise<EarnedGroup[]> {
  const { rows } = await sql<EarnedGroup>`
    with own as (${ownParts(month)}), clause as (${clauseOf}),
    grouped as (
      select own.owner_id, own.is_own, o.stream_id, coalesce('#' || o.product_id, o.product_name, o.product_ext_id, '') as product_key, own.tier_id, own.rate_bps, own.takes_from,
             min(o.product_name) as seen_name, max(o.product_id) as product_id, count(*) as order_lines, coalesce(sum(o.quantity), 0)::bigint as quantity,
             sum(own.sales_fen)::bigint as sales_fen, sum(own.base_fen)::bigint as base_fen, sum(own.amount_fen)::bigint as amount_fen
        from own join order_line o on o.id = own.line_id
       where own.kind = 0 and o.kind = 0 group by 1, 2, 3, 4, 5, 6, 7)
    select g.owner_id as "anchorId", g.stream_id as "streamId", case when g.is_own then st.title when st.id is not null then '联播场次' end as "streamTitle", to_char(st.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "startedAt",
           coalesce(pr.name, g.seen_name, '未命名商品') as name, g.order_lines as "orderLines", g.quantity, g.sales_fen as "salesFen", g.base_fen as "baseFen",
           g.rate_bps as "rateBps", g.takes_from as "rateOf", g.amount_fen as "amountFen", clause.clause
      from grouped g join clause on clause.tier_id = g.tier_id
      left join stream st on st.id = g.stream_id left join product pr on pr.id = g.product_id
     order by g.owner_id, st.starts_at nulls last, g.stream_id, g.amount_fen desc, name, g.tier_id`.execute(
    trx,
  );
  return rows;
}

/** Refunds and tier true-ups of the month, each with the order line and the month it amends. */
export async function listAmendedLines(trx: Trx, month: Month): Promise<AmendedLine[]> {
  const { rows } = await sql<AmendedLine>`
    with own as (${ownParts(month)}), clause as (${clauseOf})
    select own.owner_id as "anchorId", o.order_no as "orderNo", o.line_no as "lineNo", coalesce(pr.name, o.product_name, o.product_ext_id, '未命名商品') as product,
           r.month as "settledIn", case when own.kind = 2 then 'tier' when own.kind = 1 then 'refund' else 'unlinked' end as reason,
           own.base_fen as "baseFen", own.amount_fen as "amountFen", clause.clause
      from own join order_line o on o.id = own.line_id join clause on clause.tier_id = own.tier_id
      left join product pr on pr.id = o.product_id
      left join settlement_line old on old.line_id = own.amends_line_id and old.seq = own.amends_seq
      left join settlement_run r on r.id = old.run_id
     where own.kind <> 0 or o.kind = 1
     order by own.owner_id, o.order_no, o.line_no, own.seq`.execute(trx);
  return rows;
}

/** Whoever gets a statement: anchors with a line this month, and anchors who carry a negative balance. */
export async function listStatementParties(trx: Trx, month: Month): Promise<StatementParty[]> {
  const { rows } = await sql<StatementParty>`
    with before as (select distinct on (anchor_id) anchor_id, closing_fen from statement where month < ${month} order by anchor_id, month desc),
    touched as (select distinct owner_id as id from (${ownParts(month)}) own union select anchor_id from before where closing_fen < 0
      union select anchor_id from pay_entry where month = ${month} and anchor_id is not null),
    used as (
      select distinct own.owner_id, c.no, c.title, v.version_no
        from (select distinct owner_id, tier_id from (${ownParts(month)}) x) own join share_tier t on t.id = own.tier_id join share_rule r on r.id = t.rule_id
        join contract_version v on v.id = r.contract_version_id join contract c on c.id = v.contract_id)
    select a.id as "anchorId", a.name, a.real_name as "realName", py.account_name as payee, py.bank_account_tail as "accountTail", before.closing_fen as "previousClosingFen",
           coalesce((select jsonb_agg(jsonb_build_object('no', u.no, 'title', u.title, 'versionNo', u.version_no) order by u.no, u.version_no)
             from used u where u.owner_id = a.id), '[]') as contracts
      from touched join anchor a on a.id = touched.id left join anchor_payee py on py.anchor_id = a.id left join before on before.anchor_id = a.id
     order by a.id`.execute(trx);
  return rows;
}
