import { type RawBuilder, sql } from 'kysely';

/** A case stopped the sale of these goods. An anchor learns that and since when; the case is the office's. */
export interface StopSaleFlag {
  caseId: number | null;
  caseNo: string;
  since: string;
}

/** The oldest stop in force of a product, or null. */
export const stopSaleOf = (
  productId: RawBuilder<unknown>,
  seesCase: boolean,
): RawBuilder<StopSaleFlag | null> => sql`
  (select jsonb_build_object('caseId', case when ${seesCase}::boolean then t.case_id end, 'caseNo', t.case_no, 'since', t.since)
     from case_stop_sale t where t.product_id = ${productId} and t.lifted_at is null order by t.id limit 1)`;
