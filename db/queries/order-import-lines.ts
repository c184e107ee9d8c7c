import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** What a file may say about a line; the rest (ids, links) is ours. In the order revisions are compared. */
const VALUE_COLUMNS = [
  'kind',
  'status',
  'status_raw',
  'product_id',
  'quantity',
  'rate_bps',
  'service_rate_bps',
  'total_fen',
  'paid_fen',
  'refund_fen',
  'commission_est_fen',
  'settled_fen',
  'commission_fen',
  'service_est_fen',
  'service_fen',
  'tech_fee_fen',
  'unit_price_fen',
  'ordered_at',
  'paid_at',
  'received_at',
  'settled_at',
  'refunded_at',
  'product_ext_id',
  'product_name',
  'spec',
  'shop_name',
  'anchor_ext_id',
  'anchor_name',
  'room_ext_id',
  'media',
  'unsettled_reason',
  'buyer_key',
  'remark',
];
/** Ids of one import lie between these. */
const ID_FACTOR = 16_777_216;
const firstId = (importId: number) => importId * ID_FACTOR;

/** One import at a time on a platform: what the probe and the merge read must still hold when they write. */
export async function lockPlatform(trx: Trx, platform: string): Promise<void> {
  await sql`select set_config('lock_timeout', '0', true)`.execute(trx);
  await holdOrders(trx);
  await sql`select pg_advisory_xact_lock(hashtext('faircast.orders'), hashtext(${platform}))`.execute(trx);
}

/** Shared by all who change order lines; a settlement waits for them and keeps them waiting (see lockSettlement). */
export async function holdOrders(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('faircast.orders'))`.execute(trx);
}

/** Fresh statistics after a large load, so that what follows in the same minute is planned with them. */
export async function refreshStatistics(trx: Trx, platform: string): Promise<void> {
  await sql`analyze ${sql.table(`order_line_${platform}`)}`.execute(trx);
}

/** Whether any of these keys is known already. */
export async function anyKeyKnown(
  trx: Trx,
  platform: string,
  keys: readonly { orderNo: string; lineNo: string }[],
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (
      select from unnest(${keys.map((key) => key.orderNo)}::text[], ${keys.map((key) => key.lineNo)}::text[]) k(order_no, line_no)
       join order_line o on o.platform = ${platform} and o.order_no = k.order_no and o.line_no = k.line_no) as known`.execute(
    trx,
  );
  return rows[0]!.known;
}

/** Sums in fen, signed; refunded = refunds noted on sales and refund lines of their own, ≥ 0. */
export interface Totals {
  lines: number;
  paidFen: number;
  settledFen: number;
  refundedFen: number;
}

/** What is in the table of the lines this import brought first. */
export async function sumImported(trx: Trx, platform: string, importId: number): Promise<Totals> {
  return sumLines(
    trx,
    sql`order_line where platform = ${platform} and id >= ${firstId(importId)} and id < ${firstId(importId + 1)}`,
  );
}

export async function sumStaged(trx: Trx): Promise<Totals> {
  return sumLines(trx, sql`order_staging`);
}

