import { sql } from 'kysely';
import type { Month } from '../../api/domain/month.ts';
import type { StatementDocument } from '../../api/domain/statement.ts';
import type { Trx } from '../connect.ts';
import { statementMoney } from './confirmations.ts';

export interface StatementRow {
  id: number;
  no: string;
  anchorId: number;
  anchorName: string;
  month: Month;
  openingFen: number;
  earnedFen: number;
  entriesFen: number;
  closingFen: number;
  payableFen: number;
  status: 'issued' | 'confirmed' | 'disputed';
  contentSha256: string;
  issuedAt: string;
  issuedByName: string | null;
  payoutId: number | null;
  payoutStatus: string | null;
}

export interface NewStatement {
  no: string;
  anchorId: number;
  month: Month;
  openingFen: number;
  earnedFen: number;
  entriesFen: number;
  document: StatementDocument;
  contentSha256: string;
  templateVersion: number;
  issuedBy: string | null;
}

/** Keeps statements; a few hundred at a time, so that no single query carries a whole month. */
export async function insertStatements(trx: Trx, statements: readonly NewStatement[]): Promise<void> {
  for (let i = 0; i < statements.length; i += 100) {
    await trx
      .insertInto('statement')
      .values(
        statements.slice(i, i + 100).map((s) => ({
          no: s.no,
          anchor_id: s.anchorId,
          month: s.month,
          opening_fen: s.openingFen,
          earned_fen: s.earnedFen,
          entries_fen: s.entriesFen,
          closing_fen: s.openingFen + s.earnedFen + s.entriesFen,
          payable_fen: Math.max(0, s.openingFen + s.earnedFen + s.entriesFen),
          document: JSON.stringify(s.document),
          content_sha256: s.contentSha256,
          template_version: s.templateVersion,
          issued_by: s.issuedBy,
        })),
      )
      .execute();
  }
}

/** Takes `count` numbers of a series, without gaps: the row is locked until the transaction ends. Returns the first. */
export async function takeNumbers(trx: Trx, series: string, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (series, last_no) values (${series}, ${count})
    on conflict (series) do update set last_no = number_series.last_no + excluded.last_no returning last_no as last`.execute(
    trx,
  );
  return rows[0]!.last - count + 1;
}

export async function closeMonth(trx: Trx, month: Month, closedBy: string | null): Promise<void> {
  await trx.insertInto('month_close').values({ month, closed_by: closedBy }).execute();
}

/** A month before this one that has settled lines and no statements yet: it must be closed first. */
export async function findOpenMonthBefore(trx: Trx, month: Month): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Month }>`
    select distinct r.month from settlement_run r where r.month < ${month} and not exists (select from month_close c where c.month = r.month)
     order by r.month limit 1`.execute(trx);
  return rows[0]?.month;
}

export interface Letterhead {
  name: string;
  creditCode: string | null;
  verifyAt: string | null;
  today: string;
}

export async function readAgency(trx: Trx): Promise<Letterhead> {
  const { rows } = await sql<Letterhead>`
    select name, credit_code as "creditCode", public_url || '/verify' as "verifyAt", to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today from agency`.execute(
    trx,
  );
  return rows[0]!;
}

/** Statement numbers, anchors and documents of a month, a page at a time: for rendering all of them. */
export async function* streamDocuments(
  trx: Trx,
  month: Month,
): AsyncGenerator<{ id: number; no: string; document: StatementDocument }> {
  let after = 0;
  for (;;) {
    const rows = await trx
      .selectFrom('statement')
      .select(['id', 'no', 'document'])
      .where('month', '=', month)
      .where('id', '>', after)
      .orderBy('id')
      .limit(50)
      .execute();
    if (rows.length === 0) return;
    for (const row of rows) yield { id: row.id, no: row.no, document: row.document as StatementDocument };
    after = rows.at(-1)!.id;
  }
}

const statementRows = sql`
  select s.id, s.no, s.anchor_id as "anchorId", a.name as "anchorName", s.month, s.opening_fen as "openingFen", s.earned_fen as "earnedFen", s.entries_fen as "entriesFen",
         s.closing_fen as "closingFen", s.payable_fen as "payableFen", s.status, s.content_sha256 as "contentSha256", s.issued_at as "issuedAt",
         u.name as "issuedByName", p.id as "payoutId", p.status as "payoutStatus"
    from statement s join anchor a on a.id = s.anchor_id left join app_user u on u.id = s.issued_by left join lateral (
      select id, status from payout where statement_id = s.id and status not in ('cancelled', 'returned') order by id desc limit 1) p on true`;

export interface StatementFilter {
  q?: string;
  id?: number[];
  anchorId?: number;
  month?: string;
  status?: string;
  /** With something due and no payout on its way. */
  withoutPayout?: true;
}

const SORTS = {
  id: 's.id',
  no: 's.no',
  month: 's.month',
  closingFen: 's.closing_fen',
  payableFen: 's.payable_fen',
} as const;
export type StatementSort = keyof typeof SORTS;
export const STATEMENT_SORTS = [
  'id',
  'no',
  'month',
  'closingFen',
  'payableFen',
] as const satisfies readonly StatementSort[];

export async function listStatements(
  trx: Trx,
  query: {
    filter: StatementFilter;
    sort: { field: StatementSort; order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<{ rows: StatementRow[]; total: number }> {
  const { filter: f, sort } = query;
  const where = sql`
     where (${f.q ?? null}::text is null or s.no ilike '%' || ${f.q ?? ''} || '%' or a.name ilike '%' || ${f.q ?? ''} || '%')
       and (${f.id ?? null}::int[] is null or s.id = any(${f.id ?? null}))
       and (${f.anchorId ?? null}::int is null or s.anchor_id = ${f.anchorId ?? null})
       and (${f.month ?? null}::text is null or s.month = ${f.month ?? null})
       and (${f.status ?? null}::text is null or s.status = ${f.status ?? null})
       and (${f.withoutPayout ?? false} = false or ((select m.due_fen from (${statementMoney} where x.id = s.id) m) > 0 and not exists (
             select from payout p where p.statement_id = s.id and p.status in ('prepared', 'approved'))))`;
  const { rows } = await sql<StatementRow>`${statementRows} ${where}
     order by ${sql.raw(SORTS[sort.field])} ${sql.raw(sort.order)}, s.id limit ${query.limit} offset ${query.offset}`.execute(
    trx,
  );
  const count = await sql<{
    total: number;
  }>`select count(*) as total from statement s join anchor a on a.id = s.anchor_id ${where}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export async function findStatement(
  trx: Trx,
  id: number,
): Promise<(StatementRow & { document: StatementDocument }) | undefined> {
  const { rows } = await sql<StatementRow>`${statementRows} where s.id = ${id}`.execute(trx);
  if (!rows[0]) return undefined;
  const { document } = await trx
    .selectFrom('statement')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...rows[0], document: document as StatementDocument };
}
