import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface TaxWithholdingRow {
  id: number;
  anchorId: number;
  anchorName: string;
  month: string;
  regime: string;
  grossFen: number;
  taxFen: number;
  vatFen: number;
  netFen: number;
  tableVersion: string;
  working: { zh: string; en: string }[];
  withheldAt: string;
}

const withholdings = sql`
  select w.id, w.anchor_id as "anchorId", a.name as "anchorName", w.month, w.regime, w.gross_fen as "grossFen", w.tax_fen as "taxFen", w.vat_fen as "vatFen",
         w.net_fen as "netFen", w.table_version as "tableVersion", w.working, w.created_at as "withheldAt"
    from tax_withholding w join anchor a on a.id = w.anchor_id`;

export async function listWithholdings(
  trx: Trx,
  query: {
    filter: { anchorId?: number; month?: string; year?: number; regime?: string; id?: number[] };
    offset: number;
    limit: number;
  },
): Promise<{ rows: TaxWithholdingRow[]; total: number }> {
  const { anchorId, month, year, regime, id } = query.filter;
  const found = sql`from (${withholdings}) x where (${anchorId ?? null}::int is null or x."anchorId" = ${anchorId ?? null})
     and (${month ?? null}::text is null or x.month = ${month ?? null}) and (${year ?? null}::int is null or left(x.month, 4)::int = ${year ?? null})
     and (${regime ?? null}::text is null or x.regime = ${regime ?? null}) and (${id ?? null}::int[] is null or x.id = any(${id ?? null}))`;
  const { rows } = await sql<TaxWithholdingRow>`
    select x.* ${found} order by x.month desc, x.id desc limit ${query.limit} offset ${query.offset}`.execute(
    trx,
  );
  const count = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export interface QuarterRow {
  anchorId: number;
  anchorName: string;
  realName: string | null;
  regime: string;
  months: number;
  grossFen: number;
  taxFen: number;
  vatFen: number;
  netFen: number;
}

/** Sums of a quarter by anchor and regime, for the report of the quarter. */
export async function sumQuarter(trx: Trx, year: number, quarter: number): Promise<QuarterRow[]> {
  const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
  const { rows } = await sql<QuarterRow>`
    select w.anchor_id as "anchorId", a.name as "anchorName", a.real_name as "realName", w.regime, count(*)::int as months, sum(w.gross_fen)::bigint as "grossFen",
           sum(w.tax_fen)::bigint as "taxFen", sum(w.vat_fen)::bigint as "vatFen", sum(w.net_fen)::bigint as "netFen"
      from tax_withholding w join anchor a on a.id = w.anchor_id where w.month between ${month(quarter * 3 - 2)} and ${month(quarter * 3)}
     group by 1, 2, 3, 4 order by 1, 4`.execute(trx);
  return rows;
}

export interface CertificateFacts {
  anchorName: string;
  realName: string | null;
  agency: { name: string; creditCode: string | null };
  months: {
    month: string;
    regime: string;
    grossFen: number;
    taxFen: number;
    netFen: number;
    statementNo: string | null;
  }[];
}

/** Undefined when the anchor is not in sight. */
export async function readCertificateFacts(
  trx: Trx,
  anchorId: number,
  year: number,
): Promise<CertificateFacts | undefined> {
  const { rows } = await sql<CertificateFacts>`
    select a.name as "anchorName", a.real_name as "realName", (select jsonb_build_object('name', g.name, 'creditCode', g.credit_code) from agency g) as agency,
           coalesce((select jsonb_agg(jsonb_build_object('month', w.month, 'regime', w.regime, 'grossFen', w.gross_fen, 'taxFen', w.tax_fen, 'netFen', w.net_fen, 'statementNo', s.no) order by w.month)
             from tax_withholding w left join statement s on s.anchor_id = w.anchor_id and s.month = w.month
            where w.anchor_id = a.id and left(w.month, 4)::int = ${year}), '[]') as months
      from anchor a where a.id = ${anchorId}`.execute(trx);
  return rows[0];
}
