import { randomBytes, randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { withRequestId } from '../../db/request-scope.ts';
import { addressReader } from './client-address.ts';
import type { AppOptions, Env, Services } from './context.ts';

/** Gives every request its services, id, nonce and address, and one line in the log: never a body, never a query. */
export function requestContext(services: Services, options: AppOptions): MiddlewareHandler<Env> {
  const readAddress = addressReader(options.trustedProxies ?? []);
  return async (c, next) => {
    const startedAt = performance.now();
    c.set('services', services);
    c.set('requestId', randomUUID());
    c.set('nonce', randomBytes(16).toString('base64'));
    c.set('clientAddress', readAddress(c));
    await withRequestId(c.get('requestId'), next);
    c.header('X-Request-Id', c.get('requestId'));
    services.log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        route: matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path,
        status: c.res.status,
        ms: Math.round(performance.now() - startedAt),
        actorId: c.get('identity')?.userId,
      },
      'request',
    );
  };
}
