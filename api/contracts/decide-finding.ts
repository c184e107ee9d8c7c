import { writeAudit } from '../../db/queries/audit.ts';
import { insertDecision, readFinding } from '../../db/queries/contract-findings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type DecisionKind, whyNotDecide } from '../domain/contract-findings.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { type FullFinding, findingOf } from './show-finding.ts';
import { holdVersion } from './take-step.ts';

const ACTIONS = {
  dismiss: 'contract-findings.dismiss',
  restore: 'contract-findings.dismiss',
  confirm: 'contract-findings.confirm',
  waive: 'contract-findings.waive',
} as const;

/** Decides about a finding, in the own name and with a reason; nothing decided is edited, the next decision follows it. */
export async function decideFinding(
  { db }: Services,
  identity: Identity,
  id: number,
  { kind, reason }: { kind: DecisionKind; reason: string | null },
): Promise<FullFinding> {
  const action = ACTIONS[kind];
  const refused = whyNot(identity.role, action);
  if (refused) throw refuse('forbidden', refused);
  return inTransaction(db, identity, async (trx) => {
    const seen = found(await readFinding(trx, id), 'finding', id);
    const standing = await holdVersion(trx, identity, seen);
    // Read again: somebody else may have decided while this one waited.
    const before = found(await readFinding(trx, id), 'finding', id);
    const isOut = standing.status !== 'draft' || (standing.stage !== 'draft' && standing.stage !== 'review');
    const { uploaderIds, reviewId } = standing;
    const isOld = before.reviewId !== reviewId;
    const reasonNot = isOld
      ? {
          code: 'older_reading',
          message: 'the version was read again: decide about the finding of the latest reading',
        }
      : whyNotDecide(kind, { ...before, isOut, uploaderIds }, identity);
    if (reasonNot) throw refuse('conflict', reasonNot);
    await insertDecision(trx, { findingId: id, kind, reason, decidedBy: actorId(identity) });
    const after = found(await readFinding(trx, id), 'finding', id);
    await writeAudit(trx, identity, {
      action: `contract-findings.${kind}`,
      entity: 'contract',
      entityId: before.contractId,
      before: { findingId: id, type: before.type, state: before.state },
      after: { findingId: id, type: after.type, state: after.state, reason },
    });
    return findingOf(after);
  });
}
