import { sql } from 'kysely';
import type { Bearer, CaseOutcome, CaseStage } from '../../api/domain/inspection/case-life.ts';
import type { Trx } from '../connect.ts';
import { takeNumbers } from './statements.ts';

export interface NewCase {
  productId: number;
  brandId: number | null;
  title: string;
  reason: string;
  batch: string | null;
  origin: 'inspection' | 'hand' | 'signal';
  inspectionId: number | null;
  signalKey: string | null;
  openedBy: string | null;
}

/** A case with its number of the year, `SC-2026-0007`. */
export async function insertCase(
  trx: Trx,
  values: NewCase,
  today: string,
): Promise<{ id: number; no: string }> {
  const year = today.slice(0, 4);
  const no = `SC-${year}-${String(await takeNumbers(trx, `case:${year}`, 1)).padStart(4, '0')}`;
  const { id } = await trx
    .insertInto('substitution_case')
    .values({
      no,
      product_id: values.productId,
      brand_id: values.brandId,
      title: values.title,
      reason: values.reason,
      batch: values.batch,
      origin: values.origin,
      inspection_id: values.inspectionId,
      signal_key: values.signalKey,
      opened_by: values.openedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, no };
}

/** The goods of a case are not to be sold while it is open. */
export async function insertStopSale(
  trx: Trx,
  stop: { caseId: number; caseNo: string; productId: number },
): Promise<void> {
  await trx
    .insertInto('case_stop_sale')
    .values({ case_id: stop.caseId, case_no: stop.caseNo, product_id: stop.productId })
    .execute();
}

/** False when it was lifted before. */
export async function liftStopSale(
  trx: Trx,
  caseId: number,
  lift: { reason: string; liftedBy: string | null },
): Promise<boolean> {
  const rows = await trx
    .updateTable('case_stop_sale')
    .set({ lifted_at: sql`clock_timestamp()`, lifted_by: lift.liftedBy, lift_reason: lift.reason })
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length > 0;
}

export interface NewStep {
  caseId: number;
  step: string;
  fromStage: CaseStage;
  toStage: CaseStage;
  reason: string | null;
  details?: unknown;
  actorId: string | null;
}

/** Writes a step and, where it moves the case, its stage. Answers the step's id. */
export async function takeCaseStep(trx: Trx, step: NewStep): Promise<number> {
  const { id } = await trx
    .insertInto('case_step')
    .values({
      case_id: step.caseId,
      step: step.step,
      from_stage: step.fromStage,
      to_stage: step.toStage,
      reason: step.reason,
      details: JSON.stringify(step.details ?? {}),
      actor_id: step.actorId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (step.fromStage === step.toStage) return id;
  await sql`
    update substitution_case set stage = ${step.toStage}, row_version = row_version + 1,
           closed_at = case when ${step.toStage} = 'closed' then clock_timestamp() end,
           keep_until = case when ${step.toStage} = 'closed' then ((now() at time zone 'Asia/Shanghai') + interval '3 years')::date end
     where id = ${step.caseId}`.execute(trx);
  return id;
}

export interface NewEvidence {
  caseId: number;
  kind: 'photo' | 'inspection' | 'comparison' | 'document' | 'order_lines' | 'note' | 'answer' | 'signal';
  title: string;
  note: string;
  difference?: string | null;
  photoId?: number | null;
  inspectionId?: number | null;
  photoComparisonId?: number | null;
  snapshot?: unknown;
  file?: { sha256: string; name: string; mediaType: string; sizeBytes: number };
  sha256: string;
  addedBy: string | null;
}

export async function insertCaseEvidence(trx: Trx, evidence: NewEvidence): Promise<number> {
  const { id } = await trx
    .insertInto('case_evidence')
    .values({
      case_id: evidence.caseId,
      kind: evidence.kind,
      title: evidence.title,
      note: evidence.note,
      difference: evidence.difference ?? null,
      photo_id: evidence.photoId ?? null,
      inspection_id: evidence.inspectionId ?? null,
      photo_comparison_id: evidence.photoComparisonId ?? null,
      snapshot: evidence.snapshot === undefined ? null : JSON.stringify(evidence.snapshot),
      file_sha256: evidence.file?.sha256 ?? null,
      file_name: evidence.file?.name ?? null,
      media_type: evidence.file?.mediaType ?? null,
      size_bytes: evidence.file?.sizeBytes ?? null,
      sha256: evidence.sha256,
      added_by: evidence.addedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setAnswerBy(trx: Trx, caseId: number, answerBy: string): Promise<void> {
  await trx.updateTable('substitution_case').set({ answer_by: answerBy }).where('id', '=', caseId).execute();
}

export async function insertAnswer(
  trx: Trx,
  answer: {
    caseId: number;
    kind: 'answer' | 'silence';
    text: string;
    accepts: boolean | null;
    answeredOn: string;
    recordedBy: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('case_answer')
    .values({
      case_id: answer.caseId,
      kind: answer.kind,
      text: answer.text,
      accepts: answer.accepts,
      answered_on: answer.answeredOn,
      recorded_by: answer.recordedBy,
    })
    .execute();
}

export async function insertDecision(
  trx: Trx,
  decision: {
    caseId: number;
    outcome: CaseOutcome;
    bearer: Bearer | null;
    bearerAnchorId: number | null;
    reason: string;
    anchorFaultEvidenceIds: readonly number[];
    decidedBy: string;
  },
): Promise<void> {
  await trx
    .insertInto('case_decision')
    .values({
      case_id: decision.caseId,
      outcome: decision.outcome,
      bearer: decision.bearer,
      bearer_anchor_id: decision.bearerAnchorId,
      reason: decision.reason,
      fault_evidence_ids: [...decision.anchorFaultEvidenceIds],
      decided_by: decision.decidedBy,
    })
    .execute();
}

/** A paper as it left the house: its words, and the PDF by its hash. */
export async function insertPaper(
  trx: Trx,
  paper: {
    caseId: number;
    kind: 'letter' | 'claim';
    no: string;
    document: unknown;
    contentSha256: string;
    sha256: string;
    pdf: Buffer;
    answerBy: string | null;
    createdBy: string | null;
  },
): Promise<number> {
  await sql`insert into frozen_pdf (sha256, bytes) values (${paper.sha256}, ${paper.pdf}) on conflict (sha256) do nothing`.execute(
    trx,
  );
  const { id } = await trx
    .insertInto('case_paper')
    .values({
      case_id: paper.caseId,
      kind: paper.kind,
      no: paper.no,
      document: JSON.stringify(paper.document),
      content_sha256: paper.contentSha256,
      sha256: paper.sha256,
      answer_by: paper.answerBy,
      created_by: paper.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertRemedy(
  trx: Trx,
  remedy: {
    caseId: number;
    kind: 'refund' | 'replace' | 'compensate' | 'claim';
    note: string;
    amountFen: number | null;
    dueOn: string | null;
    createdBy: string | null;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('case_remedy')
    .values({
      case_id: remedy.caseId,
      kind: remedy.kind,
      note: remedy.note,
      amount_fen: remedy.amountFen,
      due_on: remedy.dueOn,
      created_by: remedy.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when it is not an open remedy of the case. */
export async function endRemedy(
  trx: Trx,
  which: { caseId: number; remedyId: number },
  end: { state: 'done' | 'dropped'; note: string; by: string | null },
): Promise<boolean> {
  const rows = await trx
    .updateTable('case_remedy')
    .set({ state: end.state, state_note: end.note, state_by: end.by, state_at: sql`clock_timestamp()` })
    .where('id', '=', which.remedyId)
    .where('case_id', '=', which.caseId)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return rows.length > 0;
}

export async function updateCaseWords(
  trx: Trx,
  id: number,
  words: { title: string; batch: string | null },
): Promise<void> {
  await trx.updateTable('substitution_case').set(words).where('id', '=', id).execute();
}
