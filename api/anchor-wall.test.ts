import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET_WORD } from '../db/anchor-wall-canaries.ts';
import { openWallScene, type WallScene } from './anchor-wall-scene.testing.ts';
import { may } from './domain/permission.ts';
import type { TestClient } from './http/test-client.ts';
import { readPages } from './pdf/read-pdf.testing.ts';

let scene: WallScene;
beforeAll(async () => {
  scene = await openWallScene();
});
afterAll(() => scene.testDb.close());

interface Route {
  method: string;
  path: string;
  policy: string;
}

/** Something an anchor got that is not for anchors, in a sentence. */
type Breach = string;

describe('the wall between an anchor and everybody else', () => {
  it('holds on every route that reads, with own, with others’ and with unknown ids', async () => {
    const { breaches, answered } = await walkReads(scene.anchor);
    expect(breaches).toEqual([]);
    // The walk saw something: own lists, own records, own PDFs.
    for (const path of [
      '/api/contract-remarks',
      '/api/contract-promises',
      '/api/contract-documents',
      '/api/me',
      '/api/statements',
      '/api/contracts',
      '/api/streams',
      '/api/payouts',
      '/api/samples',
      '/api/samples/offered',
      '/api/me/holds',
      '/api/disputes',
      '/api/payee-changes',
      '/api/tax-withholdings',
    ])
      expect(answered).toContain(path);
    for (const path of [
      '/api/statements/{id}',
      '/api/statements/{id}/pdf',
      '/api/payouts/{id}/pdf',
      '/api/contracts/{id}',
      '/api/contracts/{id}/versions/{versionId}/review',
      '/api/contracts/{id}/versions/{versionId}/reading',
      '/api/contract-documents/{id}',
      '/api/contract-findings/{id}',
      '/api/contract-promises/{id}',
      '/api/samples/{id}',
      '/api/me/holds/{id}/lines',
      '/api/statements/{id}/confirmation',
      '/api/disputes/{id}',
      '/api/payee-changes/{id}',
    ])
      expect(answered).toContain(path);
    expect(answered).toContain('/api/settlement-lines/{lineId}/{seq}/explain');
  });

  it('refuses every route that writes and is not the anchor’s own, without ever failing', async () => {
    const routes = (await listRoutes()).filter(
      ({ method, policy }) => method !== 'get' && policy !== 'public',
    );
    expect(routes.length).toBeGreaterThan(20);
    for (const route of routes) {
      for (const path of fill(route.path, 'others').concat(fill(route.path, 'unknown'))) {
        const { status } = await send(scene.anchor, route.method, path);
        if (!may('anchor', route.policy)) expect(`${route.method} ${path} ${status}`).toMatch(/ 40[34]$/);
        else expect(`${route.method} ${path} ${status}`).toMatch(/ 4\d\d$/);
      }
    }
  });

  it('names no anchor’s route without a word of the policy table', async () => {
    for (const { method, path, policy } of await listRoutes())
      expect(policy, `${method} ${path}`).toBeTruthy();
  });
});

describe('the walk itself', () => {
  it('finds what was planted when finance walks', async () => {
    const { breaches } = await walkReads(await scene.app.as('finance'));
    for (const found of [
      'canary-name-',
      'canary-deal-',
      'canary-body-',
      'canary-goods',
      '987654301',
      'is not for anchors',
    ])
      expect(
        breaches.some((breach) => breach.includes(found)),
        found,
      ).toBe(true);
    for (const amount of scene.secretAmounts)
      if (/^\d{7,9}$/.test(amount) && !amount.startsWith('87')) expect(breaches.join('\n')).toContain(amount);
  });

  it('finds the leak when row-level security is taken away', async () => {
    // Who sees an anchor sees what hangs on the anchor; who sees a part of a split sees the agency's.
    for (const tables of [['anchor'], ['share_part', 'party'], ['contract_document'], ['sample']]) {
      await setRowSecurity(tables, 'disable');
      const { breaches } = await walkReads(scene.anchor);
      await setRowSecurity(tables, 'enable');
      expect(breaches, `without the wall around ${tables}`).not.toEqual([]);
    }
    expect((await walkReads(scene.anchor)).breaches).toEqual([]);
    // Four walks over everything there is to read.
  }, 240_000);
});

async function setRowSecurity(tables: readonly string[], how: 'enable' | 'disable'): Promise<void> {
  for (const table of tables)
    await sql`alter table ${sql.table(table)} ${sql.raw(how)} row level security`.execute(
      scene.testDb.ownerDb,
    );
}

