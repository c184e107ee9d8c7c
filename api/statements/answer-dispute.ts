import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { type DisputeWhole, insertDisputeAnswer, readDispute } from '../../db/queries/disputes.ts';
import { tellAnchor, tellRole } from '../../db/queries/notices.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';

/** One more answer, of either side; answers are never changed, also after the decision. */
export async function answerDispute(
  db: Db,
  identity: Identity,
  id: number,
  body: string,
): Promise<DisputeWhole> {
  const reason = whyNot(identity.role, 'disputes.answer');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const dispute = found(await readDispute(trx, id), 'dispute', id);
    const side = identity.role === 'anchor' ? 'anchor' : 'agency';
    await insertDisputeAnswer(trx, { disputeId: id, side, body, by: actorId(identity)! });
    const notice = {
      kind: 'dispute_answered',
      entity: 'dispute',
      entityId: id,
      data: { statementNo: dispute.statementNo, label: dispute.label },
      sourceKey: `dispute:${id}:answer:${dispute.answerCount + 1}`,
    };
    if (side === 'agency') await tellAnchor(trx, dispute.anchorId, notice);
    else await tellRole(trx, 'finance', notice);
    await writeAudit(trx, identity, {
      action: 'disputes.answer',
      entity: 'dispute',
      entityId: id,
      after: { side },
    });
    return (await readDispute(trx, id))!;
  });
}
