import type { MiddlewareHandler } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { findSessionUser } from '../../db/queries/sessions.ts';
import type { Role } from '../domain/identity.ts';
import type { AppOptions, Env } from './context.ts';

/** `system` is not among them: nobody signs in as the machine. */
const SIGNED_IN_ROLES: readonly Role[] = ['anchor', 'operator', 'compliance', 'finance', 'admin'];

/** `__Host-` binds the cookie to this host over https; browsers refuse that name over http. */
export function sessionCookieName(publicUrl: string | undefined): string {
  return publicUrl?.startsWith('https:') ? '__Host-faircast' : 'faircast';
}

/** Session cookie → identity, asked of the database on every request. Without one the request goes on as nobody. */
export function identity({ authSecret, publicUrl }: AppOptions): MiddlewareHandler<Env> {
  const cookieName = sessionCookieName(publicUrl);
  return async (c, next) => {
    const token = await getSignedCookie(c, authSecret, cookieName);
    const user = token ? await findSessionUser(c.get('services').db, token) : undefined;
    if (user && SIGNED_IN_ROLES.includes(user.role)) {
      const { userId, role, anchorId, teamId, scope, sessionId } = user;
      c.set('identity', { userId, role, anchorId, teamId, scope });
      c.set('sessionId', sessionId);
    }
    await next();
  };
}
