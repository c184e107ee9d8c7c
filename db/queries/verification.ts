import { sql } from 'kysely';
import type { StatementDocument } from '../../api/domain/statement.ts';
import type { Trx } from '../connect.ts';

/** Statements with this code: one, but for a chance of a trillion. */
export async function findByCode(
  trx: Trx,
  code: string,
): Promise<{ no: string; month: string; contentSha256: string; document: StatementDocument }[]> {
  const { rows } = await sql<{
    no: string;
    month: string;
    contentSha256: string;
    document: StatementDocument;
  }>`
    select no, month, content_sha256 as "contentSha256", document from statement where verification_code(no, content_sha256) = ${code}`.execute(
    trx,
  );
  return rows;
}
