import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { MonthEntry } from './pay-entries.ts';

/** The pay entries of a statement with their ids; undefined when the statement is not in sight. */
export async function listStatementEntries(
  trx: Trx,
  statementId: number,
): Promise<Omit<MonthEntry, 'anchorId'>[] | undefined> {
  const { rows } = await sql<{ entries: Omit<MonthEntry, 'anchorId'>[] }>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'concernsMonth', e.concerns_month,
             'amountFen', e.amount_fen, 'explanation', e.explanation) order by e.id)
             from pay_entry e where e.anchor_id = s.anchor_id and e.month = s.month), '[]') as entries
      from statement s where s.id = ${statementId}`.execute(trx);
  return rows[0]?.entries;
}
