import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { deliverMonth } from '../../db/queries/confirmations.ts';
import { tellAnchor } from '../../db/queries/notices.ts';
import { readPaymentSettings, windowDaysOf } from '../../db/queries/payment-settings.ts';
import { countMonthStatements } from '../../db/queries/statement-counts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Month } from '../domain/month.ts';
import { whyNot } from '../domain/permission.ts';

export interface Sent {
  month: Month;
  sent: number;
  alreadySent: number;
}

/** Sends a month's statements to their anchors: from now the days to dispute count. Refused (409) `not_issued`. */
export async function sendStatements(db: Db, identity: Identity, month: Month): Promise<Sent> {
  const reason = whyNot(identity.role, 'statements.send');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const issued = await countMonthStatements(trx, month);
    if (issued === 0)
      throw new DomainError('conflict', 'not_issued', `the statements of ${month} are not issued yet`);
    const settings = await readPaymentSettings(trx);
    const window = { days: windowDaysOf(settings), isHouse: settings.disputeWindowDays === null };
    const sent = await deliverMonth(trx, month, window, actorId(identity));
    for (const statement of sent)
      await tellAnchor(trx, statement.anchorId, {
        kind: 'statement_sent',
        entity: 'statement',
        entityId: statement.id,
        data: { no: statement.no, month },
        sourceKey: `statement:${statement.id}:sent`,
      });
    await writeAudit(trx, identity, {
      action: 'statements.send',
      entity: 'month',
      entityId: month,
      after: { sent: sent.length, windowDays: window.days },
    });
    return { month, sent: sent.length, alreadySent: issued - sent.length };
  });
}
