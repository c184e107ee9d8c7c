import { type RawBuilder, sql } from 'kysely';
import type { SampleStage } from '../../api/domain/inspection/sample-life.ts';
import type { Trx } from '../connect.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export type SealState = 'none' | 'waiting_witness' | 'sealed' | 'superseded';

export interface SampleRow {
  id: number;
  productId: number;
  productName: string;
  brandId: number | null;
  brandName: string | null;
  anchorId: number | null;
  anchorName: string | null;
  stage: SampleStage;
  pieces: number;
  piecesReturned: number;
  isLoan: boolean;
  loanDays: number;
  isValuable: boolean;
  valueFen: number | null;
  purpose: string | null;
  carrier: string | null;
  trackingNo: string | null;
  requestedById: string | null;
  requestedByName: string | null;
  requestedOn: string;
  receivedOn: string | null;
  extensions: number[];
  sealState: SealState;
  sealedById: string | null;
  sealNumber: string | null;
  hasOpenCase: boolean;
  today: string;
  rowVersion: number;
  createdAt: string;
}

export type StepName =
  | 'request'
  | 'approve'
  | 'decline'
  | 'send'
  | 'receive'
  | 'extend'
  | 'seal'
  | 'unseal'
  | 'witness'
  | 'keep'
  | 'return'
  | 'convert'
  | 'lose'
  | 'supersede';

export interface StepRow {
  id: number;
  step: StepName;
  fromStage: string | null;
  toStage: string;
  pieces: number | null;
  days: number | null;
  note: string | null;
  actorName: string | null;
  at: string;
}

export interface SampleFilter {
  q?: string;
  anchorId?: number;
  productId?: number;
  brandId?: number;
  stage?: SampleStage;
  sealState?: SealState;
  isOverdue?: boolean;
  id?: number[];
}

export const SAMPLE_SORTS = ['id', 'requestedOn', 'receivedOn', 'stage', 'productName'] as const;

const today = sql<string>`(now() at time zone 'Asia/Shanghai')::date`;
const extended = sql`coalesce((select sum(x.days) from sample_step x where x.sample_id = s.id and x.step = 'extend'), 0)`;
// The same sentence as `isOverdue` of the rules, for a list that is filtered by it.
const isOverdue = sql<boolean>`coalesce(s.is_loan and s.stage in ('received', 'sealed', 'kept')
  and ${today} > s.received_on + s.loan_days + ${extended}::int, false)`;
const sealState = sql<SealState>`case when e.sample_id is null then 'none' when e.witnessed_at is null then 'waiting_witness'
  when e.superseded_by is null then 'sealed' else 'superseded' end`;

const sorts = {
  id: sql.ref('s.id'),
  requestedOn: sql.ref('s.requested_on'),
  receivedOn: sql.ref('s.received_on'),
  stage: sql.ref('s.stage'),
  productName: byName('p.name'),
};

