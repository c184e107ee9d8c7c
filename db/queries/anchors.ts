import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Platform } from '../../api/domain/platform.ts';
import type { Trx } from '../connect.ts';
import { replaceChildren } from './children.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface AnchorValues {
  name: string;
  realName: string | null;
  tier: 'head' | 'waist' | 'tail';
  status: 'active' | 'paused' | 'left';
  managerUserId: string | null;
  teamId: number | null;
  phone: string | null;
  bornOn: string | null;
  joinedOn: string | null;
  note: string | null;
}

interface AnchorBase extends AnchorValues {
  id: number;
  managerName: string | null;
  rowVersion: number;
  createdAt: string;
}

export interface AnchorRow extends AnchorBase {
  accountCount: number;
  /** Number of a contract that is active; null when there is none. */
  activeContractNo: string | null;
}

export interface AnchorAccount {
  id: number;
  platform: Platform;
  externalId: string;
  nickname: string | null;
  binding: 'unbound' | 'pending' | 'bound';
}

/** The number itself never leaves: its last four digits do. */
export interface PayeeRow {
  kind: 'personal' | 'studio' | 'company';
  accountName: string;
  bankName: string;
  bankAccountTail: string;
}

export interface AnchorRecord extends AnchorBase {
  accounts: AnchorAccount[];
  payee: PayeeRow | null;
}

export interface AnchorFilter {
  q?: string;
  tier?: string;
  status?: string;
  managerUserId?: string;
  platform?: string;
  id?: number[];
}

export const ANCHOR_SORTS = ['id', 'name', 'tier', 'status', 'managerName', 'joinedOn', 'createdAt'] as const;
export type AnchorSort = (typeof ANCHOR_SORTS)[number];

const sorts = {
  id: sql.ref('a.id'),
  name: byName('a.name'),
  tier: sql`array_position(array['tail', 'waist', 'head'], a.tier)`,
  status: sql.ref('a.status'),
  managerName: byName('m.name'),
  joinedOn: sql.ref('a.joined_on'),
  createdAt: sql.ref('a.created_at'),
};

export async function listAnchors(
  trx: Trx,
  query: PageRequest<AnchorSort> & { filter: AnchorFilter },
): Promise<Page<AnchorRow>> {
  const { q, tier, status, managerUserId, platform, id } = query.filter;
  const anchors = selectAnchors(trx)
    .select((eb) => [
      eb
        .selectFrom('anchor_account as n')
        .whereRef('n.anchor_id', '=', 'a.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('accountCount'),
      eb
        .selectFrom('contract as c')
        .whereRef('c.anchor_id', '=', 'a.id')
        .where('c.status', '=', 'active')
        .select('c.no')
        .orderBy('c.id', 'desc')
        .limit(1)
        .as('activeContractNo'),
    ])
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          contains('a.name', q!),
          contains('a.real_name', q!),
          eb.exists(
            eb
              .selectFrom('anchor_account as s')
              .whereRef('s.anchor_id', '=', 'a.id')
              .where((s) => s.or([contains('s.nickname', q!), s('s.external_id', '=', q!)]))
              .select('s.id'),
          ),
        ]),
      ),
    )
    .$if(tier !== undefined, (qb) => qb.where('a.tier', '=', tier!))
    .$if(status !== undefined, (qb) => qb.where('a.status', '=', status!))
    .$if(managerUserId !== undefined, (qb) => qb.where('a.manager_user_id', '=', managerUserId!))
    .$if(platform !== undefined, (qb) =>
      qb.where((eb) =>
        eb(
          'a.id',
          'in',
          eb.selectFrom('anchor_account').select('anchor_id').where('platform', '=', platform!),
        ),
      ),
    )
    .$if(id !== undefined, (qb) => qb.where('a.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('a.id', query.sort.order)
    .$castTo<AnchorRow>();
  return readPage(anchors, query);
}

export function readAnchor(trx: Trx, id: number): Promise<AnchorRecord | undefined> {
  return selectAnchors(trx)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('anchor_account as n')
          .whereRef('n.anchor_id', '=', 'a.id')
          .select(['n.id', 'n.platform', 'n.external_id as externalId', 'n.nickname', 'n.binding'])
          .orderBy('n.id'),
      ).as('accounts'),
      jsonObjectFrom(
        eb
          .selectFrom('anchor_payee as p')
          .whereRef('p.anchor_id', '=', 'a.id')
          .select([
            'p.kind',
            'p.account_name as accountName',
            'p.bank_name as bankName',
            'p.bank_account_tail as bankAccountTail',
          ]),
      ).as('payee'),
    ])
    .where('a.id', '=', id)
    .$castTo<AnchorRecord>()
    .executeTakeFirst();
}

