import type { Db, Trx } from '../../db/connect.ts';
import { isAnchorInSight } from '../../db/queries/anchor-sight.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { tellAnchor, tellRole } from '../../db/queries/notices.ts';
import {
  hasPayee,
  insertPayeeChange,
  lockPayeeChange,
  markChangeApproved,
  markChangeEnded,
  type PayeeChangeRow,
  readPayeeChange,
} from '../../db/queries/payee-changes.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, type Reason, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import {
  PAYEE_WAIT_HOURS,
  whyNotApproveChange,
  whyNotRefuseChange,
  whyNotWithdrawChange,
} from '../domain/payee-change.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import { sealBankAccount } from '../files/seal.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { type Actor, requireFreshSignIn } from './fresh-sign-in.ts';

export interface PayeeChangeInput {
  kind: 'personal' | 'studio' | 'company';
  accountName: string;
  bankName: string;
  bankAccount: string;
  reason: string;
}

/** Asks for another account. Refused (409): `no_payee` (there is none yet: set the first one), `change_pending`. */
export async function requestPayeeChange(
  { db, sealKey }: Pick<Services, 'db' | 'sealKey'>,
  identity: Identity,
  anchorId: number,
  { bankAccount, ...values }: PayeeChangeInput,
): Promise<PayeeChangeRow> {
  refuseRole(identity, 'payee-changes.request');
  return inTransaction(db, identity, async (trx) => {
    if (!(await isAnchorInSight(trx, anchorId)))
      throw new DomainError('not_found', 'not_found', `there is no anchor ${anchorId}`);
    if (!(await hasPayee(trx, anchorId)))
      throw new DomainError(
        'conflict',
        'no_payee',
        'nobody has said yet where this anchor is paid: set that first',
      );
    const id = await insertPayeeChange(trx, {
      ...values,
      anchorId,
      bankAccountSealed: sealBankAccount(sealKey, anchorId, bankAccount),
      tail: bankAccount.slice(-4),
      requestedBy: actorId(identity)!,
    });
    const change = (await readPayeeChange(trx, id))!;
    await tellRole(trx, 'finance', noticeOf(change, 'payee_change_requested'));
    // The owner of the account is told whoever asked: a change nobody wanted is seen within its day.
    await tellAnchor(trx, anchorId, noticeOf(change, 'payee_change_requested'));
    return kept(trx, identity, change, 'payee-changes.request');
  });
}

/** The second person; the new account is paid a day later. Refused: 403 `four_eyes`, `step_up_needed`; 409 `change_decided`. */
export function approvePayeeChange(db: Db, actor: Actor, id: number): Promise<PayeeChangeRow> {
  return step(db, actor.identity, id, 'payee-changes.approve', async (trx, change) => {
    refuseFor(whyNotApproveChange(change, actorId(actor.identity)), change);
    await requireFreshSignIn(trx, actor);
    await markChangeApproved(trx, id, actorId(actor.identity)!, PAYEE_WAIT_HOURS);
    return 'payee-changes.approve';
  });
}

export function refusePayeeChange(
  db: Db,
  identity: Identity,
  id: number,
  reason: string,
): Promise<PayeeChangeRow> {
  return step(db, identity, id, 'payee-changes.approve', async (trx, change) => {
    refuseFor(whyNotRefuseChange(change), change);
    await markChangeEnded(trx, id, { as: 'refused', by: actorId(identity)!, reason });
    return 'payee-changes.refuse';
  });
}

export function withdrawPayeeChange(db: Db, identity: Identity, id: number): Promise<PayeeChangeRow> {
  return step(db, identity, id, 'payee-changes.request', async (trx, change) => {
    refuseFor(whyNotWithdrawChange(change, actorId(identity)), change);
    await markChangeEnded(trx, id, { as: 'withdrawn', by: actorId(identity)!, reason: null });
    return 'payee-changes.withdraw';
  });
}

async function step(
  db: Db,
  identity: Identity,
  id: number,
  permission: Action,
  take: (trx: Trx, change: PayeeChangeRow) => Promise<string>,
): Promise<PayeeChangeRow> {
  refuseRole(identity, permission);
  return inTransaction(db, identity, async (trx) => {
    await lockPayeeChange(trx, id);
    const action = await take(trx, found(await readPayeeChange(trx, id), 'change of payee', id));
    const change = (await readPayeeChange(trx, id))!;
    await tellAnchor(trx, change.anchorId, noticeOf(change, 'payee_change_decided'));
    return kept(trx, identity, change, action);
  });
}

async function kept(
  trx: Trx,
  identity: Identity,
  change: PayeeChangeRow,
  action: string,
): Promise<PayeeChangeRow> {
  const { anchorId, accountName, bankName, tail, state, effectiveAt } = change;
  await writeAudit(trx, identity, {
    action,
    entity: 'anchor',
    entityId: anchorId,
    after: { payeeChangeId: change.id, accountName, bankName, tail, state, effectiveAt },
  });
  return keepEffect(trx, change);
}

const noticeOf = ({ id, anchorName, tail, state }: PayeeChangeRow, kind: string) => ({
  kind,
  entity: 'payee_change',
  entityId: id,
  data: { anchorName, tail, state },
  sourceKey: `payee-change:${id}:${state}`,
});

function refuseRole(identity: Identity, permission: Action): void {
  const reason = whyNot(identity.role, permission);
  if (reason) throw refuse('forbidden', reason);
}

function refuseFor(reason: Reason | undefined, current: PayeeChangeRow): void {
  if (!reason) return;
  const isPerson = ['four_eyes', 'needs_a_person', 'not_yours'].includes(reason.code);
  throw new DomainError(isPerson ? 'forbidden' : 'conflict', reason.code, reason.message, {
    details: { current },
  });
}
