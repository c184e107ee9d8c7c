import type { Db } from '../../db/connect.ts';
import { markRead } from '../../db/queries/notices.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Identity } from '../domain/identity.ts';

/** Marks one own notice, or all of them, as read; answers how many were unread. */
export const readNotices = (db: Db, identity: Identity, id: number | null): Promise<number> =>
  inTransaction(db, identity, (trx) => markRead(trx, id));
