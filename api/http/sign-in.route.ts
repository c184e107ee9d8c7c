import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../domain/password.ts';
import { ADDRESS_HEADER, type Auth, authBaseUrl, createAuth } from './auth.ts';
import type { AppOptions, Env, Services } from './context.ts';
import { createLoginLock, type LoginLock } from './login-lock.ts';

import { body, json, type RoutePolicy, route, router } from './route.ts';

const password = z.string().min(1).max(PASSWORD_MAX_LENGTH);
const newPassword = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);
const code = z.string().min(6).max(20);

interface Door {
  path: string;
  policy: RoutePolicy;
  input: z.ZodType<Record<string, unknown>>;
  does: string;
  /** Whose attempts are counted when this door checks a password. */
  countsFor?: (c: Context<Env>, input: Record<string, unknown>) => string;
  /** What the library is told besides the input. */
  adds?: Record<string, unknown>;
}

const byEmail = (_: Context<Env>, input: Record<string, unknown>) => `email:${input.email}`;
const byUser = (c: Context<Env>) => `user:${c.get('identity').userId}`;

/** The only doors of the sign-in library that are open; it has forty more. */
const doors: readonly Door[] = [
  {
    path: '/sign-in/email',
    policy: 'public',
    input: z.strictObject({ email: z.email().max(200), password }),
    does: 'Sign in; `twoFactorRedirect` asks for a code',
    countsFor: byEmail,
  },
  { path: '/sign-out', policy: 'public', input: z.strictObject({}), does: 'End this session' },
  {
    path: '/change-password',
    policy: 'me.edit',
    input: z.strictObject({ currentPassword: password, newPassword }),
    does: 'Change the own password; other sessions end',
    countsFor: byUser,
    adds: { revokeOtherSessions: true },
  },
  {
    path: '/two-factor/enable',
    policy: 'me.edit',
    input: z.strictObject({ password }),
    does: 'Get a TOTP secret; it counts after one code was verified',
    countsFor: byUser,
  },
  {
    path: '/two-factor/disable',
    policy: 'me.edit',
    input: z.strictObject({ password }),
    does: 'Turn TOTP off',
    countsFor: byUser,
  },
  {
    path: '/two-factor/generate-backup-codes',
    policy: 'me.edit',
    input: z.strictObject({ password }),
    does: 'New recovery codes',
    countsFor: byUser,
  },
  {
    path: '/two-factor/verify-totp',
    policy: 'public',
    input: z.strictObject({ code }),
    does: 'The second step of signing in, or of enabling TOTP',
  },
  {
    path: '/two-factor/verify-backup-code',
    policy: 'public',
    input: z.strictObject({ code }),
    does: 'The second step with a recovery code',
  },
];

const answer = z.record(z.string(), z.unknown());

/** Sign-in under /auth. Session tokens travel in the cookie alone. */
export function signInRoutes(services: Services, options: AppOptions): OpenAPIHono<Env> {
  const auth = createAuth(services, options);
  const lock = createLoginLock(services.db);
  const routes = router();
  for (const door of doors) {
    const { policy, input, does } = door;
    const definition = route({
      method: 'post',
      path: `/auth${door.path}`,
      policy,
      summary: does,
      request: { body: { ...body(input).body, required: door.path !== '/sign-out' } },
      responses: json(answer, does),
    });
    routes.openapi(
      definition,
      (c) => enter(c, door, { auth, lock, baseUrl: authBaseUrl(options.publicUrl) }) as never,
    );
  }
  return routes;
}

interface Behind {
  auth: Auth;
  lock: LoginLock;
  baseUrl: string;
}

async function enter(c: Context<Env>, door: Door, { auth, lock, baseUrl }: Behind): Promise<Response> {
  const input = c.req.valid('json' as never) as Record<string, unknown>;
  const account = door.countsFor?.(c, input);
  if (account) await lock.attempt(account, c.get('clientAddress'));
  // The guard has compared Origin with this host; the library is told the result in its own terms.
  const headers = new Headers({
    'content-type': 'application/json',
    cookie: c.req.header('cookie') ?? '',
    'user-agent': (c.req.header('user-agent') ?? '').slice(0, 300),
    origin: new URL(baseUrl).origin,
    [ADDRESS_HEADER]: c.get('clientAddress'),
  });
  const request = { method: 'POST', headers, body: JSON.stringify({ ...input, ...door.adds }) };
  const answered = await auth.handler(new Request(`${baseUrl}/api/auth${door.path}`, request));
  if (account && answered.ok) await lock.succeed(account);
  if (account && (answered.status === 400 || answered.status === 401))
    await lock.fail(c.get('clientAddress'));
  return pass(c, answered);
}

/** The library's answer in our words: without the token, refusals in the shape of every other refusal. */
async function pass(c: Context<Env>, answered: Response): Promise<Response> {
  for (const cookie of answered.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  const text = await answered.text();
  const said = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  const requestId = c.get('requestId');
  if (!answered.ok) {
    const code = typeof said.code === 'string' ? said.code.toLowerCase() : 'refused';
    const message = typeof said.message === 'string' ? said.message : 'Refused.';
    return c.json({ code, message, requestId }, answered.status as ContentfulStatusCode);
  }
  const { token: _token, redirect: _redirect, url: _url, ...rest } = said;
  c.header('Cache-Control', 'no-store');
  return c.json(rest, 200);
}
