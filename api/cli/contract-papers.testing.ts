import { sql } from 'kysely';
import type { TestDb } from '../../db/test-db.ts';

/** One row of everything about a contract that is written once, for attacks on it. */
export async function addContractPapers({ ownerDb }: TestDb): Promise<void> {
  const sha256 = 'a'.repeat(64);
  for (const statement of [
    sql`insert into app_user (id, name, email, role) values ('papers', '写的人', 'papers@example.com', 'compliance')`,
    sql`insert into contract_document (contract_id, kind, file_name, format, size_bytes, sha256, outcome)
      select min(id), 'signed_scan', '扫描件.pdf', 'pdf', 1, ${sha256}, 'kept' from contract`,
    sql`insert into contract_finding (review_id, contract_version_id, type, severity, origin, fingerprint, start_at, end_at, quote, bases, words, negotiability, to_confirm)
      select id, contract_version_id, 'JURISDICTION', 'low', 'reader', 'x', 0, 1, '…', '[]', '{}', 'tradable', false from contract_review order by id limit 1`,
    sql`insert into contract_finding_decision (finding_id, kind, reason) select min(id), 'dismiss', '误报' from contract_finding`,
    sql`insert into contract_event (contract_version_id, step, from_stage, to_stage) select min(id), 'submit', 'draft', 'review' from contract_version`,
    sql`insert into contract_remark (contract_version_id, kind, body, author_id, author_side) select min(id), 'comment', '请说明', 'papers', 'anchor' from contract_version`,
    sql`insert into contract_promise (contract_id, contract_version_id, kind, title, cadence, starts_on)
      select contract_id, id, 'training', '培训', 'once', '2026-01-01' from contract_version order by id limit 1`,
    sql`insert into contract_promise_evidence (promise_id, due_on, delivered, note) select min(id), '2026-01-01', 1, '签到表' from contract_promise`,
    sql`insert into contract_promise_objection (evidence_id, reason, objected_by) select min(id), '没有', 'papers' from contract_promise_evidence`,
  ])
    await statement.execute(ownerDb);
}