/** The anchor and its party: without one it could have no part in a split. */
export async function insertAnchor(trx: Trx, values: AnchorValues): Promise<number> {
  const { id } = await trx
    .insertInto('anchor')
    .values(toColumns(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.insertInto('party').values({ kind: 'anchor', name: values.name, anchor_id: id }).execute();
  return id;
}

/** Writes the anchor, and its name onto its party. */
export async function updateAnchorValues(trx: Trx, id: number, values: AnchorValues): Promise<void> {
  await trx
    .updateTable('anchor')
    .set({ ...toColumns(values), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
  await trx.updateTable('party').set({ name: values.name }).where('anchor_id', '=', id).execute();
}

/** Accounts with an id are changed, those without are added, the others go. */
export function replaceAccounts(
  trx: Trx,
  anchorId: number,
  accounts: readonly (Omit<AnchorAccount, 'id'> & { id?: number })[],
): Promise<void> {
  const of = {
    table: 'anchor_account',
    parentColumn: 'anchor_id',
    parentId: anchorId,
    field: 'accounts',
  } as const;
  return replaceChildren(
    trx,
    of,
    accounts.map(({ externalId, ...rest }) => ({ ...rest, external_id: externalId })),
  );
}

export async function writePayee(
  trx: Trx,
  anchorId: number,
  payee: PayeeRow & { bankAccountSealed: string },
): Promise<void> {
  const columns = {
    kind: payee.kind,
    account_name: payee.accountName,
    bank_name: payee.bankName,
    bank_account_sealed: payee.bankAccountSealed,
    bank_account_tail: payee.bankAccountTail,
  };
  await trx
    .insertInto('anchor_payee')
    .values({ ...columns, anchor_id: anchorId })
    .onConflict((conflict) =>
      conflict.column('anchor_id').doUpdateSet({ ...columns, updated_at: sql`now()` }),
    )
    .execute();
}

/** Whether this user can look after anchors: staff, not an anchor. */
export async function isStaff(trx: Trx, userId: string): Promise<boolean> {
  const user = await trx
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', userId)
    .where('role', '<>', 'anchor')
    .executeTakeFirst();
  return user !== undefined;
}

/** Today in China, by the database's clock: `2026-05-01`. */
export async function readToday(trx: Trx): Promise<string> {
  const { rows } = await sql<{
    today: string;
  }>`select (now() at time zone 'Asia/Shanghai')::date as today`.execute(trx);
  return rows[0]!.today;
}

function selectAnchors(trx: Trx) {
  return trx
    .selectFrom('anchor as a')
    .leftJoin('app_user as m', 'm.id', 'a.manager_user_id')
    .select([
      'a.id as id',
      'a.name as name',
      'a.real_name as realName',
      'a.tier as tier',
      'a.status as status',
      'a.manager_user_id as managerUserId',
      'm.name as managerName',
      'a.team_id as teamId',
      'a.phone as phone',
      'a.born_on as bornOn',
      'a.joined_on as joinedOn',
      'a.note as note',
      'a.row_version as rowVersion',
      'a.created_at as createdAt',
    ]);
}

const toColumns = ({ realName, managerUserId, teamId, bornOn, joinedOn, ...rest }: AnchorValues) => ({
  ...rest,
  real_name: realName,
  manager_user_id: managerUserId,
  team_id: teamId,
  born_on: bornOn,
  joined_on: joinedOn,
});
