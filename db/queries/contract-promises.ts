import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Trx } from '../connect.ts';
import { contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export type PromiseKind =
  | 'traffic'
  | 'training'
  | 'guarantee'
  | 'streams'
  | 'days_off'
  | 'equipment'
  | 'other';

export interface PromiseValues {
  contractId: number;
  versionId: number;
  clauseNo: string | null;
  kind: PromiseKind;
  title: string;
  target: number | null;
  unit: string | null;
  cadence: 'once' | 'monthly';
  startsOn: string;
  endsOn: string | null;
  note: string | null;
}

export interface PromiseRow extends Omit<PromiseValues, 'note'> {
  id: number;
  contractNo: string;
  anchorId: number;
  anchorName: string;
  versionNo: number;
  rowVersion: number;
  /** Missing when the reader is an anchor. */
  note?: string | null;
  evidence: EvidenceRow[];
}

export interface EvidenceRow {
  id: number;
  dueOn: string;
  delivered: number;
  note: string;
  documentId: number | null;
  recordedByName: string | null;
  recordedAt: string;
  objection: string | null;
}

export interface PromiseFilter {
  q?: string;
  contractId?: number;
  anchorId?: number;
  kind?: PromiseKind;
  id?: number[];
}

export const PROMISE_SORTS = ['id', 'startsOn', 'kind', 'title'] as const;
const sorts = {
  id: sql.ref('p.id'),
  startsOn: sql.ref('p.starts_on'),
  kind: sql.ref('p.kind'),
  title: sql.ref('p.title'),
};

interface PromiseReader {
  seesInternals: boolean;
}

export async function listPromises(
  trx: Trx,
  query: PageRequest<(typeof PROMISE_SORTS)[number]> & { filter: PromiseFilter },
  reader: PromiseReader,
): Promise<Page<PromiseRow>> {
  const promises = filtered(trx, query.filter, reader)
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('p.id', query.sort.order);
  return readPage(promises.$castTo<PromiseRow>(), query);
}

/** Every promise the filter meets: what a score is reckoned from. */
export function readPromises(trx: Trx, filter: PromiseFilter, reader: PromiseReader): Promise<PromiseRow[]> {
  return filtered(trx, filter, reader).orderBy('p.id').$castTo<PromiseRow>().execute();
}

export async function readPromise(
  trx: Trx,
  id: number,
  reader: PromiseReader,
): Promise<PromiseRow | undefined> {
  return (await readPromises(trx, { id: [id] }, reader))[0];
}

export async function insertPromise(
  trx: Trx,
  values: PromiseValues,
  createdBy: string | null,
): Promise<number> {
  const { id } = await trx
    .insertInto('contract_promise')
    .values({ ...toColumns(values), created_by: createdBy })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePromise(trx: Trx, id: number, values: PromiseValues): Promise<void> {
  await trx.updateTable('contract_promise').set(toColumns(values)).where('id', '=', id).execute();
}

export async function insertEvidence(
  trx: Trx,
  evidence: {
    promiseId: number;
    dueOn: string;
    delivered: number;
    note: string;
    documentId: number | null;
    recordedBy: string | null;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('contract_promise_evidence')
    .values({
      promise_id: evidence.promiseId,
      due_on: evidence.dueOn,
      delivered: evidence.delivered,
      note: evidence.note,
      document_id: evidence.documentId,
      recorded_by: evidence.recordedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertObjection(
  trx: Trx,
  objection: { evidenceId: number; reason: string; objectedBy: string },
): Promise<void> {
  await trx
    .insertInto('contract_promise_objection')
    .values({
      evidence_id: objection.evidenceId,
      reason: objection.reason,
      objected_by: objection.objectedBy,
    })
    .execute();
}

function filtered(trx: Trx, { q, contractId, anchorId, kind, id }: PromiseFilter, reader: PromiseReader) {
  return selectPromises(trx, reader)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) => eb.or([contains('p.title', q!), contains('c.no', q!), contains('a.name', q!)])),
    )
    .$if(contractId !== undefined, (qb) => qb.where('c.id', '=', contractId!))
    .$if(anchorId !== undefined, (qb) => qb.where('c.anchor_id', '=', anchorId!))
    .$if(kind !== undefined, (qb) => qb.where('p.kind', '=', kind!))
    .$if(id !== undefined, (qb) => qb.where('p.id', 'in', id!));
}

function selectPromises(trx: Trx, { seesInternals }: PromiseReader) {
  return trx
    .selectFrom('contract_promise as p')
    .innerJoin('contract as c', 'c.id', 'p.contract_id')
    .innerJoin('contract_version as v', 'v.id', 'p.contract_version_id')
    .innerJoin('anchor as a', 'a.id', 'c.anchor_id')
    .select((eb) => [
      'p.id as id',
      'p.contract_id as contractId',
      'c.no as contractNo',
      'c.anchor_id as anchorId',
      'a.name as anchorName',
      'p.contract_version_id as versionId',
      'v.version_no as versionNo',
      'p.clause_no as clauseNo',
      'p.kind as kind',
      'p.title as title',
      'p.target as target',
      'p.unit as unit',
      'p.cadence as cadence',
      'p.starts_on as startsOn',
      'p.ends_on as endsOn',
      'p.row_version as rowVersion',
      jsonArrayFrom(
        eb
          .selectFrom('contract_promise_evidence as e')
          .leftJoin('contract_promise_objection as o', 'o.evidence_id', 'e.id')
          .leftJoin('app_user as u', 'u.id', 'e.recorded_by')
          .whereRef('e.promise_id', '=', 'p.id')
          .select([
            'e.id',
            'e.due_on as dueOn',
            'e.delivered',
            'e.note',
            'e.document_id as documentId',
            'u.name as recordedByName',
            'e.recorded_at as recordedAt',
            'o.reason as objection',
          ])
          .orderBy('e.id'),
      ).as('evidence'),
    ])
    .$if(seesInternals, (qb) => qb.select('p.note as note'));
}

const toColumns = (values: PromiseValues) => ({
  contract_id: values.contractId,
  contract_version_id: values.versionId,
  clause_no: values.clauseNo,
  kind: values.kind,
  title: values.title,
  target: values.target,
  unit: values.unit,
  cadence: values.cadence,
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  note: values.note,
});
