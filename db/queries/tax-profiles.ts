import { sql } from 'kysely';
import type { AnchorRegime } from '../../api/domain/tax/anchor-month.ts';
import type { Trx } from '../connect.ts';

export interface TaxProfileRow {
  id: number;
  anchorId: number;
  anchorName: string;
  regime: AnchorRegime;
  effectiveFrom: string;
  source: string;
  payeeName: string | null;
  recordedByName: string;
  recordedAt: string;
  /** The month another profile begins in; null for the one that counts last. */
  endedFrom: string | null;
}

const profiles = sql`
  select p.id, p.anchor_id as "anchorId", a.name as "anchorName", p.regime, p.effective_from as "effectiveFrom", p.source, p.payee_name as "payeeName",
         u.name as "recordedByName", p.recorded_at as "recordedAt",
         (select min(n.effective_from) from tax_profile n where n.anchor_id = p.anchor_id and (n.effective_from, n.id) > (p.effective_from, p.id)) as "endedFrom"
    from tax_profile p join anchor a on a.id = p.anchor_id join app_user u on u.id = p.recorded_by`;

export async function listTaxProfiles(
  trx: Trx,
  query: {
    filter: { anchorId?: number; regime?: string; id?: number[] };
    offset: number;
    limit: number;
  },
): Promise<{ rows: TaxProfileRow[]; total: number }> {
  const { anchorId, regime, id } = query.filter;
  const found = sql`from (${profiles}) x where (${anchorId ?? null}::int is null or x."anchorId" = ${anchorId ?? null})
     and (${regime ?? null}::text is null or x.regime = ${regime ?? null}) and (${id ?? null}::int[] is null or x.id = any(${id ?? null}))`;
  const { rows } =
    await sql<TaxProfileRow>`select x.* ${found} order by x.id desc limit ${query.limit} offset ${query.offset}`.execute(
      trx,
    );
  const count = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export async function readTaxProfile(trx: Trx, id: number): Promise<TaxProfileRow | undefined> {
  return (await sql<TaxProfileRow>`${profiles} where p.id = ${id}`.execute(trx)).rows[0];
}

export async function insertTaxProfile(
  trx: Trx,
  p: {
    anchorId: number;
    regime: AnchorRegime;
    effectiveFrom: string;
    source: string;
    payeeName: string | null;
    recordedBy: string;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into tax_profile (anchor_id, regime, effective_from, source, payee_name, recorded_by)
    values (${p.anchorId}, ${p.regime}, ${p.effectiveFrom}, ${p.source}, ${p.payeeName}, ${p.recordedBy}) returning id`.execute(
    trx,
  );
  return rows[0]!.id;
}

/** The newest month that was withheld of an anchor; null for none. */
export async function readLastWithheldMonth(trx: Trx, anchorId: number): Promise<string | null> {
  const { rows } = await sql<{
    month: string | null;
  }>`select max(month) as month from tax_withholding where anchor_id = ${anchorId}`.execute(trx);
  return rows[0]!.month;
}

export interface TaxInputRow {
  id: number;
  anchorId: number;
  anchorName: string;
  month: string;
  socialInsuranceFen: number;
  specialAdditionalFen: number;
  otherDeductionFen: number;
  invoices: { number: string; seller: string; amountFen: number; issuedOn: string }[];
  recordedByName: string;
  recordedAt: string;
}

export async function listTaxInputs(
  trx: Trx,
  filter: { anchorId?: number; month?: string; id?: number },
): Promise<TaxInputRow[]> {
  const { rows } = await sql<TaxInputRow>`
    select i.id, i.anchor_id as "anchorId", n.name as "anchorName", i.month, i.social_insurance_fen as "socialInsuranceFen", i.special_additional_fen as "specialAdditionalFen",
           i.other_deduction_fen as "otherDeductionFen", i.invoices, u.name as "recordedByName", i.recorded_at as "recordedAt"
      from tax_input i join app_user u on u.id = i.recorded_by join anchor n on n.id = i.anchor_id
     where (${filter.anchorId ?? null}::int is null or i.anchor_id = ${filter.anchorId ?? null}) and (${filter.month ?? null}::text is null or i.month = ${filter.month ?? null})
       and (${filter.id ?? null}::int is null or i.id = ${filter.id ?? null}) order by i.id desc limit 200`.execute(
    trx,
  );
  return rows;
}

export async function insertTaxInput(
  trx: Trx,
  i: Omit<TaxInputRow, 'id' | 'anchorName' | 'recordedByName' | 'recordedAt'> & { recordedBy: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into tax_input (anchor_id, month, social_insurance_fen, special_additional_fen, other_deduction_fen, invoices, recorded_by)
    values (${i.anchorId}, ${i.month}, ${i.socialInsuranceFen}, ${i.specialAdditionalFen}, ${i.otherDeductionFen}, ${JSON.stringify(i.invoices)}::jsonb, ${i.recordedBy}) returning id`.execute(
    trx,
  );
  return rows[0]!.id;
}
