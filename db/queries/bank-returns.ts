import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface BankReturnRow {
  id: number;
  fileName: string;
  sha256: string;
  format: string;
  uploadedByName: string;
  uploadedAt: string;
  match: Record<string, unknown>;
}

export async function listBankReturns(trx: Trx, batchId: number): Promise<BankReturnRow[]> {
  const { rows } = await sql<BankReturnRow>`
    select r.id, r.file_name as "fileName", r.sha256, r.format, u.name as "uploadedByName", r.uploaded_at as "uploadedAt", r.match
      from bank_return r join app_user u on u.id = r.uploaded_by where r.batch_id = ${batchId} order by r.id`.execute(
    trx,
  );
  return rows;
}

/** Whose batch took this file already; undefined when nobody's. */
export async function findReturnOf(
  trx: Trx,
  sha256: string,
): Promise<{ batchId: number; batchNo: string } | undefined> {
  const { rows } = await sql<{ batchId: number; batchNo: string }>`
    select b.id as "batchId", b.no as "batchNo" from bank_return r join payout_batch b on b.id = r.batch_id where r.sha256 = ${sha256}`.execute(
    trx,
  );
  return rows[0];
}

export interface NewBankReturn {
  batchId: number;
  fileName: string;
  format: string;
  sha256: string;
  sealed: Buffer;
  match: unknown;
  uploadedBy: string;
}

export async function insertBankReturn(trx: Trx, r: NewBankReturn): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into bank_return (batch_id, file_name, format, sha256, sealed, match, uploaded_by)
    values (${r.batchId}, ${r.fileName}, ${r.format}, ${r.sha256}, ${r.sealed}, ${JSON.stringify(r.match)}::jsonb, ${r.uploadedBy}) returning id`.execute(
    trx,
  );
  return rows[0]!.id;
}
