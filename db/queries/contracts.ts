import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { type ContractVersionRecord, selectVersions } from './contract-versions.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface ContractValues {
  no: string;
  anchorId: number;
  title: string;
  status: 'draft' | 'active' | 'ended';
  signedOn: string | null;
  startsOn: string;
  endsOn: string | null;
  note: string | null;
}

interface ContractBase extends Omit<ContractValues, 'note'> {
  id: number;
  anchorName: string;
  /** Missing when the reader is an anchor. */
  note?: string | null;
  rowVersion: number;
}

export interface ContractRow extends ContractBase {
  /** The version in force today and how many share rules it has; null when none is. */
  versionNo: number | null;
  ruleCount: number;
}

export interface ContractRecord extends ContractBase {
  versions: ContractVersionRecord[];
}

export interface ContractFilter {
  q?: string;
  anchorId?: number;
  status?: string;
  id?: number[];
}

export interface ContractReader {
  /** false for anchors: no notes, no drafts. Whose parts are seen is row-level security's. */
  seesInternals: boolean;
}

export const CONTRACT_SORTS = [
  'id',
  'no',
  'anchorName',
  'title',
  'status',
  'signedOn',
  'startsOn',
  'endsOn',
] as const;
export type ContractSort = (typeof CONTRACT_SORTS)[number];

const sorts = {
  id: sql.ref('c.id'),
  no: sql.ref('c.no'),
  anchorName: byName('a.name'),
  title: byName('c.title'),
  status: sql.ref('c.status'),
  signedOn: sql.ref('c.signed_on'),
  startsOn: sql.ref('c.starts_on'),
  endsOn: sql.ref('c.ends_on'),
};

export async function listContracts(
  trx: Trx,
  query: PageRequest<ContractSort> & { filter: ContractFilter },
  reader: ContractReader,
): Promise<Page<ContractRow>> {
  const { q, anchorId, status, id } = query.filter;
  const contracts = selectContracts(trx, reader)
    .leftJoin('contract_version as v', (join) =>
      join
        .onRef('v.contract_id', '=', 'c.id')
        .on('v.status', '<>', 'draft')
        .on(sql<boolean>`v.effective @> (now() at time zone 'Asia/Shanghai')::date`),
    )
    .select((eb) => [
      'v.version_no as versionNo',
      eb
        .selectFrom('share_rule as r')
        .whereRef('r.contract_version_id', '=', 'v.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('ruleCount'),
    ])
    .$if(q !== undefined, (qb) =>
      qb.where((eb) => eb.or([contains('c.no', q!), contains('c.title', q!), contains('a.name', q!)])),
    )
    .$if(anchorId !== undefined, (qb) => qb.where('c.anchor_id', '=', anchorId!))
    .$if(status !== undefined, (qb) => qb.where('c.status', '=', status!))
    .$if(id !== undefined, (qb) => qb.where('c.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('c.id', query.sort.order);
  return readPage(contracts.$castTo<ContractRow>(), query);
}

export function readContract(
  trx: Trx,
  id: number,
  reader: ContractReader,
): Promise<ContractRecord | undefined> {
  return selectContracts(trx, reader)
    .select((eb) => selectVersions(eb, reader).as('versions'))
    .where('c.id', '=', id)
    .$castTo<ContractRecord>()
    .executeTakeFirst();
}

export async function insertContract(trx: Trx, values: ContractValues): Promise<number> {
  const { id } = await trx
    .insertInto('contract')
    .values(toColumns(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateContractValues(trx: Trx, id: number, values: ContractValues): Promise<void> {
  await trx
    .updateTable('contract')
    .set({ ...toColumns(values), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** The contract is in force from now on. */
export async function markContractActive(trx: Trx, id: number): Promise<void> {
  await trx
    .updateTable('contract')
    .set({ status: 'active', updated_at: sql`now()`, row_version: sql`row_version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The anchor as a party of splits. */
export async function readAnchorPartyId(trx: Trx, anchorId: number): Promise<number | undefined> {
  const party = await trx
    .selectFrom('party')
    .select('id')
    .where('anchor_id', '=', anchorId)
    .executeTakeFirst();
  return party?.id;
}

function selectContracts(trx: Trx, { seesInternals }: ContractReader) {
  return trx
    .selectFrom('contract as c')
    .innerJoin('anchor as a', 'a.id', 'c.anchor_id')
    .select([
      'c.id as id',
      'c.no as no',
      'c.anchor_id as anchorId',
      'a.name as anchorName',
      'c.title as title',
      'c.status as status',
      'c.signed_on as signedOn',
      'c.starts_on as startsOn',
      'c.ends_on as endsOn',
      'c.row_version as rowVersion',
    ])
    .$if(seesInternals, (qb) => qb.select('c.note as note'));
}

const toColumns = ({ anchorId, signedOn, startsOn, endsOn, ...rest }: ContractValues) => ({
  ...rest,
  anchor_id: anchorId,
  signed_on: signedOn,
  starts_on: startsOn,
  ends_on: endsOn,
});
