import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import {
  insertStep,
  readSample,
  type SampleRow,
  type StepName,
  updateSample,
} from '../../db/queries/samples.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import {
  afterReturn,
  type SampleStage,
  stageAfter,
  whyNotReturnPieces,
} from '../domain/inspection/sample-life.ts';
import { whyNotExtend } from '../domain/inspection/sample-request.ts';
import { whyNotBesideSeal } from '../domain/inspection/seal-witness.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { factsOf, loanOf, type SampleRecord, showSample } from './show-sample.ts';

/** A step of a sample with what it says: pieces of a return, days of an extension, the parcel. */
export type SampleMove =
  | { step: 'approve' | 'keep' | 'convert' | 'lose' | 'decline'; note?: string }
  | { step: 'send'; carrier: string; trackingNo: string; note?: string }
  | { step: 'receive'; receivedOn?: string; note?: string }
  | { step: 'extend'; days: number; note?: string }
  | { step: 'return'; pieces: number; note?: string };

/** Takes one step with who, when and why; throws the reasons of the rules as conflicts. */
export async function takeStep(
  { db }: Services,
  identity: Identity,
  id: number,
  move: SampleMove,
): Promise<SampleRecord> {
  const action: Action =
    move.step === 'approve' || move.step === 'decline' ? 'samples.approve' : 'samples.handle';
  const reason = whyNot(identity.role, action);
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const before = await holdSample(trx, id);
    const { toStage, ...values } = decide(before, move, actorId(identity));
    await updateSample(trx, id, { stage: toStage, ...values });
    await recordStep(trx, identity, before, { ...move, toStage });
    return showSample(trx, id, identity);
  });
}

/** The sample as it is, held until the transaction ends. */
export async function holdSample(trx: Trx, id: number): Promise<SampleRow> {
  await lockRow(trx, 'sample', id);
  return found(await readSample(trx, id), 'sample', id);
}

/** A step in the sample's own record and in the audit. */
export async function recordStep(
  trx: Trx,
  identity: Identity,
  before: SampleRow,
  step: { step: StepName; toStage: SampleStage; pieces?: number; days?: number; note?: string },
): Promise<void> {
  const { step: name, toStage, pieces, days, note } = step;
  await insertStep(trx, {
    ...{ sampleId: before.id, step: name, fromStage: before.stage, toStage, pieces, days, note },
    actorId: actorId(identity),
  });
  await writeAudit(trx, identity, {
    action: `samples.${name}`,
    entity: 'sample',
    entityId: before.id,
    before: { stage: before.stage },
    after: { ...step },
  });
}

type Decided = { toStage: SampleStage } & Omit<Parameters<typeof updateSample>[2], 'stage'>;

function decide(row: SampleRow, move: SampleMove, userId: string | null): Decided {
  const actor = { userId };
  const facts = factsOf(row);
  if (move.step === 'extend') {
    const refusal = userId === null ? undefined : whyNotExtend(loanOf(row), move.days, row.today);
    if (refusal) throw refuse('conflict', refusal);
    return { toStage: row.stage };
  }
  const refusal =
    whyNotBesideSeal(move.step, facts, actor) ??
    (move.step === 'return' ? whyNotReturnPieces(facts, move.pieces, actor) : undefined);
  if (refusal) throw refuse('conflict', refusal);
  if (move.step === 'return') {
    const { stage, piecesReturned } = afterReturn(facts, move.pieces);
    return { toStage: stage, piecesReturned };
  }
  const toStage = stageAfter(move.step);
  if (move.step === 'send') return { toStage, carrier: move.carrier, trackingNo: move.trackingNo };
  if (move.step === 'receive') return { toStage, receivedOn: receivedOn(row, move.receivedOn) };
  return { toStage };
}

function receivedOn(row: SampleRow, day: string = row.today): string {
  if (day >= row.requestedOn && day <= row.today) return day;
  const message = `received between ${row.requestedOn}, when it was asked for, and today`;
  throw new DomainError('invalid', 'bad_day', message, { errors: { receivedOn: message } });
}
