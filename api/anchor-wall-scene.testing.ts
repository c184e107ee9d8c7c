import { sql } from 'kysely';
import type { TestDb } from '../db/test-db.ts';
import { addLines } from '../db/test-scene.ts';
import { createSeededTestDb, SEEDED_SEAL_KEY } from './cli/seed/seeded-test-db.ts';
import { formatYuan } from './domain/money.ts';
import { createTestApp, type TestApp, type TestClient } from './http/test-client.ts';

/** The demo with words and amounts in it that an anchor must never meet, and the anchor who looks for them. */
export interface WallScene {
  testDb: TestDb;
  app: TestApp;
  /** 小鹿, who has a part in another anchor's lines: the one who could see most. */
  anchor: TestClient;
  anchorId: number;
  /** Amounts that belong to others or to the agency, as an answer or a PDF would write them. */
  secretAmounts: ReadonlySet<string>;
  /** By path parameter's place: ids the anchor owns and ids of others. */
  ids: Ids;
}

export interface Ids {
  own: Record<string, string[]>;
  others: Record<string, string[]>;
}

/** Every planted text holds this word. */
export const SECRET_WORD = 'canary';

/** Another anchor's, in which 小鹿 has a part: her statement names it, by number and title, as what that part rests on. */
const CONTRACT_THAT_PAYS_TOO = 'MC-2026-004';

/** Unlike any other amount of the demo. */
const OWN_COMMISSION_FEN = 70_000_019;
const OTHERS_COMMISSION_FEN = 60_000_053;
const OWN_LINE = 900_000_001;
const OTHERS_LINE = 900_000_002;

export async function openWallScene(): Promise<WallScene> {
  const testDb = await createSeededTestDb();
  const app = createTestApp(testDb, { services: { sealKey: SEEDED_SEAL_KEY } });
  const anchorId = await idOf(testDb, '小鹿');
  await plantWords(testDb, anchorId);
  await addLines(testDb.ownerDb, [
    juneLine(OWN_LINE, anchorId, OWN_COMMISSION_FEN),
    juneLine(OTHERS_LINE, await idOfOther(testDb, anchorId), OTHERS_COMMISSION_FEN),
  ]);
  await settleAndPay(app, testDb, anchorId);
  return {
    testDb,
    app,
    anchor: await app.as({ role: 'anchor', anchorId }),
    anchorId,
    secretAmounts: await readSecretAmounts(testDb, anchorId),
    ids: await readIds(testDb, anchorId),
  };
}

const juneLine = (id: number, anchorId: number, commissionFen: number) => ({
  id,
  anchorId,
  commissionFen,
  salesFen: commissionFen * 4,
  paidAt: '2026-06-10T12:00:00+08:00',
  settledAt: '2026-06-20T12:00:00+08:00',
});

/** Names, terms and notes of everybody else, and of the office about this anchor. */
async function plantWords({ ownerDb }: TestDb, anchorId: number): Promise<void> {
  const notOwn = sql`<> ${anchorId}`;
  // Confirmed terms are not edited, not even by the owner, unless the owner takes the wall down.
  const wall = (state: 'disable' | 'enable') =>
    ['contract_version', 'contract_clause'].map(
      (table) => sql`alter table ${sql.table(table)} ${sql.raw(state)} trigger ${sql.ref(`${table}_frozen`)}`,
    );
  for (const statement of [
    ...wall('disable'),
    sql`update anchor set name = 'canary-name-' || id, real_name = 'canary-real-' || id, phone = '13900' || id where id ${notOwn}`,
    sql`update anchor set note = 'canary-note-' || id`,
    sql`update anchor_account set external_id = 'canary-account-' || id, nickname = 'canary-nick-' || id where anchor_id ${notOwn}`,
    sql`update anchor_payee set account_name = 'canary-payee-' || id, bank_name = 'canary-bank-' || id where anchor_id ${notOwn}`,
    sql`update party set name = 'canary-party-' || id where anchor_id is distinct from ${anchorId}`,
    sql`update contract set note = 'canary-contract-note-' || id`,
    sql`update contract set title = 'canary-title-' || id where anchor_id ${notOwn} and no <> ${CONTRACT_THAT_PAYS_TOO}`,
    sql`update contract_version set summary = 'canary-summary-' || id where contract_id in (select id from contract where anchor_id ${notOwn})`,
    sql`update contract_clause set body = 'canary-body-' || id, heading = 'canary-heading-' || id where contract_version_id in
          (select v.id from contract_version v join contract c on c.id = v.contract_id where c.anchor_id ${notOwn})`,
    sql`update stream set note = 'canary-stream-note-' || id`,
    sql`update stream set title = 'canary-stream-' || id, room_ext_id = 'canary-room-' || id where anchor_id ${notOwn}`,
    sql`update brand set note = 'canary-brand-note-' || id, contact = 'canary-contact-' || id`,
    sql`update deal set title = 'canary-deal-' || id, note = 'canary-deal-note-' || id`,
    sql`update deal_line set gifts = 'canary-gift-' || id, price_promise = 'canary-promise-' || id, service_rate_bps = 7313, commission_rate_bps = 8317, slot_fee_fen = 987654301`,
    sql`update order_line set remark = 'canary-remark', buyer_key = 'canary-buyer', service_fen = 871234567, service_est_fen = 871234599, service_rate_bps = 7317`,
    sql`update order_line set product_name = 'canary-goods', anchor_name = 'canary-anchor-name' where anchor_id ${notOwn}`,
    sql`update order_import set file_name = 'canary-file-' || id`,
    sql`update app_user set email = 'canary-' || email where anchor_id is distinct from ${anchorId}`,
    ...wall('enable'),
  ])
    await statement.execute(ownerDb);
}

