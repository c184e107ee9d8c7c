import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  endSilenceTerm,
  findClause,
  insertSilenceTerm,
  readSilenceTerm,
  type SilenceTermRow,
} from '../../db/queries/silence-terms.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';

export interface NewSilenceTerm {
  versionId: number;
  clauseNo: string;
  days: number;
}

/** Records the clause by which silence accepts. Refused: 422 `no_such_clause`; 409 `term_exists` (by the table). */
export async function recordSilenceTerm(
  db: Db,
  identity: Identity,
  { versionId, clauseNo, days }: NewSilenceTerm,
): Promise<SilenceTermRow> {
  const reason = whyNot(identity.role, 'silence-terms.record');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const clause = await findClause(trx, versionId, clauseNo);
    if (!clause) {
      const message = `clauseNo: the confirmed version ${versionId} has no clause ${clauseNo}`;
      throw new DomainError('invalid', 'no_such_clause', message, { errors: { clauseNo: message } });
    }
    const recordedBy = actorId(identity)!;
    const id = await insertSilenceTerm(trx, { versionId, clauseId: clause.id, days, recordedBy });
    await writeAudit(trx, identity, {
      action: 'silence-terms.record',
      entity: 'silence_term',
      entityId: id,
      after: { versionId, clauseNo, days },
    });
    return (await readSilenceTerm(trx, id))!;
  });
}

/** Silence accepts no more; statements that were sent keep what they were sent under. */
export async function stopSilenceTerm(db: Db, identity: Identity, id: number): Promise<SilenceTermRow> {
  const reason = whyNot(identity.role, 'silence-terms.record');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    found(await readSilenceTerm(trx, id), 'silence term', id);
    if (!(await endSilenceTerm(trx, id, actorId(identity)!)))
      throw new DomainError('conflict', 'already_ended', 'this term is ended already');
    await writeAudit(trx, identity, { action: 'silence-terms.end', entity: 'silence_term', entityId: id });
    return (await readSilenceTerm(trx, id))!;
  });
}
