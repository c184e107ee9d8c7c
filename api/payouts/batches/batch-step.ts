import type { Db, Trx } from '../../../db/connect.ts';
import { writeAudit } from '../../../db/queries/audit.ts';
import { keepEffect } from '../../../db/queries/idempotency.ts';
import { applyDueChanges } from '../../../db/queries/payee-changes.ts';
import { lockBatch } from '../../../db/queries/payout-batches.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { DomainError, type Reason, refuse } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import { whyNotByProcess } from '../../domain/payout.ts';
import { type Action, whyNot } from '../../domain/permission.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { type BatchScene, type BatchWhole, readScene, tellBatch } from './tell-batch.ts';

export interface Told {
  action: string;
  after: Record<string, unknown>;
  /** What is answered instead of this batch. */
  answer?: BatchWhole;
}

/** One step of a batch: its row is held, payees that are due come into force, the step is taken and written down. */
export async function takeStep(
  db: Db,
  actor: Actor,
  id: number,
  permission: Action,
  step: (trx: Trx, scene: BatchScene) => Promise<Told>,
): Promise<BatchWhole> {
  refuseRole(actor, permission);
  return inTransaction(
    db,
    actor.identity,
    async (trx) => {
      await lockBatch(trx, id);
      await applyDueChanges(trx);
      const scene = await readScene(trx, actor, id);
      const { action, after, answer } = await step(trx, scene);
      await writeAudit(trx, actor.identity, {
        action,
        entity: 'payout_batch',
        entityId: id,
        before: { status: scene.row.status, revision: scene.row.revision },
        after,
      });
      return keepEffect(trx, answer ?? (await tellBatch(trx, actor, id)));
    },
    { statementTimeoutMs: 60_000 },
  );
}

/** Batches are the work of people: 403 for another role and for a process. */
export function refuseRole({ identity }: Actor, permission: Action): void {
  const reason = whyNot(identity.role, permission) ?? whyNotByProcess({ userId: actorId(identity) });
  if (reason) throw refuse('forbidden', reason);
}

const WRONG_PERSON = new Set(['four_eyes', 'own_money', 'needs_a_person', 'step_up_needed']);

/** 403 for the wrong person, 409 for the wrong moment; both with the batch as it was seen. */
export function refuseFor(reason: Reason | undefined, { row }: BatchScene): void {
  if (!reason) return;
  const kind = WRONG_PERSON.has(reason.code) ? 'forbidden' : 'conflict';
  const current = { id: row.id, no: row.no, status: row.status, revision: row.revision };
  throw new DomainError(kind, reason.code, reason.message, { details: { current } });
}

/** The guarded update found another status, which the row's lock should have made impossible. */
export const lostBatchRace = (): DomainError =>
  new DomainError('conflict', 'changed_meanwhile', 'somebody else was faster: look at the batch again');
