import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { Page } from './page.ts';

/** The bytes of a frozen paper of a case. */
export async function readPaperPdf(
  trx: Trx,
  of: { caseId: number; paperId: number },
): Promise<{ no: string; bytes: Buffer } | undefined> {
  const { rows } = await sql<{ no: string; bytes: Buffer }>`
    select p.no, f.bytes from case_paper p join frozen_pdf f on f.sha256 = p.sha256 where p.case_id = ${of.caseId} and p.id = ${of.paperId}`.execute(
    trx,
  );
  return rows[0];
}

export interface CaseFileRow {
  sha256: string;
  fileName: string;
  mediaType: string;
}

/** Where the file of a piece of evidence is kept. */
export async function readEvidenceFile(
  trx: Trx,
  of: { caseId: number; evidenceId: number },
): Promise<CaseFileRow | undefined> {
  const { rows } = await sql<CaseFileRow>`
    select file_sha256 as sha256, file_name as "fileName", media_type as "mediaType" from case_evidence
     where case_id = ${of.caseId} and id = ${of.evidenceId} and file_sha256 is not null`.execute(trx);
  return rows[0];
}

export interface StopSale {
  id: number;
  caseId: number;
  caseNo: string;
  productId: number;
  productName: string;
  since: string;
  liftedAt: string | null;
}

export async function listStopSales(
  trx: Trx,
  {
    filter: f,
    offset,
    limit,
  }: { filter: { productId?: number; isOpen?: boolean }; offset: number; limit: number },
): Promise<Page<StopSale>> {
  const { rows } = await sql<StopSale & { pageTotal: number }>`
    select t.id, t.case_id as "caseId", t.case_no as "caseNo", t.product_id as "productId", p.name as "productName", t.since, t.lifted_at as "liftedAt", count(*) over () as "pageTotal"
      from case_stop_sale t join product p on p.id = t.product_id
     where (${f.productId ?? null}::int is null or t.product_id = ${f.productId ?? null})
       and (${f.isOpen ?? null}::boolean is null or (t.lifted_at is null) = ${f.isOpen ?? null})
     order by t.id desc limit ${limit} offset ${offset}`.execute(trx);
  return { rows: rows.map(({ pageTotal: _, ...row }) => row), total: rows[0]?.pageTotal ?? 0 };
}