async function listRoutes(): Promise<Route[]> {
  const document = (await (await scene.app.anonymous.get('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { 'x-policy': string }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, policy: operation['x-policy'] })),
  );
}

async function walkReads(who: TestClient): Promise<{ breaches: Breach[]; answered: string[] }> {
  const breaches = new Set<Breach>();
  const answered = new Set<string>();
  const routes = (await listRoutes()).filter(({ method, policy }) => method === 'get' && policy !== 'public');
  expect(routes.length).toBeGreaterThan(30);
  for (const { path, policy } of routes) {
    for (const whose of ['own', 'others', 'unknown'] as const) {
      for (const address of fill(path, whose).flatMap(withQueries)) {
        const { status, text } = await send(who, 'get', address);
        // 409: a paper that is not there yet.
        const isHidden = status === 403 || status === 404 || status === 409 || status === 422;
        if (!isHidden && status !== 200) breaches.add(`${address} answered ${status}`);
        if (status === 200) {
          answered.add(path);
          if (!may('anchor', policy)) breaches.add(`${address} (${policy}) is not for anchors`);
          if (path.includes('{') && whose !== 'own') breaches.add(`${address} is not the anchor's own`);
        }
        for (const secret of findSecrets(text)) breaches.add(`${address} shows ${secret}`);
      }
    }
  }
  return { breaches: [...breaches], answered: [...answered] };
}

async function send(
  who: TestClient,
  method: string,
  path: string,
): Promise<{ status: number; text: string }> {
  const response = await (method === 'get'
    ? who.get(path)
    : method === 'delete'
      ? who.delete(path)
      : who[method as 'post' | 'put'](path, {}));
  const bytes = Buffer.from(await response.arrayBuffer());
  const isPdf = bytes.subarray(0, 5).toString() === '%PDF-';
  // A PDF's words lie compressed in it: they are read as its reader reads them.
  const text = isPdf
    ? readPages(bytes)
        .flat()
        .map((placed) => placed.text)
        .join('\n')
    : bytes.toString('utf8');
  return { status: response.status, text };
}

function findSecrets(text: string): string[] {
  // A request's own number is random: any digits may stand in it.
  const said = text.replace(/"requestId":"[^"]*"/g, '');
  const words = said.match(new RegExp(`${SECRET_WORD}-[\\w-]*`, 'g')) ?? [];
  const amounts = (said.match(/(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)/g) ?? []).filter((amount) =>
    scene.secretAmounts.has(amount),
  );
  return [...new Set([...words, ...amounts])];
}

/** A path with its parameters filled: with ids of the anchor, of others, or of nothing at all. */
function fill(path: string, whose: 'own' | 'others' | 'unknown'): string[] {
  if (!path.includes('{')) return whose === 'own' ? [path] : [];
  const resource = path.split('/')[2]!;
  const known = (name: string) => (whose === 'unknown' ? ['2147483000'] : (scene.ids[whose][name] ?? []));
  return known(resource).flatMap((id) => {
    const first = path.replace(/\{\w+\}/, id);
    const second = /\{(\w+)\}/.exec(first)?.[1];
    if (second === undefined) return [first];
    const seconds = second === 'seq' ? ['0', '1'] : known(second);
    const whole = seconds.map((value) => first.replace(/\{\w+\}/, value));
    return whole.flatMap((one) =>
      one.includes('{') ? known('otherId').map((id) => one.replace(/\{\w+\}/, id)) : [one],
    );
  });
}

/** A list as it comes, and asked for what is not the anchor's: filters that do not exist are refused, which is as good. */
function withQueries(path: string): string[] {
  const others = scene.ids.others;
  const filters: object[] = [
    { q: SECRET_WORD },
    { anchorId: Number(others.anchors![0]) },
    { statementId: Number(others.statements![0]) },
    { id: others.statements!.map(Number) },
    { id: others.contracts!.map(Number) },
    { runId: 3 },
    { entity: 'anchor', entityId: others.anchors![0] },
  ];
  const isSingle = /\/\{?\d+$|\/pdf$|\/versions\/\d+\/|\/explain$|\/me$/.test(path);
  return isSingle
    ? [path]
    : [
        `${path}?range=[0,199]`,
        ...filters.map(
          (filter) => `${path}?range=[0,199]&filter=${encodeURIComponent(JSON.stringify(filter))}`,
        ),
      ];
}
