import type { Db } from '../../db/connect.ts';
import { keepStepUp, readCredential, readStepUp } from '../../db/queries/step-up.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Identity } from '../domain/identity.ts';

export const findStepUp = (db: Db, identity: Identity, sessionId: string) =>
  inTransaction(db, identity, async (trx) => ({
    ...(await readStepUp(trx, sessionId)),
    asksForCode: (await readCredential(trx, identity.userId))?.asksForCode ?? false,
  }));

export const findCredential = (db: Db, identity: Identity) =>
  inTransaction(db, identity, (trx) => readCredential(trx, identity.userId));

/** Keeps that this session proved who it is; answers when, by the database's clock. */
export const proveStepUp = (db: Db, identity: Identity, sessionId: string): Promise<string> =>
  inTransaction(db, identity, async (trx) => {
    await keepStepUp(trx, sessionId, identity.userId);
    return (await readStepUp(trx, sessionId)).stepUpAt!;
  });
