import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../connect.ts';

interface BookRule {
  code: string;
  /** In English, for the terminal; the screens have words of their own for each code. */
  title: string;
}

/** One rule of the books. `find` selects a jsonb column `sample` per violation: what a person looks it up by. */
export interface BookCheck extends BookRule {
  find: RawBuilder<unknown>;
}

/** Rules that one pass over a large table decides together: `find` selects `code` and `sample`. */
export interface BookCheckGroup {
  rules: readonly BookRule[];
  find: RawBuilder<unknown>;
}

export interface BookCheckResult extends BookRule {
  ok: boolean;
  violations: number;
  /** Ten at most, of as many as there are. */
  sample: unknown[];
}

export const SAMPLES = 10;

export async function runBookCheck(trx: Trx, check: BookCheck | BookCheckGroup): Promise<BookCheckResult[]> {
  const { rules, find } =
    'rules' in check
      ? check
      : { rules: [check], find: sql`select ${check.code}::text as code, sample from (${check.find}) found` };
  const { rows } = await sql<{ code: string; violations: number; sample: unknown[] }>`
    select code, count(*) as violations, jsonb_agg(sample) filter (where n <= ${SAMPLES}) as sample
      from (select code, sample, row_number() over (partition by code) as n from (${find}) found) numbered group by code`.execute(
    trx,
  );
  return rules.map(({ code, title }) => {
    const { violations, sample } = rows.find((row) => row.code === code) ?? { violations: 0, sample: [] };
    return { code, title, ok: violations === 0, violations, sample };
  });
}
