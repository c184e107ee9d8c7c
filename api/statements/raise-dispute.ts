import type { Db, Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { lockStatement, readConfirmation, setStatementStatus } from '../../db/queries/confirmations.ts';
import {
  type DisputeWhole,
  findOwnEntry,
  findOwnLine,
  insertDispute,
  readDispute,
} from '../../db/queries/disputes.ts';
import { tellRole } from '../../db/queries/notices.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotDispute } from '../domain/dispute.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { PAY_ENTRY_NAMES, type PayEntryKind } from '../domain/pay-entry.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import { factsOf } from './confirm-statement.ts';

export type DisputedLine = { lineId: number; seq: number } | { payEntryId: number };

/**
 * The anchor disputes one line of an own statement; a positive amount is held from now on.
 * Refused: 409 `not_sent`, `already_answered`, `window_closed`, `already_disputed`; 422 `not_on_statement`.
 */
export async function raiseDispute(
  db: Db,
  identity: Identity,
  statementId: number,
  { line, body }: { line: DisputedLine; body: string },
): Promise<DisputeWhole> {
  const reason = whyNot(identity.role, 'disputes.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockStatement(trx, statementId);
    const confirmation = found(await readConfirmation(trx, statementId), 'statement', statementId);
    const refusal = whyNotDispute(factsOf(confirmation));
    if (refusal) throw refuse('conflict', refusal);
    const place = await findPlace(trx, statementId, line);
    const raisedBy = actorId(identity)!;
    const id = await insertDispute(trx, {
      ...{ statementId, anchorId: confirmation.anchorId, body, raisedBy },
      ...place,
    });
    await setStatementStatus(trx, statementId, 'disputed');
    await tellRole(trx, 'finance', {
      kind: 'dispute_raised',
      entity: 'dispute',
      entityId: id,
      data: { statementNo: confirmation.statementNo, label: place.label, amountFen: place.amountFen },
      sourceKey: `dispute:${id}:raised`,
    });
    await writeAudit(trx, identity, {
      action: 'disputes.create',
      entity: 'dispute',
      entityId: id,
      after: { statementId, ...place },
    });
    return (await readDispute(trx, id))!;
  });
}

async function findPlace(trx: Trx, statementId: number, line: DisputedLine) {
  if ('payEntryId' in line) {
    const entry = await findOwnEntry(trx, statementId, line.payEntryId);
    if (!entry) throw notThere('payEntryId');
    const label = PAY_ENTRY_NAMES[entry.kind as PayEntryKind].zh;
    return { lineId: null, seq: null, payEntryId: line.payEntryId, label, amountFen: entry.amountFen };
  }
  const own = await findOwnLine(trx, statementId, line);
  if (!own) throw notThere('lineId');
  return { lineId: line.lineId, seq: line.seq, payEntryId: null, ...own };
}

const notThere = (field: string): DomainError =>
  new DomainError('invalid', 'not_on_statement', `${field}: this is no line of the statement`, {
    errors: { [field]: 'this is no line of the statement' },
  });
