import type { Db } from '../../db/connect.ts';
import {
  type AccrualRow,
  listAccruals,
  type NewAccrual,
  postAccruals,
  takeBackAccruals,
} from '../../db/queries/accruals.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { isMonthClosed, lockSettlement } from '../../db/queries/settlement-gather.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Month } from '../domain/month.ts';
import { whyNot } from '../domain/permission.ts';
import { estimateMonth, givesSomething } from './estimate-month.ts';

export interface Accrued {
  month: Month;
  posted: number;
  /** Of this month, taken back because their estimate changed. */
  replaced: number;
  unchanged: number;
  accruals: AccrualRow[];
}

/**
 * Books what unsettled lines of an open month would give, one journal for each anchor. An accrual that stands and still
 * says the same stays; one that does not is taken back in the same month and booked anew. The close takes all of them back.
 * Refused (409): `month_closed`, `nothing_to_accrue`.
 */
export async function accrueOpenMonth(db: Db, identity: Identity, month: Month): Promise<Accrued> {
  const reason = whyNot(identity.role, 'accruals.post');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(
    db,
    identity,
    async (trx) => {
      // No run may settle lines while they are estimated.
      await lockSettlement(trx);
      if (await isMonthClosed(trx, month))
        throw new DomainError('conflict', 'month_closed', `${month} is closed: it knows what it gave`);
      const standing = (await listAccruals(trx, month)).filter(({ reversedIn }) => reversedIn === null);
      const due = (await estimateMonth(trx, month)).filter(givesSomething);
      if (standing.length + due.length === 0)
        throw new DomainError(
          'conflict',
          'nothing_to_accrue',
          `no line was paid and not settled by the end of ${month}`,
        );
      const stays = standing.filter((one) => due.some((other) => saysSame(one, other)));
      const gone = standing.filter((one) => !stays.includes(one));
      const anew = due.filter((one) => !stays.some((other) => other.anchorId === one.anchorId));
      const by = actorId(identity);
      await takeBackAccruals(
        trx,
        gone.map(({ id }) => id),
        month,
        by,
      );
      await postAccruals(trx, month, anew, by);
      const counts = { posted: anew.length, replaced: gone.length, unchanged: stays.length };
      await writeAudit(trx, identity, {
        action: 'accruals.post',
        entity: 'month',
        entityId: month,
        after: { ...counts, payableFen: anew.reduce((sum, one) => sum + one.payableFen, 0) },
      });
      return keepEffect(trx, { month, ...counts, accruals: await listAccruals(trx, month) });
    },
    { statementTimeoutMs: 0 },
  );
}

function saysSame(one: NewAccrual, other: NewAccrual): boolean {
  const said = ({ lines, parts }: NewAccrual) =>
    JSON.stringify([lines, parts.map(({ partyId, amountFen }) => [partyId, amountFen])]);
  return one.anchorId === other.anchorId && said(one) === said(other);
}
