import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** The clause of a contract by which an unanswered statement is accepted, and the days it gives. */
export interface SilenceTermRow {
  id: number;
  contractId: number;
  contractNo: string;
  anchorName: string;
  versionId: number;
  versionNo: number;
  clauseNo: string;
  clauseText: string;
  days: number;
  recordedByName: string;
  recordedAt: string;
  endedAt: string | null;
}

const terms = sql`
  select t.id, c.id as "contractId", c.no as "contractNo", a.name as "anchorName", v.id as "versionId", v.version_no as "versionNo", cl.clause_no as "clauseNo",
         cl.body as "clauseText", t.days, u.name as "recordedByName", t.recorded_at as "recordedAt", t.ended_at as "endedAt"
    from silence_term t join contract_version v on v.id = t.contract_version_id join contract c on c.id = v.contract_id join anchor a on a.id = c.anchor_id
    join contract_clause cl on cl.id = t.clause_id join app_user u on u.id = t.recorded_by`;

export async function listSilenceTerms(
  trx: Trx,
  query: { filter: { contractId?: number; id?: number[] }; offset: number; limit: number },
): Promise<{ rows: SilenceTermRow[]; total: number }> {
  const { contractId, id } = query.filter;
  const where = sql`where (${contractId ?? null}::int is null or c.id = ${contractId ?? null}) and (${id ?? null}::int[] is null or t.id = any(${id ?? null}))`;
  const { rows } =
    await sql<SilenceTermRow>`${terms} ${where} order by t.id desc limit ${query.limit} offset ${query.offset}`.execute(
      trx,
    );
  const count = await sql<{
    total: number;
  }>`select count(*)::int as total from (${terms} ${where}) x`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export async function readSilenceTerm(trx: Trx, id: number): Promise<SilenceTermRow | undefined> {
  return (await sql<SilenceTermRow>`${terms} where t.id = ${id}`.execute(trx)).rows[0];
}

/** The clause of a version that is in force or was; undefined when there is none of that number. */
export async function findClause(
  trx: Trx,
  versionId: number,
  clauseNo: string,
): Promise<{ id: number } | undefined> {
  const { rows } = await sql<{ id: number }>`
    select cl.id from contract_clause cl join contract_version v on v.id = cl.contract_version_id
     where v.id = ${versionId} and v.status <> 'draft' and cl.clause_no = ${clauseNo}`.execute(trx);
  return rows[0];
}

export async function insertSilenceTerm(
  trx: Trx,
  term: { versionId: number; clauseId: number; days: number; recordedBy: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into silence_term (contract_version_id, clause_id, days, recorded_by)
    values (${term.versionId}, ${term.clauseId}, ${term.days}, ${term.recordedBy}) returning id`.execute(trx);
  return rows[0]!.id;
}

export async function endSilenceTerm(trx: Trx, id: number, endedBy: string): Promise<boolean> {
  const { rows } = await sql`
    update silence_term set ended_by = ${endedBy}, ended_at = clock_timestamp() where id = ${id} and ended_at is null returning id`.execute(
    trx,
  );
  return rows.length === 1;
}
