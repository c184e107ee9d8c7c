import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export async function countMonthStatements(trx: Trx, month: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from statement where month = ${month}`.execute(trx);
  return rows[0]!.n;
}
