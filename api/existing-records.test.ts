import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAsSuperuser } from '../db/queries/book-checks/books-scene.testing.ts';
import type { TestDb } from '../db/test-db.ts';
import { createSeededTestDb, SEEDED_SEAL_KEY } from './cli/seed/seeded-test-db.ts';
import { policy as policyTable } from './domain/permission.ts';
import { type BodySchema, hostileBodies } from './http/hostile-input.testing.ts';
import { createTestApp, type TestApp, type TestClient, type TestRole } from './http/test-client.ts';
import { keptPath } from './http/uploads/keep-file.ts';

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
/** The table of a path's first id, where it is not the path's own word in the singular. */
const TABLES: Record<string, string> = {
  users: 'app_user',
  sessions: 'login_session',
  orders: 'order_line',
  imports: 'order_import',
  'import-mappings': 'import_mapping',
  'contract-documents': 'contract_document',
  'contract-findings': 'contract_finding',
  'contract-remarks': 'contract_remark',
  'contract-promises': 'contract_promise',
  cases: 'substitution_case',
  'case-signals': 'substitution_case',
  'supplier-scores': 'brand',
  'brand-blacklist': 'brand_blacklist',
  me: 'case_hold',
  'inspection-units': 'inspection_unit',
  'inspection-differences': 'inspection_difference',
  'silence-terms': 'silence_term',
  'deal-fees': 'deal_fee',
  'recoup-items': 'recoup_item',
  'pay-fines': 'pay_fine',
  'pay-adjustments': 'pay_adjustment',
  'payee-changes': 'payee_change',
  'payout-batches': 'payout_batch',
};

let testDb: TestDb;
let app: TestApp;
let routes: Route[];
beforeAll(async () => {
  testDb = await createSeededTestDb();
  app = createTestApp(testDb, { services: { sealKey: SEEDED_SEAL_KEY } });
  await sql`insert into import_mapping (name, platform, header_key, mapping) values ('样子', 'other', 'x', '{}')`.execute(
    testDb.ownerDb,
  );
  await openDraft();
  await keepOriginals();
  await addToCase();
  await addPayPapers();
  const document = (await (await app.anonymous.get('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  routes = Object.entries(document.paths)
    // What a printed paper is checked by answers everybody, and has tests of its own.
    .filter(([path]) => path.includes('{') && !path.startsWith('/api/verify'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        policy: operation['x-policy'],
        body: operation.requestBody?.content['application/json']?.schema,
      })),
    );
});
afterAll(() => testDb.close());

/** The demo's uploads were kept where it was told; they are looked for in this test's own folder. */
async function keepOriginals(): Promise<void> {
  const { rows } = await sql<{
    sha256: string;
    body: string;
  }>`select sha256, body from contract_document`.execute(testDb.ownerDb);
  for (const { sha256, body } of rows) {
    const file = keptPath(app.services.dataDir, sha256);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, body);
  }
}

/** A file among a case's evidence, kept where it is looked for, and a brand on the blacklist. */
async function addToCase(): Promise<void> {
  const { ownerDb } = testDb;
  const file = keptPath(app.services.dataDir, 'b'.repeat(64));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '称重记录');
  await sql`insert into case_evidence (case_id, kind, title, file_sha256, file_name, media_type, size_bytes, sha256)
    select min(id), 'document', '称重记录', repeat('b', 64), '称重.txt', 'text/plain', 12, repeat('b', 64) from substitution_case`.execute(
    ownerDb,
  );
  await sql`insert into brand_blacklist (brand_id, reason, starts_on, ends_on) select max(id), '样子', '2026-01-01', '2026-02-01' from brand`.execute(
    ownerDb,
  );
}

/** What the demo has none of: terms, requests and papers around pay, told past the guards that would ask for more. */
async function addPayPapers(): Promise<void> {
  const guards = openAsSuperuser(testDb);
  const clause = sql`(select k.id as clause_id, v.id as version_id, c.anchor_id from contract_clause k
    join contract_version v on v.id = k.contract_version_id join contract c on c.id = v.contract_id where v.status = 'active' order by k.id limit 1) x`;
  const [asked, anchor] = [
    sql`(select min(id) from app_user where role = 'finance')`,
    sql`(select min(id) from anchor)`,
  ];
  await guards.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const statement of [
      sql`insert into pay_component (contract_version_id, clause_id, position, type, effective, rule)
        select version_id, clause_id, n, type, daterange('2020-01-01', null), rule::jsonb from ${clause},
          (values (1, 'recoup', '{"of":"advance","shareCeilingBps":null}'), (2, 'fine', '{"capBps":null,"noticeDays":null}')) y(n, type, rule)`,
      sql`insert into recoup_item (component_id, anchor_id, name, day, amount_fen, evidence, requested_by)
        select p.id, x.anchor_id, '预支', '2026-05-01', 100, '付款单', ${asked} from pay_component p, ${clause} where p.type = 'recoup'`,
      sql`insert into pay_fine (component_id, anchor_id, day, amount_fen, what, evidence, proposed_by)
        select p.id, x.anchor_id, '2026-05-01', 100, '迟到', '记录', ${asked} from pay_component p, ${clause} where p.type = 'fine'`,
      sql`insert into pay_adjustment (anchor_id, concerns_month, amount_fen, reason, evidence, prepared_by) values (${anchor}, '2026-05', 100, '补记', '对账单', ${asked})`,
      sql`insert into deal_fee (deal_line_id, kind, amount_fen, received_on, reference) select min(id), 'slot_fee', 100, '2026-05-01', 'CMB-1' from deal_line`,
      sql`insert into silence_term (contract_version_id, clause_id, days, recorded_by) select version_id, clause_id, 7, ${asked} from ${clause}`,
      sql`insert into dispute (statement_id, anchor_id, line_id, line_seq, label, amount_fen, body, raised_by)
        select s.id, s.anchor_id, 1, 0, 'NO1', -5, '少了', (select min(id) from app_user where role = 'anchor') from statement s order by s.id limit 1`,
      sql`insert into payee_change (anchor_id, kind, account_name, bank_name, bank_account_sealed, bank_account_tail, reason, requested_by)
        values (${anchor}, 'personal', '某某', '某行', 'v1:x', '1234', '换卡', ${asked})`,
      sql`insert into payout_batch (no, month, execute_on, prepared_by) values ('PB209901-0001', '2099-01', '2099-01-01', ${asked})`,
      sql`insert into notice (user_id, kind, entity, entity_id, source_key) values (${asked}, 'statement_sent', 'statement', '1', 'x:1')`,
    ])
      await statement.execute(trx);
  });
  await guards.destroy();
}

