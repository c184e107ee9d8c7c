import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../connect.ts';

/** One rule of the books. `find` selects a jsonb column `sample` per violation: what a person looks it up by. */
export interface BookCheck {
  code: string;
  /** In both languages, Chinese first, as it stands on the screen and in the terminal. */
  title: string;
  find: RawBuilder<unknown>;
}

export interface BookCheckResult {
  code: string;
  title: string;
  ok: boolean;
  violations: number;
  /** Ten at most, of as many as there are. */
  sample: unknown[];
}

export const SAMPLES = 10;

export async function runBookCheck(trx: Trx, { code, title, find }: BookCheck): Promise<BookCheckResult> {
  const { rows } = await sql<{ violations: number; sample: unknown[] }>`
    select count(*) as violations, coalesce(jsonb_agg(sample) filter (where n <= ${SAMPLES}), '[]') as sample
      from (select sample, row_number() over () as n from (${find}) found) numbered`.execute(trx);
  return { code, title, ok: rows[0]!.violations === 0, ...rows[0]! };
}
