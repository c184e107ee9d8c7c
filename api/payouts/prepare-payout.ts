import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { applyDueChanges } from '../../db/queries/payee-changes.ts';
import {
  findLivePayout,
  insertPayout,
  lockPayableStatement,
  type PayoutRow,
  readPayout,
} from '../../db/queries/payouts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotByProcess, whyNotPrepare } from '../domain/payout.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import { refusePayout } from './refuse-payout.ts';

/**
 * Prepares the payout of a statement: what is due of it, to the payee as it is now, which is frozen with its hash. What
 * is disputed waits; it is due again when the dispute is decided. Refused (409) `nothing_payable`, `nothing_due`, `no_payee`, `invoices_too_small`, `payout_exists` with the live payout as `details.current`.
 */
export async function preparePayout(db: Db, identity: Identity, statementId: number): Promise<PayoutRow> {
  const preparedBy = actorId(identity);
  const reason = whyNot(identity.role, 'payouts.prepare') ?? whyNotByProcess({ userId: preparedBy });
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await applyDueChanges(trx);
    // The statement's row: of two who prepare it at once, the second sees the first one's payout.
    const statement = found(await lockPayableStatement(trx, statementId), 'statement', statementId);
    const existing = await findLivePayout(trx, statementId);
    const { payableFen, dueFen, invoiceGapFen, payee, payeeSha256 } = statement;
    const refusal = whyNotPrepare({ payableFen, dueFen, invoiceGapFen, hasPayee: payee !== null }, existing);
    if (refusal) throw refusePayout(refusal, existing && (await readPayout(trx, existing.id)));
    const id = await insertPayout(trx, {
      statement,
      payee: payee!,
      payeeSha256: payeeSha256!,
      preparedBy: preparedBy!,
    });
    await writeAudit(trx, identity, {
      action: 'payouts.prepare',
      entity: 'payout',
      entityId: id,
      after: { statementId, amountFen: dueFen, payee },
    });
    return keepEffect(trx, (await readPayout(trx, id))!);
  });
}