/** June by the routes finance uses, then a payout of the anchor's own and one of somebody else, both with their PDF. */
async function settleAndPay(app: TestApp, testDb: TestDb, anchorId: number): Promise<void> {
  const finance = await app.as('finance');
  const second = await app.as('admin');
  await mustSucceed(finance.post('/api/settlements', { month: '2026-06' }));
  await mustSucceed(finance.post('/api/statements/issue', { month: '2026-06' }));
  const { rows } = await sql<{
    id: number;
  }>`select id from statement where month = '2026-06' and payable_fen > 0
    and anchor_id in (${anchorId}, ${await idOfOther(testDb, anchorId)})`.execute(testDb.ownerDb);
  for (const { id: statementId } of rows) {
    const { id } = await mustSucceed(finance.post('/api/payouts', { statementId }));
    await mustSucceed(second.post(`/api/payouts/${id}/approve`));
  }
}

async function mustSucceed(sent: Promise<Response>): Promise<{ id: number }> {
  const response = await sent;
  if (response.status !== 200)
    throw new Error(`the scene fails: ${response.status} ${await response.text()}`);
  return response.json() as Promise<{ id: number }>;
}

/** What others got of any line, what they were paid, and the planted rates and fees; small amounts could be anything. */
async function readSecretAmounts({ ownerDb }: TestDb, anchorId: number): Promise<Set<string>> {
  const { rows } = await sql<{ amountFen: number }>`
    select amount_fen as "amountFen" from settlement_part p join party y on y.id = p.party_id
     where y.anchor_id is distinct from ${anchorId} and p.line_id in (${OWN_LINE}, ${OTHERS_LINE})
    union select unnest(array[earned_fen, payable_fen]) from statement where anchor_id <> ${anchorId} and month = '2026-06'`.execute(
    ownerDb,
  );
  const amounts = rows.map(({ amountFen }) => Math.abs(amountFen)).filter((amount) => amount >= 10_000);
  if (amounts.length < 5) throw new Error('the scene has too few amounts to look for');
  const planted = ['871234567', '871234599', '987654301', '7313', '7317', '8317'];
  return new Set([...amounts.flatMap((amount) => [String(amount), formatYuan(amount)]), ...planted]);
}

/** Ids by the resource a path begins with; the second parameter of a path has a name of its own. */
async function readIds({ ownerDb }: TestDb, anchorId: number): Promise<Ids> {
  const ids: Ids = { own: {}, others: {} };
  const gather = async (resource: string, own: ReturnType<typeof sql>, others: ReturnType<typeof sql>) => {
    ids.own[resource] = await firstIds(ownerDb, own);
    ids.others[resource] = await firstIds(ownerDb, others);
    if (ids.others[resource].length === 0) throw new Error(`the scene has no ${resource} of others`);
  };
  const byAnchor = (table: string) =>
    [
      sql`select id from ${sql.table(table)} where anchor_id = ${anchorId} order by id desc`,
      sql`select id from ${sql.table(table)} where anchor_id <> ${anchorId} order by id desc`,
    ] as const;
  for (const table of ['statement', 'payout', 'stream', 'contract'])
    await gather(`${table}s`, ...byAnchor(table));
  for (const table of ['brand', 'product', 'deal'])
    await gather(
      `${table}s`,
      sql`select id from ${sql.table(table)} where false`,
      sql`select id from ${sql.table(table)}`,
    );
  await gather(
    'anchors',
    sql`select ${anchorId}::int as id`,
    sql`select id from anchor where id <> ${anchorId}`,
  );
  await gather(
    'orders',
    sql`select id from order_line where anchor_id = ${anchorId}`,
    sql`select id from order_line where anchor_id <> ${anchorId}`,
  );
  await gather(
    'users',
    sql`select id from app_user where anchor_id = ${anchorId}`,
    sql`select id from app_user where anchor_id is null`,
  );
  await gather(
    'sessions',
    sql`select id from login_session where false`,
    sql`select id from login_session where user_id in (select id from app_user where anchor_id is null)`,
  );
  await gather('imports', sql`select id from order_import where false`, sql`select id from order_import`);
  await gather('import-mappings', sql`select id from import_mapping where false`, sql`select 1 as id`);
  await gather(
    'settlement-lines',
    sql`select ${OWN_LINE}::bigint as id`,
    sql`select ${OTHERS_LINE}::bigint as id`,
  );
  await gather(
    'versionId',
    sql`select v.id from contract_version v join contract c on c.id = v.contract_id where c.anchor_id = ${anchorId}`,
    sql`select v.id from contract_version v join contract c on c.id = v.contract_id where c.anchor_id <> ${anchorId}`,
  );
  return ids;
}

async function firstIds(db: TestDb['ownerDb'], query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(db);
  return (rows as { id: number | string }[]).slice(0, 3).map(({ id }) => String(id));
}

async function idOf({ ownerDb }: TestDb, name: string): Promise<number> {
  return (await ownerDb.selectFrom('anchor').select('id').where('name', '=', name).executeTakeFirstOrThrow())
    .id;
}

async function idOfOther({ ownerDb }: TestDb, anchorId: number): Promise<number> {
  const other = ownerDb.selectFrom('anchor').select('id').where('id', '<>', anchorId).orderBy('id');
  return (await other.executeTakeFirstOrThrow()).id;
}
