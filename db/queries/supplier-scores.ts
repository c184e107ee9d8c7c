import { sql } from 'kysely';
import { SCORE_MONTHS, type SupplierFacts } from '../../api/domain/inspection/supplier-score.ts';
import type { Trx } from '../connect.ts';

export type SupplierRow = SupplierFacts & { brandId: number; brandName: string };

/** What counts for each brand's score: cases decided and lots closed within the time it looks back. */
export async function readSupplierFacts(
  trx: Trx,
  filter: { q?: string; id?: number[] },
): Promise<SupplierRow[]> {
  const since = sql`now() - make_interval(months => ${SCORE_MONTHS}::int)`;
  const { rows } = await sql<SupplierRow>`
    with decided as (
      select c.brand_id, count(*) filter (where d.outcome = 'substitution' and d.bearer in ('brand', 'supplier')) as substitutions,
             count(*) filter (where d.outcome = 'deviation') as deviations, count(*) filter (where d.outcome = 'cleared') as cleared
        from substitution_case c join case_decision d on d.case_id = c.id where d.decided_at >= ${since} group by 1),
    open as (select brand_id, count(*) as open_cases from substitution_case where stage not in ('decided', 'remedies', 'closed') group by 1),
    lot as (
      select brand_id, count(*) as lots, count(*) filter (where verdict = 'rejected') as rejected from inspection
       where kind = 'lot' and status = 'closed' and closed_at >= ${since} group by 1)
    select b.id as "brandId", b.name as "brandName", coalesce(decided.substitutions, 0) as substitutions, coalesce(decided.deviations, 0) as deviations,
           coalesce(decided.cleared, 0) as cleared, coalesce(open.open_cases, 0) as "openCases", coalesce(lot.rejected, 0) as "rejectedLots", coalesce(lot.lots, 0) as lots
      from brand b left join decided on decided.brand_id = b.id left join open on open.brand_id = b.id left join lot on lot.brand_id = b.id
     where (${filter.q ?? null}::text is null or b.name ilike ${`%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&')}%`})
       and (${filter.id ?? null}::int[] is null or b.id = any(${filter.id ?? null}::int[]))
     order by b.name collate "zh-x-icu", b.id`.execute(trx);
  return rows;
}

export interface SupplierCase {
  id: number;
  no: string;
  outcome: string | null;
  decidedAt: string | null;
  productName: string;
}

export async function listSupplierCases(trx: Trx, brandId: number): Promise<SupplierCase[]> {
  const { rows } = await sql<SupplierCase>`
    select c.id, c.no, d.outcome, d.decided_at as "decidedAt", p.name as "productName"
      from substitution_case c join product p on p.id = c.product_id left join case_decision d on d.case_id = c.id where c.brand_id = ${brandId} order by c.id desc`.execute(
    trx,
  );
  return rows;
}
