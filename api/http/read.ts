import type { Context } from 'hono';
import type { Trx } from '../../db/connect.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Env } from './context.ts';

/** Runs a query as the caller: one read-only transaction that carries the caller's identity to row-level security. */
export function read<T>(c: Context<Env>, query: (trx: Trx) => Promise<T>): Promise<T> {
  return inTransaction(c.get('services').db, c.get('identity'), query, { readOnly: true });
}
