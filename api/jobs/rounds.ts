import type { Db } from '../../db/connect.ts';
import { applyDueChanges } from '../../db/queries/payee-changes.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';
import { remindStatements } from './remind-statements.ts';

/** What comes round by the clock: reminders, acceptance by silence, payees whose day is over. Any number of processes may do it. */
export async function makeRounds(db: Db): Promise<void> {
  await inTransaction(db, SYSTEM, applyDueChanges);
  await remindStatements(db);
}
