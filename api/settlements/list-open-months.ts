import type { Db } from '../../db/connect.ts';
import { listMonths } from '../../db/queries/settlement-overview.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import type { Month } from '../domain/month.ts';
import { openMonthsBefore } from '../domain/open-months.ts';
import { whyNot } from '../domain/permission.ts';

export interface OpenMonth {
  month: string;
  openLines: number;
}

/** Months before this one with lines that have evidence and are not settled yet, oldest first; changes nothing. */
export async function listOpenMonthsBefore(db: Db, identity: Identity, month: Month): Promise<OpenMonth[]> {
  const reason = whyNot(identity.role, 'settlements.list');
  if (reason) throw refuse('forbidden', reason);
  const months = await inTransaction(db, identity, listMonths, { readOnly: true, statementTimeoutMs: 0 });
  return openMonthsBefore(months, month).map(({ month: open, openLines }) => ({ month: open, openLines }));
}
