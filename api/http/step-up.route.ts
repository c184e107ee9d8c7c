import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { DomainError } from '../domain/error.ts';
import { PASSWORD_MAX_LENGTH } from '../domain/password.ts';
import { STEP_UP_MINUTES } from '../domain/payments/approval.ts';
import { ADDRESS_HEADER, authBaseUrl, createAuth } from './auth.ts';
import type { AppOptions, Env, Services } from './context.ts';
import { createLoginLock } from './login-lock.ts';
import { verifyPassword } from './password.ts';
import { findCredential, findStepUp, proveStepUp } from './prove-step-up.ts';
import { body, json, route, router } from './route.ts';

const input = z
  .union([
    z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX_LENGTH) }),
    z.strictObject({ code: z.string().min(6).max(20) }),
  ])
  .openapi('StepUp');
const answer = z.object({ stepUpAt: z.string(), validUntil: z.string() }).openapi('SteppedUp');
const state = z
  .object({
    stepUpAt: z.string().nullable(),
    validUntil: z.string().nullable(),
    now: z.string(),
    asksFor: z.enum(['password', 'code']),
  })
  .openapi('StepUpState');

const validUntil = (at: string): string => new Date(Date.parse(at) + STEP_UP_MINUTES * 60_000).toISOString();

/** A fresh proof of who is at the keyboard, for verbs that move money: the password, or the code where TOTP is on. */
export function stepUpRoutes(services: Services, options: AppOptions): OpenAPIHono<Env> {
  const { db } = services;
  const auth = createAuth(services, options);
  const lock = createLoginLock(db);
  const routes = router();
  const show = route({
    method: 'get',
    path: '/me/step-up',
    policy: 'me.edit',
    responses: json(state, 'Whether this session proved who it is a moment ago'),
  });
  routes.openapi(show, async (c) => {
    const identity = c.get('identity');
    const { stepUpAt, now, asksForCode } = await findStepUp(db, identity, c.get('sessionId'));
    const until = stepUpAt === null ? null : validUntil(stepUpAt);
    return c.json({ stepUpAt, validUntil: until, now, asksFor: asksForCode ? 'code' : 'password' }, 200);
  });
  const prove = route({
    method: 'post',
    path: '/me/step-up',
    policy: 'me.edit',
    request: body(input),
    responses: json(answer, 'Until when money verbs take this session’s word'),
  });
  routes.openapi(prove, async (c) => {
    const { userId } = c.get('identity');
    const given = c.req.valid('json');
    const account = `user:${userId}`;
    await lock.attempt(account, c.get('clientAddress'));
    const credential = await findCredential(db, c.get('identity'));
    const isRight = credential?.asksForCode
      ? 'code' in given &&
        (await verifyCode(c.req.header('cookie') ?? '', given.code, c.get('clientAddress')))
      : 'password' in given &&
        credential !== undefined &&
        (await verifyPassword({ hash: credential.hash, password: given.password }));
    if (!isRight) {
      await lock.fail(c.get('clientAddress'));
      const code = credential?.asksForCode ? 'wrong_code' : 'wrong_password';
      throw new DomainError('forbidden', code, 'This is not right: please try again.');
    }
    await lock.succeed(account);
    const stepUpAt = await proveStepUp(db, c.get('identity'), c.get('sessionId'));
    return c.json({ stepUpAt, validUntil: validUntil(stepUpAt) }, 200);
  });
  /** The sign-in library checks a code of the session that is signed in. */
  async function verifyCode(cookie: string, code: string, address: string): Promise<boolean> {
    const baseUrl = authBaseUrl(options.publicUrl);
    const headers = new Headers({
      'content-type': 'application/json',
      cookie,
      origin: new URL(baseUrl).origin,
      [ADDRESS_HEADER]: address,
    });
    const request = { method: 'POST', headers, body: JSON.stringify({ code }) };
    return (await auth.handler(new Request(`${baseUrl}/api/auth/two-factor/verify-totp`, request))).ok;
  }
  return routes;
}