/** A draft to write into, so that what is sent gets as far as the database. */
async function openDraft(): Promise<void> {
  const operator = await app.as('operator');
  const contractId = await idOf('contract');
  const made = await operator.post(`/api/contracts/${contractId}/versions`, { effectiveFrom: '2031-01-01' });
  expect(made.status).toBe(200);
}

async function idOf(table: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select id::text as id from ${sql.table(table)} order by id limit 1`.execute(testDb.ownerDb);
  if (!rows[0]) throw new Error(`the demo has no ${table}`);
  return rows[0].id;
}

/** The path with ids of records that are there. */
async function addressOf({ path: pattern }: Route): Promise<string> {
  const resource = pattern.split('/')[2]!;
  if (resource === 'settlement-lines') {
    const { rows } = await sql<{
      id: string;
    }>`select line_id || '/' || seq as id from settlement_line order by line_id, seq limit 1`.execute(
      testDb.ownerDb,
    );
    return pattern.replace('{lineId}/{seq}', rows[0]!.id);
  }
  const { rows } = await sql<{
    id: string;
  }>`select id::text as id from contract_version where status = 'draft' and contract_id = (select min(id) from contract) limit 1`.execute(
    testDb.ownerDb,
  );
  const id = await idOf(TABLES[resource] ?? resource.slice(0, -1));
  const versionId = rows[0]?.id ?? '1';
  const evidenceId = await idOfFile();
  return pattern
    .replace('{versionId}', versionId)
    .replace('{otherId}', versionId)
    .replace('{id}', id)
    .replace('{paperId}', '1')
    .replace(/\{(file|hold|item|line|remedy)Id\}/, '1')
    .replace('{evidenceId}', evidenceId)
    .replace('{key}', 'price_change:1:1')
    .replace(/tax-certificate\.pdf$/, 'tax-certificate.pdf?year=2026');
}

/** The one file among the evidence of cases. */
async function idOfFile(): Promise<string> {
  const { id } = await testDb.ownerDb
    .selectFrom('case_evidence')
    .select('id')
    .where('kind', '=', 'document')
    .executeTakeFirstOrThrow();
  return String(id);
}

/** Records are there, and the file or the seal that would hang on them is not. */
const NOT_TOLD = [/\/sealed-sample$/, /\/photos\/\d+\/image$/, /\/files\/1$/, /\/payout-batches\/\d+\/file$/];

const mayCall = (role: TestRole, { policy }: Route) =>
  (policyTable as Record<string, readonly string[]>)[policy]?.includes(role) ?? false;

async function call(who: TestClient, method: string, address: string, text: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const answer = await who.request(address, { method, headers, body: method === 'GET' ? undefined : text });
  await answer.arrayBuffer();
  return answer.status;
}

describe('a record that is there', () => {
  it('is kept from whoever is not signed in, and from every role the policy table does not name', async () => {
    const wrong: string[] = [];
    let refused = 0;
    for (const route of routes) {
      const address = await addressOf(route);
      if ((await call(app.anonymous, route.method, address, '{}')) !== 401)
        wrong.push(`nobody: ${route.path}`);
      for (const role of ROLES.filter((one) => !mayCall(one, route))) {
        const status = await call(await app.as(role), route.method, address, '{}');
        if (status !== 403) wrong.push(`${role}: ${route.method} ${route.path} answered ${status}`);
        refused += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(40);
  });

  it('is read by whom the policy table names, and never a failure of ours', async () => {
    const failed: string[] = [];
    let read = 0;
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const address = await addressOf(route);
      for (const role of ROLES.filter((one) => mayCall(one, route))) {
        const status = await call(await app.as(role), 'GET', address, '');
        // An anchor finds another's record as little as one that is not there.
        // The draft was never read nor accepted: there is no paper of it yet.
        const isEarly = status === 409 && /\.pdf(\?|$)/.test(address);
        const isLacking = status === 404 && NOT_TOLD.some((path) => path.test(address));
        const isRight = status === 200 || isEarly || isLacking || (role === 'anchor' && status === 404);
        if (!isRight) failed.push(`${role}: GET ${address} answered ${status}`);
        if (status === 200) read += 1;
      }
    }
    expect(failed).toEqual([]);
    expect(read).toBeGreaterThan(30);
  });

  it('takes no body that makes us fail', async () => {
    const failed: string[] = [];
    let refused = 0;
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const address = await addressOf(route);
      const who = await app.as(ROLES.findLast((role) => mayCall(role, route))!);
      for (const { what, text } of hostileBodies(route.body)) {
        const status = await call(who, route.method, address, text);
        if (status >= 500) failed.push(`${route.method} ${address} with ${what} answered ${status}`);
        if (status >= 400) refused += 1;
      }
    }
    expect(failed).toEqual([]);
    expect(refused).toBeGreaterThan(300);
  });
});
