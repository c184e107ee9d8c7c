import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { serializeSigned } from 'hono/utils/cookie';
import pino from 'pino';
import type { TestDb } from '../../db/test-db.ts';
import { createApp } from '../app.ts';
import type { Identity, Role, Scope } from '../domain/identity.ts';
import type { AppOptions, Env, Services } from './context.ts';
import { sessionCookieName } from './identity.ts';

export type TestRole = Exclude<Role, 'system'>;

export interface TestUser {
  role: TestRole;
  /** An anchor's own anchor; one is made when not given. */
  anchorId?: number;
  /** `all` when not given, so that a test names a scope only where it matters. */
  scope?: Scope;
  teamId?: number;
  name?: string;
}

/** Somebody signed in (or nobody): paths are whole (`/api/anchors`), answers are plain Responses. */
export interface TestClient {
  /** Who row-level security will see; for calls below the API. Not there for `anonymous`. */
  identity: Identity;
  get(path: string): Promise<Response>;
  /** POST with a new Idempotency-Key of its own; name one in `headers` to repeat it. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  delete(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Any request with this person's cookie and a same-origin header. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestApp {
  app: OpenAPIHono<Env>;
  services: Services;
  options: AppOptions;
  /** Signs a person in by a real session; the same role or user object is the same person. */
  as(who: TestRole | TestUser): Promise<TestClient>;
  anonymous: TestClient;
}

/** The real app on a test database; nothing is replaced but the log, which is silent. */
export function createTestApp(
  testDb: TestDb,
  changes: { options?: Partial<AppOptions>; services?: Partial<Services> } = {},
): TestApp {
  const services: Services = {
    db: testDb.db,
    dataDir: fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-app-')),
    sealKey: randomBytes(32),
    log: pino({ level: 'silent' }),
    ...changes.services,
  };
  const options: AppOptions = { authSecret: 'a secret of the tests, 32 characters', ...changes.options };
  const app = createApp(services, options);
  const people = new Map<TestRole | TestUser, Promise<TestClient>>();
  const signIn = async (who: TestRole | TestUser) => {
    const { identity, cookie } = await addSignedInUser(
      testDb,
      typeof who === 'string' ? { role: who } : who,
      options,
    );
    return client(app, cookie, identity);
  };
  return {
    app,
    services,
    options,
    as(who) {
      if (!people.has(who)) people.set(who, signIn(who));
      return people.get(who)!;
    },
    anonymous: client(app, '', undefined as unknown as Identity),
  };
}

function client(app: OpenAPIHono<Env>, cookie: string, identity: Identity): TestClient {
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie, origin: 'http://localhost', ...(init.headers as Record<string, string>) };
    return app.request(path, { ...init, headers });
  };
  const send =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      request(path, {
        method,
        headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
  return {
    identity,
    request,
    get: (path) => request(path),
    post: (path, body, headers) => send('POST')(path, body, { 'idempotency-key': randomUUID(), ...headers }),
    put: send('PUT'),
    delete: (path, headers) => send('DELETE')(path, undefined, headers),
  };
}

async function addSignedInUser(testDb: TestDb, user: TestUser, options: AppOptions) {
  const userId = randomUUID();
  const { role, scope = 'all', teamId = null } = user;
  const anchorId = role === 'anchor' ? (user.anchorId ?? (await addAnchor(testDb))) : null;
  const name = user.name ?? `${role} ${userId.slice(0, 4)}`;
  await testDb.ownerDb
    .insertInto('app_user')
    .values({
      id: userId,
      name,
      email: `${userId}@example.com`,
      role,
      scope,
      team_id: teamId,
      anchor_id: anchorId,
    })
    .execute();
  const token = randomBytes(32).toString('base64url');
  await testDb.ownerDb
    .insertInto('login_session')
    .values({
      id: randomUUID(),
      user_id: userId,
      token,
      expires_at: new Date(Date.now() + 8 * 3_600_000).toISOString(),
    })
    .execute();
  const cookie = await serializeSigned(sessionCookieName(options.publicUrl), token, options.authSecret);
  return { identity: { userId, role, anchorId, teamId, scope } satisfies Identity, cookie };
}

async function addAnchor(testDb: TestDb): Promise<number> {
  const anchor = await testDb.ownerDb
    .insertInto('anchor')
    .values({ name: '试播主播' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return anchor.id;
}
