import { type PayeeRow, readAnchor, writePayee } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { readSealedAccount } from '../../db/queries/payee-changes.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { openBankAccount, sealBankAccount } from '../files/seal.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { PayeeEdit } from './anchors.schema.ts';

/**
 * Says for the first time where an anchor is paid; from then on it takes two people and a day (409
 * `payee_needs_change_request`). The number is sealed before it meets the database; history keeps its tail.
 */
export async function setPayee(
  { db, sealKey }: Services,
  identity: Identity,
  anchorId: number,
  { bankAccount, ...values }: PayeeEdit,
): Promise<PayeeRow> {
  const reason = whyNot(identity.role, 'anchors.payee');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'anchor', anchorId);
    const { payee: before } = found(await readAnchor(trx, anchorId), 'anchor', anchorId);
    const after: PayeeRow = { ...values, bankAccountTail: bankAccount.slice(-4) };
    // Said again, as after a start that was killed, it is the same payee.
    const sealed = await readSealedAccount(trx, anchorId);
    if (
      before &&
      sealed &&
      openBankAccount(sealKey, anchorId, sealed) === bankAccount &&
      isSame(before, after)
    )
      return before;
    if (before)
      throw new DomainError(
        'conflict',
        'payee_needs_change_request',
        'this anchor has a payee: another one is asked for by one person, approved by another and paid a day later',
      );
    await writePayee(trx, anchorId, {
      ...after,
      bankAccountSealed: sealBankAccount(sealKey, anchorId, bankAccount),
    });
    await writeAudit(trx, identity, {
      action: 'anchors.payee',
      entity: 'anchor',
      entityId: anchorId,
      before: { payee: before },
      after: { payee: after },
    });
    return after;
  });
}

const isSame = (a: PayeeRow, b: PayeeRow): boolean =>
  a.kind === b.kind && a.accountName === b.accountName && a.bankName === b.bankName;
