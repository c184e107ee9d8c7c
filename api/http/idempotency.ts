import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  giveKeyBack,
  type IdempotencyKey,
  keepAnswer,
  takeKey,
  touchKey,
} from '../../db/queries/idempotency.ts';
import { pruneExpired } from '../../db/queries/prune.ts';
import { withRunningKey } from '../../db/request-scope.ts';
import { DomainError } from '../domain/error.ts';
import type { Env } from './context.ts';

const STILL_AT_WORK_MS = 20_000;

/**
 * For verbs: the header Idempotency-Key makes a repeated request the same request. Same actor, route, key and body →
 * the answer that was given; another body → 422 `idempotency_key_reused`; still at work → 409 `in_progress`.
 * A refusal changed nothing and gives the key back; the key of a request that died is free again after 60 s. An answer
 * that was kept with its effect (`keepEffect`) stays, whatever became of the request after that.
 */
export function idempotent(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { db, log } = c.get('services');
    const key = readKey(c);
    const fingerprint = createHash('sha256')
      .update(c.req.url)
      .update('\0')
      .update(await c.req.text())
      .digest('hex');
    const kept = await takeKey(db, key, fingerprint);
    if (kept) return answerKept(c, kept, fingerprint);
    await pruneExpired(db);
    const heartbeat = setInterval(() => {
      touchKey(db, key).catch((error) => log.warn({ err: error }, 'idempotency key not touched'));
    }, STILL_AT_WORK_MS);
    try {
      await withRunningKey(key, next);
    } finally {
      clearInterval(heartbeat);
    }
    if (c.error || !c.res.ok) await giveKeyBack(db, key);
    else await keepAnswer(db, key, { status: c.res.status, body: await c.res.clone().json() });
  };
}

function readKey(c: Context<Env>): IdempotencyKey {
  const key = c.req.header('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) {
    const message =
      'send the header Idempotency-Key: 8 to 100 printable characters, new for every new request';
    throw new DomainError('invalid', 'idempotency_key_missing', message);
  }
  return { actorId: c.get('identity').userId, route: `${c.req.method} ${c.req.path}`, key };
}

function answerKept(
  c: Context<Env>,
  kept: { fingerprint: string; status: number | null; body: unknown },
  fingerprint: string,
): Response {
  if (kept.fingerprint !== fingerprint) {
    throw new DomainError(
      'invalid',
      'idempotency_key_reused',
      'this Idempotency-Key was used for another request',
    );
  }
  if (kept.status === null)
    throw new DomainError('conflict', 'in_progress', 'the same request is still at work');
  c.header('Idempotent-Replay', 'true');
  return c.json(kept.body, kept.status as ContentfulStatusCode);
}
