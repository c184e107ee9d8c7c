import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { isOpenRemark } from './contract-remarks.ts';
import type { Page } from './page.ts';

export const BOARD_KINDS = [
  'active',
  'expiring90',
  'expiring30',
  'expiring7',
  'expired',
  'unsignedStreaming',
  'paidNoContract',
  'backDated',
  'scanMissing',
  'openQuestions',
  'inReview',
  'withAnchor',
] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** One thing on the board: a contract, a version of one, or an anchor who has none. */
export interface BoardRow {
  id: string;
  kind: BoardKind;
  anchorId: number;
  anchorName: string;
  contractId: number | null;
  contractNo: string | null;
  title: string | null;
  versionId: number | null;
  versionNo: number | null;
  /** The day it is about: when it ends or ended, was signed, streamed, paid, asked. */
  day: string | null;
  /** How many: streams, payouts, questions. */
  count: number | null;
}

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;
/** The version in force today, where there is one. */
const inForce = sql`(select v.id, v.version_no from contract_version v
  where v.contract_id = c.id and v.status <> 'draft' and v.effective @> ${today} limit 1)`;

/** A contract's last day: its own, or the last one its versions cover. */
const lastDay = sql`least(c.ends_on, (select case when bool_or(upper_inf(v.effective)) then null else max(upper(v.effective)) - 1 end
  from contract_version v where v.contract_id = c.id and v.status <> 'draft'))`;

const ofContract = (where: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`
  select c.id::text as key, c.anchor_id, c.id as contract_id, f.id as version_id, f.version_no, ${day} as day, null::int as count
    from contract c left join lateral ${inForce} f on true where ${where}`;

const endsWithin = (days: number) =>
  ofContract(
    sql`c.status = 'active' and ${lastDay} between ${today} and ${today} + ${sql.lit(days)}`,
    lastDay,
  );

const ofVersion = (where: RawBuilder<unknown>, day: RawBuilder<unknown>, count = sql`null::int`) => sql`
  select v.id::text as key, c.anchor_id, c.id as contract_id, v.id as version_id, v.version_no, ${day} as day, ${count} as count
    from contract_version v join contract c on c.id = v.contract_id where ${where}`;

const openCount = sql`(select count(*)::int from contract_remark r where r.contract_version_id = v.id and ${isOpenRemark})`;
const signedDay = sql`(select coalesce(e.signed_on, (e.accepted_at at time zone 'Asia/Shanghai')::date)
  from contract_acceptance e where e.contract_version_id = v.id and e.side = 'anchor')`;

const SOURCES: Record<BoardKind, RawBuilder<unknown>> = {
  active: ofContract(sql`c.status = 'active' and f.id is not null`, lastDay),
  expiring90: endsWithin(90),
  expiring30: endsWithin(30),
  expiring7: endsWithin(7),
  expired: ofContract(sql`c.status <> 'draft' and ${lastDay} < ${today}`, lastDay),
  // On air in the last 30 days without a confirmed version for that day.
  unsignedStreaming: sql`
    select s.anchor_id::text as key, s.anchor_id, min(d.id) as contract_id, null::int as version_id, null::int as version_no,
        max((s.starts_at at time zone 'Asia/Shanghai')::date) as day, count(distinct s.id)::int as count
      from stream s left join contract d on d.anchor_id = s.anchor_id and d.status = 'draft'
     where s.status <> 'cancelled' and s.starts_at between now() - interval '30 days' and now() + interval '7 days'
       and not exists (select from contract c join contract_version v on v.contract_id = c.id
         where c.anchor_id = s.anchor_id and v.status <> 'draft' and v.effective @> (s.starts_at at time zone 'Asia/Shanghai')::date)
     group by s.anchor_id`,
  // Money of a month in which no version of any contract of the anchor was in force.
  paidNoContract: sql`
    select t.anchor_id::text as key, t.anchor_id, null::int as contract_id, null::int as version_id, null::int as version_no,
        max(to_date(t.month, 'YYYY-MM')) as day, count(*)::int as count
      from payout p join statement t on t.id = p.statement_id
     where p.status <> 'cancelled'
       and not exists (select from contract c join contract_version v on v.contract_id = c.id where c.anchor_id = t.anchor_id
         and v.status <> 'draft' and v.effective && daterange(to_date(t.month, 'YYYY-MM'), (to_date(t.month, 'YYYY-MM') + interval '1 month')::date))
     group by t.anchor_id`,
  backDated: ofVersion(sql`v.status <> 'draft' and ${signedDay} > lower(v.effective)`, signedDay),
  scanMissing: ofVersion(
    sql`v.status <> 'draft' and v.effective @> ${today} and exists (select from contract_acceptance e
      where e.contract_version_id = v.id and e.method = 'paper' and e.document_id is null)
      and not exists (select from contract_document d where d.contract_id = c.id and d.kind = 'signed_scan')`,
    signedDay,
  ),
  openQuestions: ofVersion(
    sql`v.stage in ('sent', 'accepted') and ${openCount} > 0`,
    sql`(select max((r.created_at at time zone 'Asia/Shanghai')::date) from contract_remark r where r.contract_version_id = v.id)`,
    openCount,
  ),
  inReview: ofVersion(
    sql`v.stage = 'review'`,
    sql`(select max((e.at at time zone 'Asia/Shanghai')::date) from contract_event e where e.contract_version_id = v.id)`,
  ),
  withAnchor: ofVersion(sql`v.stage = 'sent'`, sql`(v.sent_at at time zone 'Asia/Shanghai')::date`),
};

/** Every number of the board; each is the total of the list under its kind. */
export async function countBoard(trx: Trx): Promise<Record<BoardKind, number>> {
  const counts = BOARD_KINDS.map(
    (kind) => sql`(select count(*)::int from (${SOURCES[kind]}) x) as ${sql.id(kind)}`,
  );
  const { rows } = await sql<Record<BoardKind, number>>`select ${sql.join(counts)}`.execute(trx);
  return rows[0]!;
}

export async function listBoard(
  trx: Trx,
  {
    filter,
    offset,
    limit,
    sort,
  }: {
    filter: { kind: BoardKind; q?: string };
    offset: number;
    limit: number;
    sort: { order: 'asc' | 'desc' };
  },
): Promise<Page<BoardRow>> {
  const words = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  const board = sql`
    select ${filter.kind} || ' ' || x.key as id, ${filter.kind}::text as kind, x.anchor_id as "anchorId", a.name as "anchorName",
      x.contract_id as "contractId", k.no as "contractNo", k.title, x.version_id as "versionId", x.version_no as "versionNo", x.day, x.count
      from (${SOURCES[filter.kind]}) x join anchor a on a.id = x.anchor_id left join contract k on k.id = x.contract_id
     where ${words}::text is null or a.name ilike ${words} or k.no ilike ${words} or k.title ilike ${words}`;
  const order = sort.order === 'asc' ? sql`asc` : sql`desc`;
  const { rows } =
    await sql<BoardRow>`select * from (${board}) y order by y.day ${order} nulls last, y.id offset ${offset} limit ${limit}`.execute(
      trx,
    );
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from (${board}) y`.execute(trx);
  return { rows, total: counted[0]!.total };
}
