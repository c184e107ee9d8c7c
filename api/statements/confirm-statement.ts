import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  type ConfirmationRow,
  insertAnswer,
  lockStatement,
  readConfirmation,
  setStatementStatus,
} from '../../db/queries/confirmations.ts';
import { inTransaction } from '../../db/transaction.ts';
import { confirmationState, whyNotConfirm, whyNotDispute } from '../domain/dispute.ts';
import { DomainError, type Reason, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';

/**
 * The anchor accepts a statement, naming the content that was on the screen.
 * Refused (409): `not_sent`, `already_answered`, `dispute_open`, `content_differs`.
 */
export async function confirmStatement(
  db: Db,
  identity: Identity,
  id: number,
  contentSha256: string,
): Promise<ConfirmationRow> {
  const reason = whyNot(identity.role, 'statements.confirm');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockStatement(trx, id);
    const confirmation = found(await readConfirmation(trx, id), 'statement', id);
    const refusal = whyNotConfirm(factsOf(confirmation));
    if (refusal) throw refuse('conflict', refusal);
    if (contentSha256 !== confirmation.contentSha256)
      throw new DomainError(
        'conflict',
        'content_differs',
        'this is not the statement that was issued: look again',
      );
    await insertAnswer(trx, { statementId: id, kind: 'confirmed', contentSha256, by: actorId(identity) });
    await setStatementStatus(trx, id, 'confirmed');
    await writeAudit(trx, identity, {
      action: 'statements.confirm',
      entity: 'statement',
      entityId: id,
      after: { contentSha256 },
    });
    return (await readConfirmation(trx, id))!;
  });
}

export const factsOf = (row: ConfirmationRow) => ({
  sentAt: row.sentAt,
  isWindowOver: row.isWindowOver,
  answer: row.answers[0]?.kind ?? null,
  openDisputes: row.openDisputes,
});

/** The record with its state and why the two verbs are refused, as screens show it. */
export function tellConfirmation(row: ConfirmationRow) {
  const { statementNo: _, anchorId: __, month: ___, isWindowOver: ____, ...rest } = row;
  const facts = factsOf(row);
  const orNull = (reason: Reason | undefined) => reason ?? null;
  return {
    ...rest,
    state: confirmationState(facts),
    refusal: { confirm: orNull(whyNotConfirm(facts)), dispute: orNull(whyNotDispute(facts)) },
  };
}
