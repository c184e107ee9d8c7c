import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { policy as policyTable } from '../domain/permission.ts';
import { type BodySchema, hostileBodies } from './hostile-input.testing.ts';
import { createTestApp, type TestApp, type TestClient, type TestRole } from './test-client.ts';

interface Route {
  method: string;
  path: string;
  policy: string;
  body: BodySchema | undefined;
}
interface Operation {
  'x-policy': string;
  requestBody?: { content: Record<string, { schema: BodySchema }> };
}

const ROLES: readonly TestRole[] = ['anchor', 'operator', 'compliance', 'finance', 'admin'];
/** Whoever calls this is nobody afterwards: it is called by nobody. */
const SIGN_OUT = '/api/auth/sign-out';
const IDS = ['x', '0', '-1', '1.5', '1e3', '99999999999', '%00', '%ff', '..%2f1', "1'--"];
const LIST_QUERIES: readonly [string, string][] = [
  ...['{', 'null', '[]', '1', '{"id":["x"]}', '{"id":[99999999999]}', '{"id":[]}', '{"nobodyKnows":1}'].map(
    (filter): [string, string] => ['filter', filter],
  ),
  ['filter', '{"q":"\\u0000"}'],
  ['filter', '{"q":"%\\\\_\'"}'],
  ['filter', '{"anchorId":"\\u0000","month":"\\u0000","status":"\\u0000","entityId":"\\u0000"}'],
  ...['[0]', '[-1,5]', '[5,1]', '[0,9999999]', '[99999999999999,99999999999999]', '{}'].map(
    (range): [string, string] => ['range', range],
  ),
  ...['["id"]', '["nobodyKnows","ASC"]', '["id","SIDEWAYS"]', '[["id"],"ASC"]', 'null'].map(
    (sort): [string, string] => ['sort', sort],
  ),
];

let testDb: TestDb;
let app: TestApp;
let routes: Route[];
beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  const document = (await (await app.anonymous.get('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      policy: operation['x-policy'],
      body: operation.requestBody?.content['application/json']?.schema,
    })),
  );
});
afterAll(() => testDb.close());

/** With ids of nothing at all. */
const addressOf = ({ path }: Route, id = '2147483000') => path.replace(/\{\w+\}/g, id);
const isUnsafe = ({ method }: Route) => method !== 'GET';
const mayCall = (role: TestRole, { policy }: Route) =>
  (policyTable as Record<string, readonly string[]>)[policy]?.includes(role) ?? false;

async function call(who: TestClient, method: string, address: string, text?: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const answer = await who.request(address, { method, headers, body: method === 'GET' ? undefined : text });
  await answer.arrayBuffer();
  return answer.status;
}

/** Somebody whom the policy lets in, so that what is sent is read. */
async function somebodyAllowed(route: Route): Promise<TestClient> {
  const role = route.path === SIGN_OUT ? undefined : ROLES.findLast((one) => mayCall(one, route));
  return role ? app.as(role) : app.anonymous;
}

describe('every route and everybody who may ask', () => {
  it('names a line of the policy table', () => {
    expect(routes.length).toBeGreaterThan(70);
    const unnamed = routes.filter(({ policy }) => policy !== 'public' && !(policy in policyTable));
    expect(unnamed).toEqual([]);
  });

  it('asks nobody to sign in where the policy is public, and everybody else where it is not', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const status = await call(app.anonymous, route.method, addressOf(route), '{}');
      const isRight = route.policy === 'public' ? status < 500 && status !== 403 : status === 401;
      if (!isRight) wrong.push(`nobody: ${route.method} ${route.path} answered ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ROLES)('answers 403 to the role %s where the policy table does, and nowhere else', async (role) => {
    const who = await app.as(role);
    const wrong: string[] = [];
    for (const route of routes.filter(({ policy }) => policy !== 'public')) {
      const status = await call(who, route.method, addressOf(route), '{}');
      const isRight = mayCall(role, route)
        ? status < 500 && status !== 401 && status !== 403
        : status === 403;
      if (!isRight) wrong.push(`${role}: ${route.method} ${route.path} (${route.policy}) answered ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('what nobody should send', () => {
  it('is refused as a body by every route that takes one, and never a failure of ours', async () => {
    const failed: string[] = [];
    let refused = 0;
    for (const route of routes.filter(isUnsafe)) {
      const who = await somebodyAllowed(route);
      for (const { what, text } of hostileBodies(route.body)) {
        const status = await call(who, route.method, addressOf(route), text);
        if (status >= 500) failed.push(`${route.method} ${route.path} with ${what} answered ${status}`);
        if (status === 400 || status === 422) refused += 1;
      }
    }
    expect(failed).toEqual([]);
    expect(refused).toBeGreaterThan(500);
  });

  it('is refused as an id by every route that has one', async () => {
    const failed: string[] = [];
    for (const route of routes.filter(({ path }) => path.includes('{'))) {
      const who = await somebodyAllowed(route);
      for (const id of IDS) {
        const status = await call(who, route.method, addressOf(route, id), '{}');
        if (status < 400 || status >= 500)
          failed.push(`${route.method} ${addressOf(route, id)} answered ${status}`);
      }
    }
    expect(failed).toEqual([]);
  });

  it('is refused as a query by every list, and never a failure of ours', async () => {
    const failed: string[] = [];
    let refused = 0;
    for (const route of routes.filter((one) => !isUnsafe(one) && one.policy !== 'public')) {
      const who = await somebodyAllowed(route);
      for (const [name, value] of LIST_QUERIES) {
        const status = await call(who, 'GET', `${addressOf(route)}?${name}=${encodeURIComponent(value)}`);
        if (status >= 500) failed.push(`GET ${route.path}?${name}=${value} answered ${status}`);
        if (status === 422) refused += 1;
      }
    }
    expect(failed).toEqual([]);
    expect(refused).toBeGreaterThan(200);
  });
});