async function sumLines(trx: Trx, from: ReturnType<typeof sql>): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*) as lines, coalesce(sum(paid_fen), 0)::bigint as "paidFen",
           coalesce(sum(settled_fen), 0)::bigint as "settledFen",
           coalesce(sum(refund_fen - case when kind = 1 then paid_fen else 0 end), 0)::bigint as "refundedFen"
      from ${from}`.execute(trx);
  return rows[0]!;
}

/** A staged line that is not taken, and the line that made it so. */
export interface Superseded {
  line: number;
  byLine: number;
  differs: boolean;
}

/** Of staged lines with one key the last stays; answers the others and whether they said something else. */
export async function dropStagedDuplicates(trx: Trx, columns: readonly string[]): Promise<Superseded[]> {
  const values = VALUE_COLUMNS.filter((name) => columns.includes(name));
  const { rows } = await sql<Superseded>`
    with last as (select order_no, line_no, max(src_line) as src_line from order_staging group by 1, 2 having count(*) > 1)
    delete from order_staging s using last, order_staging l
     where s.order_no = last.order_no and s.line_no = last.line_no and s.src_line < last.src_line
       and l.src_line = last.src_line
    returning s.src_line as line, l.src_line as "byLine",
              (${refs('s', values)}) is distinct from (${refs('l', values)}) as differs`.execute(trx);
  return rows;
}

/** Takes lines out of the staging table by their number. */
export async function dropStaged(trx: Trx, lines: readonly number[]): Promise<void> {
  await sql`delete from order_staging where src_line = any(${lines as number[]}::int[])`.execute(trx);
}

export interface MergeResult {
  stored: number;
  updated: number;
  /** Lines the platform had settled when another import was made and this file does not know settled yet: older, not taken. */
  older: { line: number; importId: number }[];
  /** What was paid on the lines that were brought in, as staged and as it stands in the table: must be the same. */
  givenPaidFen: number;
  keptPaidFen: number;
}

/**
 * Brings staged lines into the table: new ones are inserted, known ones updated where the file says something else, with
 * what they were before kept as a revision. A line keeps its id, and its anchor once it is settled.
 */
export async function mergeStaged(
  trx: Trx,
  platform: string,
  importId: number,
  columns: readonly string[],
): Promise<MergeResult> {
  // A month's lines are joined in memory, not in a dozen passes over files.
  await sql`select set_config('work_mem', '256MB', true)`.execute(trx);
  const values = VALUE_COLUMNS.filter((name) => columns.includes(name));
  const given = sql.join(values.map((name) => valueAfter(name, 's', columns)));
  const assigned = values.map((name) => sql`${sql.ref(name)} = ${valueAfter(name, 'excluded', columns)}`);
  const { rows } = await sql<MergeResult>`
    with changed as materialized (
      select ${refs('s', columns)}, o.id is not null and s.status < 3 and o.settled_at is not null as is_older,
             o.import_id as known_import_id
        from order_staging s
        left join order_line o on o.platform = ${platform} and o.order_no = s.order_no and o.line_no = s.line_no
       where o.id is null
          or (${given}, ${anchorAfter('s')}) is distinct from (${refs('o', [...values, 'anchor_id'])})),
    merged as (
      insert into order_line as o (${names(columns)})
      select ${names(columns)} from changed where not is_older order by src_line
      on conflict (platform, order_no, line_no) do update
         set ${sql.join(assigned)}, import_id = excluded.import_id, src_line = excluded.src_line,
             anchor_id = ${anchorAfter('excluded')}
      returning old.id as old_id, case when old.id is not null then to_jsonb(old) end as before,
                new.paid_fen as kept_paid_fen),
    kept as (
      insert into order_line_revision (line_id, platform, import_id, before)
      select old_id, ${platform}, ${importId}::int, before from merged where old_id is not null)
    select (select count(*) from merged where old_id is null) as stored, (select count(old_id) from merged) as updated,
           (select coalesce(jsonb_agg(jsonb_build_object('line', src_line, 'importId', known_import_id)), '[]')
              from changed where is_older) as older,
           (select coalesce(sum(paid_fen), 0)::bigint from changed where not is_older) as "givenPaidFen",
           (select coalesce(sum(kept_paid_fen), 0)::bigint from merged) as "keptPaidFen"`.execute(trx);
  return rows[0]!;
}

const SETTLED_AMOUNTS = new Set(['settled_fen', 'commission_fen', 'service_fen']);

/**
 * What a column holds after the merge. A refund of a settled line takes all of it back although the file then gives no
 * settled amount, and does not unmake the settlement's time. A product we know stays when the file cannot name it.
 */
function valueAfter(name: string, from: 's' | 'excluded', columns: readonly string[]) {
  const given = sql.ref(`${from}.${name}`);
  const kept = sql.ref(`o.${name}`);
  if (name === 'product_id') return sql`coalesce(${given}, ${kept})`;
  const isSettled = SETTLED_AMOUNTS.has(name) || name === 'settled_at';
  if (!isSettled || !columns.includes('settled_at')) return given;
  const takenBack = name === 'settled_at' ? kept : sql`${kept} - ${kept}`;
  const status = sql.ref(`${from}.status`);
  const settledAt = sql.ref(`${from}.settled_at`);
  return sql`case when ${status} = 4 and ${settledAt} is null and o.settled_at is not null then ${takenBack} else ${given} end`;
}

function anchorAfter(from: 's' | 'excluded') {
  const given = sql.ref(`${from}.anchor_id`);
  return sql`case when ${given} is null or ${given} = o.anchor_id then o.anchor_id
                  when exists (select from settlement_line l where l.line_id = o.id) then o.anchor_id else ${given} end`;
}

const names = (columns: readonly string[]) => sql.join(columns.map((name) => sql.ref(name)));
const refs = (table: string, columns: readonly string[]) =>
  sql.join(columns.map((name) => sql.ref(`${table}.${name}`)));
