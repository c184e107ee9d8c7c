import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  insertAnswer,
  listSilent,
  listToRemind,
  setStatementStatus,
} from '../../db/queries/confirmations.ts';
import { tellAnchor } from '../../db/queries/notices.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';

export interface Reminded {
  reminded: number;
  acceptedBySilence: number;
}

/**
 * The night's round over statements that wait for an answer: reminds each anchor once per step, and accepts by silence
 * where a clause says so and the window is over. Run as often as one likes: nothing is told or accepted twice.
 */
export function remindStatements(db: Db): Promise<Reminded> {
  return inTransaction(db, SYSTEM, async (trx) => {
    let reminded = 0;
    for (const { id, anchorId, no, daysLeft, step } of await listToRemind(trx)) {
      const told = await tellAnchor(trx, anchorId, {
        kind: 'statement_reminder',
        entity: 'statement',
        entityId: id,
        data: { no, daysLeft },
        sourceKey: `statement:${id}:remind:${step}`,
      });
      if (told > 0) reminded += 1;
    }
    const silent = await listSilent(trx);
    for (const { id, anchorId, no, contentSha256 } of silent) {
      await insertAnswer(trx, { statementId: id, kind: 'silence', contentSha256, by: null });
      await setStatementStatus(trx, id, 'confirmed');
      await tellAnchor(trx, anchorId, {
        kind: 'statement_silence',
        entity: 'statement',
        entityId: id,
        data: { no },
        sourceKey: `statement:${id}:silence`,
      });
      await writeAudit(trx, SYSTEM, { action: 'statements.silence', entity: 'statement', entityId: id });
    }
    return { reminded, acceptedBySilence: silent.length };
  });
}
