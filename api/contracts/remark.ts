import { writeAudit } from '../../db/queries/audit.ts';
import { insertRemark, type RemarkRow, readRemark } from '../../db/queries/contract-remarks.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { holdVersion, readVersion, refuseStep, type VersionPlace } from './take-step.ts';
import type { AnswerInput, RemarkInput } from './workflow.schema.ts';

/** What the anchor says to a clause, or to the whole; the last word to a clause counts. */
export async function addRemark(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
  input: RemarkInput,
): Promise<RemarkRow> {
  const reason = whyNot(identity.role, 'contract-remarks.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const standing = await holdVersion(trx, identity, place);
    refuseStep('remark', standing, identity);
    const { clauses } = await readVersion(trx, identity, place);
    if (input.clauseNo !== null && !clauses.some(({ clauseNo }) => clauseNo === input.clauseNo))
      throw new DomainError('invalid', 'no_such_clause', `there is no clause ${input.clauseNo}`, {
        errors: { clauseNo: 'no such clause' },
      });
    const id = await insertRemark(trx, {
      ...input,
      versionId: place.versionId,
      outcome: null,
      parentId: null,
      authorId: identity.userId,
      authorSide: 'anchor',
    });
    await writeAudit(trx, identity, {
      action: 'contract-remarks.create',
      entity: 'contract',
      entityId: place.contractId,
      after: { remarkId: id, versionNo: standing.versionNo, clauseNo: input.clauseNo, kind: input.kind },
    });
    return (await readRemark(trx, id))!;
  });
}

/** The office's answer; a request for a change is agreed to or declined. */
export async function answerRemark(
  { db }: Services,
  identity: Identity,
  id: number,
  { body, outcome }: AnswerInput,
): Promise<RemarkRow> {
  const reason = whyNot(identity.role, 'contract-remarks.answer');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const asked = found(await readRemark(trx, id), 'remark', id);
    await holdVersion(trx, identity, asked);
    const { kind, versionId, clauseNo, contractId } = asked;
    if (kind === 'answer' || kind === 'accept')
      throw new DomainError(
        'conflict',
        'needs_no_answer',
        'only a comment or a request of the anchor is answered',
      );
    if ((kind === 'request_change') !== (outcome !== null))
      throw new DomainError(
        'invalid',
        'outcome_missing',
        'a request for a change is agreed to or declined, nothing else is',
        {
          errors: { outcome: 'agreed or declined, for a request of a change alone' },
        },
      );
    const answer = { versionId, clauseNo, kind: 'answer' as const, body, outcome, parentId: id };
    const answerId = await insertRemark(trx, { ...answer, authorId: identity.userId, authorSide: 'agency' });
    await writeAudit(trx, identity, {
      action: 'contract-remarks.answer',
      entity: 'contract',
      entityId: contractId,
      after: { remarkId: answerId, parentId: id, outcome },
    });
    return (await readRemark(trx, answerId))!;
  });
}