export async function listSamples(
  trx: Trx,
  query: PageRequest<(typeof SAMPLE_SORTS)[number]> & { filter: SampleFilter },
): Promise<Page<SampleRow>> {
  const { q, anchorId, productId, brandId, stage, id, ...state } = query.filter;
  const samples = selectSamples(trx)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or(
          ['p.name', 'b.name', 'a.name', 's.tracking_no', 'e.seal_number'].map((one) => contains(one, q!)),
        ),
      ),
    )
    .$if(anchorId !== undefined, (qb) => qb.where('s.anchor_id', '=', anchorId!))
    .$if(productId !== undefined, (qb) => qb.where('s.product_id', '=', productId!))
    .$if(brandId !== undefined, (qb) => qb.where('p.brand_id', '=', brandId!))
    .$if(stage !== undefined, (qb) => qb.where('s.stage', '=', stage!))
    .$if(state.sealState !== undefined, (qb) => qb.where(sealState, '=', state.sealState!))
    .$if(state.isOverdue !== undefined, (qb) => qb.where(isOverdue, '=', state.isOverdue!))
    .$if(id !== undefined, (qb) => qb.where('s.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('s.id', query.sort.order);
  return readPage(samples, query);
}

export function readSample(trx: Trx, id: number): Promise<SampleRow | undefined> {
  return selectSamples(trx).where('s.id', '=', id).executeTakeFirst();
}

export async function listSteps(trx: Trx, sampleId: number): Promise<StepRow[]> {
  return trx
    .selectFrom('sample_step as s')
    .leftJoin('app_user as u', 'u.id', 's.actor_id')
    .select(['s.id', 's.step', 's.from_stage as fromStage', 's.to_stage as toStage', 's.pieces', 's.days'])
    .select(['s.note', 'u.name as actorName', 's.at'])
    .where('s.sample_id', '=', sampleId)
    .orderBy('s.id')
    .$castTo<StepRow>()
    .execute();
}

export interface SampleValues {
  productId: number;
  anchorId: number | null;
  pieces: number;
  isLoan: boolean;
  loanDays: number;
  isValuable: boolean;
  valueFen: number | null;
  purpose: string | null;
}

export async function insertSample(
  trx: Trx,
  values: SampleValues,
  requested: { by: string | null; on: string },
): Promise<number> {
  const { id } = await trx
    .insertInto('sample')
    .values({
      product_id: values.productId,
      anchor_id: values.anchorId,
      pieces: values.pieces,
      is_loan: values.isLoan,
      loan_days: values.loanDays,
      is_valuable: values.isValuable,
      value_fen: values.valueFen,
      purpose: values.purpose,
      requested_by: requested.by,
      requested_on: requested.on,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertStep(
  trx: Trx,
  step: {
    sampleId: number;
    step: StepName;
    fromStage: SampleStage | null;
    toStage: SampleStage;
    pieces?: number;
    days?: number;
    note?: string;
    actorId: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('sample_step')
    .values({
      sample_id: step.sampleId,
      step: step.step,
      from_stage: step.fromStage,
      to_stage: step.toStage,
      pieces: step.pieces,
      days: step.days,
      note: step.note,
      actor_id: step.actorId,
    })
    .execute();
}

export async function updateSample(
  trx: Trx,
  id: number,
  values: {
    stage: SampleStage;
    piecesReturned?: number;
    carrier?: string;
    trackingNo?: string;
    receivedOn?: string;
  },
): Promise<void> {
  await trx
    .updateTable('sample')
    .set({
      stage: values.stage,
      row_version: sql`row_version + 1`,
      ...(values.piecesReturned !== undefined && { pieces_returned: values.piecesReturned }),
      ...(values.carrier !== undefined && { carrier: values.carrier }),
      ...(values.trackingNo !== undefined && { tracking_no: values.trackingNo }),
      ...(values.receivedOn !== undefined && { received_on: values.receivedOn }),
    })
    .where('id', '=', id)
    .execute();
}

/** Requests of one anchor are answered one at a time: a quota counts what is there. */
export async function lockRequests(trx: Trx, anchorId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast.sample'), ${anchorId})`.execute(trx);
}

export interface RequestSurvey {
  today: string;
  anchorStatus: string | undefined;
  isProductOffered: boolean;
  earlier: { anchorId: number; productId: number; requestedOn: string; stage: SampleStage }[];
  overdue: number;
}

/** What decides on a request of this anchor for this product. */
export async function surveyRequest(trx: Trx, anchorId: number, productId: number): Promise<RequestSurvey> {
  const { rows } = await sql<Omit<RequestSurvey, 'earlier'>>`
    select ${today}::text as today, (select status from anchor where id = ${anchorId}) as "anchorStatus",
      exists (select from offered_product where product_id = ${productId}) as "isProductOffered",
      (select count(*)::int from sample s where s.anchor_id = ${anchorId} and ${isOverdue}) as overdue`.execute(
    trx,
  );
  const earlier = await trx
    .selectFrom('sample')
    .select(['product_id as productId', 'requested_on as requestedOn', 'stage'])
    .where('anchor_id', '=', anchorId)
    .$castTo<{ productId: number; requestedOn: string; stage: SampleStage }>()
    .execute();
  return { ...rows[0]!, earlier: earlier.map((one) => ({ ...one, anchorId })) };
}

export interface OfferedProduct {
  id: number;
  name: string;
  spec: string | null;
  brandName: string | null;
}

export const OFFERED_SORTS = ['name', 'id'] as const;

/** Goods that may be asked for now. */
export async function listOffered(
  trx: Trx,
  query: PageRequest<(typeof OFFERED_SORTS)[number]> & { filter: { q?: string; id?: number[] } },
): Promise<Page<OfferedProduct>> {
  const { q, id } = query.filter;
  const offered = trx
    .selectFrom('product as p')
    .leftJoin('brand as b', 'b.id', 'p.brand_id')
    .select(['p.id as id', 'p.name as name', 'p.spec as spec', 'b.name as brandName'])
    .where(sql<boolean>`p.id in (select product_id from offered_product)`)
    .where('p.status', '=', 'active')
    .$if(q !== undefined, (qb) => qb.where((eb) => eb.or([contains('p.name', q!), contains('b.name', q!)])))
    .$if(id !== undefined, (qb) => qb.where('p.id', 'in', id!))
    .orderBy(query.sort.field === 'name' ? byName('p.name') : sql.ref('p.id'), inOrder(query.sort.order));
  return readPage(offered, query);
}

export interface SampleSettings {
  quota: number | null;
  loanDays: number | null;
}

export function readSampleSettings(trx: Trx): Promise<SampleSettings> {
  return trx
    .selectFrom('agency')
    .select(['sample_quota as quota', 'sample_loan_days as loanDays'])
    .executeTakeFirstOrThrow();
}

export async function updateSampleSettings(trx: Trx, { quota, loanDays }: SampleSettings): Promise<void> {
  await trx.updateTable('agency').set({ sample_quota: quota, sample_loan_days: loanDays }).execute();
}

function selectSamples(trx: Trx) {
  return trx
    .selectFrom('sample as s')
    .innerJoin('product as p', 'p.id', 's.product_id')
    .leftJoin('brand as b', 'b.id', 'p.brand_id')
    .leftJoin('anchor as a', 'a.id', 's.anchor_id')
    .leftJoin('app_user as u', 'u.id', 's.requested_by')
    .leftJoin('sample_seal as e', 'e.sample_id', 's.id')
    .select([
      's.id as id',
      's.product_id as productId',
      'p.name as productName',
      'p.brand_id as brandId',
      'b.name as brandName',
      's.anchor_id as anchorId',
      'a.name as anchorName',
      's.stage as stage',
      's.pieces as pieces',
      's.pieces_returned as piecesReturned',
      's.is_loan as isLoan',
      's.loan_days as loanDays',
      's.is_valuable as isValuable',
      's.value_fen as valueFen',
      's.purpose as purpose',
      's.carrier as carrier',
      's.tracking_no as trackingNo',
      's.requested_by as requestedById',
      'u.name as requestedByName',
      's.requested_on as requestedOn',
      's.received_on as receivedOn',
      sealState.as('sealState'),
      'e.sealed_by as sealedById',
      'e.seal_number as sealNumber',
      sql<boolean>`sample_has_open_case(s.id)`.as('hasOpenCase'),
      today.as('today'),
      's.row_version as rowVersion',
      's.created_at as createdAt',
    ])
    .select(extensionDays().as('extensions'))
    .$castTo<SampleRow>();
}

const extensionDays = (): RawBuilder<number[]> =>
  sql<
    number[]
  >`coalesce((select jsonb_agg(x.days order by x.id) from sample_step x where x.sample_id = s.id and x.step = 'extend'), '[]')`;
