import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from './context.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses (403 `cross_site`) every unsafe method that does not prove it comes from our own pages: an Origin that is
 * this host (or the public address), or a browser's Sec-Fetch-Site: same-origin. A caller that is not a browser
 * sends the Origin it means.
 */
export function sameOrigin(publicUrl: string | undefined): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !isOwnPage(c, publicUrl)) {
      const message = 'This request did not come from a page of FairCast itself.';
      return c.json({ code: 'cross_site', message, requestId: c.get('requestId') }, 403);
    }
    await next();
  };
}

function isOwnPage(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  if (origin === undefined) return site === 'same-origin';
  return isOwnOrigin(origin, c.req.url, publicUrl);
}

/** The public address when there is one; else the host that was asked. */
export function isOwnOrigin(origin: string, requestUrl: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== undefined) return new URL(origin).origin === new URL(publicUrl).origin;
  return new URL(origin).host === new URL(requestUrl).host;
}
