import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from './context.ts';

const JSON_MAX_BYTES = 2 * 1024 * 1024;

/** Uploads: they read their own stream and set their own limit. Everything else is JSON. */
const UPLOADS =
  /^\/api\/(?:imports\/preview|cases\/\d+\/files|disputes\/\d+\/files|payout-batches\/\d+\/returns(?:\/preview)?|photos|contracts\/\d+\/(?:files|versions\/\d+\/documents))$/;

/** 415 for a body that is neither JSON nor an upload where one is expected, 413 for more than 2 MiB of JSON. */
export function bodyGuard(): MiddlewareHandler<Env> {
  const limit = bodyLimit({
    maxSize: JSON_MAX_BYTES,
    onError: (c) => refuse(c, 413, 'too_large', 'The request is larger than 2 MiB.'),
  });
  return async (c, next) => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type === 'multipart/form-data' && UPLOADS.test(c.req.path)) return next();
    if (type === undefined ? announcesBody(c) : type !== 'application/json') {
      return refuse(c, 415, 'json_only', 'Send JSON with Content-Type: application/json.');
    }
    return limit(c, next);
  };
}

function announcesBody(c: Context): boolean {
  return Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding') !== undefined;
}

function refuse(c: Context, status: 413 | 415, code: string, message: string): Response {
  return c.json({ code, message, requestId: c.get('requestId') }, status);
}
