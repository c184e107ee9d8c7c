import { sql } from 'kysely';
import { formatYuan } from '../api/domain/money.ts';
import type { TestDb } from './test-db.ts';

/** Every planted text holds this word. */
export const SECRET_WORD = 'canary';

/** Another anchor's, in which 小鹿 has a part: her statement names it, by number and title, as what that part rests on. */
const CONTRACT_THAT_PAYS_TOO = 'MC-2026-004';

/** Ids by the resource a path begins with: the anchor's own, and those of others. */
export interface Ids {
  own: Record<string, string[]>;
  others: Record<string, string[]>;
}

/** Names, terms and notes of everybody else, and of the office about this anchor. */
export async function plantWords({ ownerDb }: TestDb, anchorId: number): Promise<void> {
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
    sql`update sample set purpose = 'canary-purpose-' || id, tracking_no = 'canary-parcel-' || id where anchor_id is distinct from ${anchorId}`,
    sql`update app_user set email = 'canary-' || email where anchor_id is distinct from ${anchorId}`,
    ...wall('enable'),
  ])
    await statement.execute(ownerDb);
}

/** The statements of a month with something to pay, of these anchors. */
export async function listPayable(
  { ownerDb }: TestDb,
  month: string,
  anchorIds: number[],
): Promise<number[]> {
  const payable = ownerDb
    .selectFrom('statement')
    .select('id')
    .where('month', '=', month)
    .where('payable_fen', '>', 0);
  return (await payable.where('anchor_id', 'in', anchorIds).execute()).map(({ id }) => id);
}

/** What others got of any line, what they were paid, and the planted rates and fees; small amounts could be anything. */
export async function readSecretAmounts(
  { ownerDb }: TestDb,
  anchorId: number,
  lines: { own: number; others: number },
): Promise<Set<string>> {
  const { rows } = await sql<{ amountFen: number }>`
    select amount_fen as "amountFen" from settlement_part p join party y on y.id = p.party_id
     where y.anchor_id is distinct from ${anchorId} and p.line_id in (${lines.own}, ${lines.others})
    union select unnest(array[earned_fen, payable_fen]) from statement where anchor_id <> ${anchorId} and month = '2026-06'`.execute(
    ownerDb,
  );
  const amounts = rows.map(({ amountFen }) => Math.abs(amountFen)).filter((amount) => amount >= 10_000);
  if (amounts.length < 5) throw new Error('the scene has too few amounts to look for');
  const planted = ['871234567', '871234599', '987654301', '7313', '7317', '8317'];
  return new Set([...amounts.flatMap((amount) => [String(amount), formatYuan(amount)]), ...planted]);
}

/** Ids by the resource a path begins with; the second parameter of a path has a name of its own. */
export async function readIds(
  { ownerDb }: TestDb,
  anchorId: number,
  lines: { own: number; others: number },
): Promise<Ids> {
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
    sql`select ${lines.own}::bigint as id`,
    sql`select ${lines.others}::bigint as id`,
  );
  await gather(
    'versionId',
    sql`select v.id from contract_version v join contract c on c.id = v.contract_id where c.anchor_id = ${anchorId} order by v.sent_at desc nulls last`,
    sql`select v.id from contract_version v join contract c on c.id = v.contract_id where c.anchor_id <> ${anchorId}`,
  );
  await gatherContractIds(gather, anchorId);
  await gather('samples', ...byAnchor('sample'));
  const none = sql`select 1 as id where false`;
  for (const table of ['photo', 'inspection', 'inspection_unit', 'inspection_difference'])
    await gather(
      `${table.replace('_', '-')}s`,
      none,
      sql`select id from ${sql.table(table)} order by id desc`,
    );
  return ids;
}

/** Papers, findings, remarks and promises hang on a contract; the second version of a comparison has a name of its own. */
async function gatherContractIds(
  gather: (resource: string, own: ReturnType<typeof sql>, others: ReturnType<typeof sql>) => Promise<void>,
  anchorId: number,
): Promise<void> {
  const isOwn = sql`c.anchor_id = ${anchorId} and v.sent_at is not null`;
  const ofVersion = (column: string) =>
    sql`contract_version v join contract c on c.id = v.contract_id join ${sql.table(column)} x`;
  const both = (source: ReturnType<typeof sql>) =>
    [
      sql`select x.id from ${source} where ${isOwn} order by x.id desc`,
      sql`select x.id from ${source} where not (${isOwn}) order by x.id desc`,
    ] as const;
  await gather('contract-documents', ...both(sql`${ofVersion('contract_document')} on x.id = v.document_id`));
  await gather(
    'contract-findings',
    ...both(
      sql`${ofVersion('contract_finding')} on x.contract_version_id = v.id and (x.state <> 'dismissed' or c.anchor_id <> ${anchorId})`,
    ),
  );
  await gather(
    'contract-remarks',
    ...both(sql`${ofVersion('contract_remark')} on x.contract_version_id = v.id`),
  );
  await gather(
    'contract-promises',
    ...both(sql`${ofVersion('contract_promise')} on x.contract_version_id = v.id`),
  );
  await gather('otherId', ...both(sql`${ofVersion('contract_version')} on x.id = v.id`));
}

async function firstIds(db: TestDb['ownerDb'], query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(db);
  return (rows as { id: number | string }[]).slice(0, 3).map(({ id }) => String(id));
}

export async function idOf({ ownerDb }: TestDb, name: string): Promise<number> {
  return (await ownerDb.selectFrom('anchor').select('id').where('name', '=', name).executeTakeFirstOrThrow())
    .id;
}

export async function idOfOther({ ownerDb }: TestDb, anchorId: number): Promise<number> {
  const other = ownerDb.selectFrom('anchor').select('id').where('id', '<>', anchorId).orderBy('id');
  return (await other.executeTakeFirstOrThrow()).id;
}
