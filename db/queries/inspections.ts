import { sql } from 'kysely';
import type { AttributeRule, Criticality } from '../../api/domain/inspection/comparison.ts';
import type { InspectionStatus } from '../../api/domain/inspection/inspection-life.ts';
import type { Category } from '../../api/domain/inspection/templates.ts';
import type { SamplingPlan } from '../../api/domain/sampling/plan.ts';
import type { Trx } from '../connect.ts';
import { contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export type ClosedVerdict = 'accepted' | 'rejected' | 'differences_found' | 'no_difference_found';

/** A unit in short, in the order drawn: its worst upheld difference, and what nobody decided yet. */
export interface Tally {
  unitNo: number;
  worst: Criticality | null;
  undecided: number;
}

export interface InspectionRow {
  id: number;
  kind: 'lot' | 'mystery';
  productId: number;
  productName: string;
  brandId: number | null;
  brandName: string | null;
  sampleId: number;
  sealedSha256: string;
  category: Category;
  rules: AttributeRule[];
  status: InspectionStatus;
  lotNo: string | null;
  lotSize: number | null;
  level: string | null;
  aqlMajor: string | null;
  aqlMinor: string | null;
  stage: SamplingPlan['stage'] | null;
  score: number | null;
  planMajor: SamplingPlan | null;
  planMinor: SamplingPlan | null;
  isResubmitted: boolean;
  orderNo: string | null;
  platform: string | null;
  boughtBy: string | null;
  boughtAt: string | null;
  receivedAt: string | null;
  paidFen: number | null;
  note: string | null;
  startedById: string | null;
  startedByName: string | null;
  startedAt: string;
  verdict: ClosedVerdict | null;
  closedByName: string | null;
  closedAt: string | null;
  closingNote: string | null;
  contentSha256: string | null;
  tallies: Tally[];
  comparing: number;
  rowVersion: number;
}

export interface InspectionFilter {
  q?: string;
  kind?: 'lot' | 'mystery';
  status?: InspectionStatus;
  productId?: number;
  brandId?: number;
  verdict?: ClosedVerdict;
  hasOpenRows?: boolean;
  id?: number[];
}

export const INSPECTION_SORTS = ['id', 'startedAt', 'closedAt'] as const;
const sorts = { id: sql.ref('i.id'), startedAt: sql.ref('i.started_at'), closedAt: sql.ref('i.closed_at') };

const openRows = sql<boolean>`exists (select from inspection_unit u join inspection_difference d on d.unit_id = u.id
  where u.inspection_id = i.id and d.state = 'open')`;

export async function listInspections(
  trx: Trx,
  query: PageRequest<(typeof INSPECTION_SORTS)[number]> & { filter: InspectionFilter },
): Promise<Page<InspectionRow>> {
  const { q, kind, status, productId, brandId, verdict, hasOpenRows, id } = query.filter;
  const inspections = selectInspections(trx)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or(['p.name', 'b.name', 'i.lot_no', 'i.order_no', 'i.bought_by'].map((one) => contains(one, q!))),
      ),
    )
    .$if(kind !== undefined, (qb) => qb.where('i.kind', '=', kind!))
    .$if(status !== undefined, (qb) => qb.where('i.status', '=', status!))
    .$if(productId !== undefined, (qb) => qb.where('i.product_id', '=', productId!))
    .$if(brandId !== undefined, (qb) => qb.where(sql`coalesce(i.brand_id, p.brand_id)`, '=', brandId!))
    .$if(verdict !== undefined, (qb) => qb.where('i.verdict', '=', verdict!))
    .$if(hasOpenRows !== undefined, (qb) => qb.where(openRows, '=', hasOpenRows!))
    .$if(id !== undefined, (qb) => qb.where('i.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('i.id', query.sort.order);
  return readPage(inspections, query);
}

export function readInspection(trx: Trx, id: number): Promise<InspectionRow | undefined> {
  return selectInspections(trx).where('i.id', '=', id).executeTakeFirst();
}

export interface InspectionStart {
  kind: 'lot' | 'mystery';
  productId: number;
  brandId: number | null;
  sampleId: number;
  sealedSha256: string;
  category: Category;
  rules: readonly AttributeRule[];
  note: string | null;
  lot?: {
    lotNo: string | null;
    lotSize: number;
    level: string;
    aqlMajor: string;
    aqlMinor: string;
    stage: SamplingPlan['stage'];
    score: number;
    planMajor: SamplingPlan;
    planMinor: SamplingPlan;
    isResubmitted: boolean;
  };
  order?: {
    orderNo: string;
    platform: string;
    boughtBy: string;
    boughtAt: string;
    receivedAt: string | null;
    paidFen: number | null;
  };
}

export async function insertInspection(
  trx: Trx,
  { lot, order, ...start }: InspectionStart,
  startedBy: string | null,
): Promise<number> {
  const { id } = await trx
    .insertInto('inspection')
    .values({
      kind: start.kind,
      product_id: start.productId,
      brand_id: start.brandId,
      sample_id: start.sampleId,
      sealed_sha256: start.sealedSha256,
      category: start.category,
      rules: JSON.stringify(start.rules),
      note: start.note,
      started_by: startedBy,
      ...(lot && {
        lot_no: lot.lotNo,
        lot_size: lot.lotSize,
        level: lot.level,
        aql_major: lot.aqlMajor,
        aql_minor: lot.aqlMinor,
        stage: lot.stage,
        score: lot.score,
        plan_major: JSON.stringify(lot.planMajor),
        plan_minor: JSON.stringify(lot.planMinor),
        is_resubmitted: lot.isResubmitted,
      }),
      ...(order && {
        order_no: order.orderNo,
        platform: order.platform,
        bought_by: order.boughtBy,
        bought_at: order.boughtAt,
        received_at: order.receivedAt,
        paid_fen: order.paidFen,
      }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends an inspection with its result and the hash of all that was found; from then on it stays. */
export async function endInspection(
  trx: Trx,
  id: number,
  end: {
    closedBy: string | null;
    closingNote: string | null;
    result: {
      verdict: ClosedVerdict;
      code: string;
      nonconformingMajor: number | null;
      content: string;
      contentSha256: string;
    } | null;
  },
): Promise<void> {
  const { result } = end;
  await trx
    .updateTable('inspection')
    .set({
      status: result ? 'closed' : 'withdrawn',
      closed_by: end.closedBy,
      closed_at: sql`clock_timestamp()`,
      closing_note: end.closingNote,
      ...(result && {
        verdict: result.verdict,
        verdict_code: result.code,
        nonconforming_major: result.nonconformingMajor,
        content: result.content,
        content_sha256: result.contentSha256,
      }),
    })
    .where('id', '=', id)
    .execute();
}

export interface CustodyRow {
  id: number;
  step: string;
  at: string;
  place: string;
  holder: string;
  note: string | null;
  photoId: number | null;
  recordedByName: string | null;
  recordedAt: string;
}

export async function listCustody(trx: Trx, inspectionId: number): Promise<CustodyRow[]> {
  return trx
    .selectFrom('inspection_custody as c')
    .leftJoin('app_user as u', 'u.id', 'c.recorded_by')
    .select(['c.id', 'c.step', 'c.at', 'c.place', 'c.holder', 'c.note', 'c.photo_id as photoId'])
    .select(['u.name as recordedByName', 'c.recorded_at as recordedAt'])
    .where('c.inspection_id', '=', inspectionId)
    .orderBy('c.id')
    .execute();
}

export async function insertCustody(
  trx: Trx,
  step: {
    inspectionId: number;
    step: string;
    at: string;
    place: string;
    holder: string;
    note: string | null;
    photoId: number | null;
    recordedBy: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('inspection_custody')
    .values({
      inspection_id: step.inspectionId,
      step: step.step,
      at: step.at,
      place: step.place,
      holder: step.holder,
      note: step.note,
      photo_id: step.photoId,
      recorded_by: step.recordedBy,
    })
    .execute();
}

/** Whether an instant lies before another one, and before now, by the database's clock. */
export async function compareInstants(
  trx: Trx,
  at: string,
  before: string | null,
): Promise<{ isFuture: boolean; isBefore: boolean }> {
  const { rows } = await sql<{ isFuture: boolean; isBefore: boolean }>`
    select ${at}::timestamptz > now() + interval '5 minutes' as "isFuture",
      coalesce(${at}::timestamptz < ${before}::timestamptz, false) as "isBefore"`.execute(trx);
  return rows[0]!;
}

const tallies = sql<Tally[]>`coalesce((select jsonb_agg(t order by t."unitNo") from (
  select u.unit_no as "unitNo",
    (array['critical', 'major', 'minor'])[min(array_position(array['critical', 'major', 'minor'], d.decided_criticality))
      filter (where d.state = 'upheld')] as worst,
    count(d.id) filter (where d.state = 'open') as undecided
    from inspection_unit u left join inspection_difference d on d.unit_id = u.id
   where u.inspection_id = i.id group by u.unit_no) t), '[]')`;

const comparing = sql<number>`(select count(*) from photo_comparison c join inspection_unit_photo x on x.id = c.unit_photo_id
  join inspection_unit u on u.id = x.unit_id where u.inspection_id = i.id and c.state in ('queued', 'running'))`;

function selectInspections(trx: Trx) {
  return trx
    .selectFrom('inspection as i')
    .innerJoin('product as p', 'p.id', 'i.product_id')
    .leftJoin('brand as b', 'b.id', 'p.brand_id')
    .leftJoin('app_user as s', 's.id', 'i.started_by')
    .leftJoin('app_user as e', 'e.id', 'i.closed_by')
    .select(['i.id as id', 'i.kind as kind', 'i.product_id as productId', 'p.name as productName'])
    .select(['b.id as brandId', 'b.name as brandName', 'i.sample_id as sampleId'])
    .select(['i.sealed_sha256 as sealedSha256', 'i.category as category', 'i.rules as rules'])
    .select(['i.status as status', 'i.lot_no as lotNo', 'i.lot_size as lotSize', 'i.level as level'])
    .select(['i.aql_major as aqlMajor', 'i.aql_minor as aqlMinor', 'i.stage as stage', 'i.score as score'])
    .select(['i.plan_major as planMajor', 'i.plan_minor as planMinor', 'i.is_resubmitted as isResubmitted'])
    .select(['i.order_no as orderNo', 'i.platform as platform', 'i.bought_by as boughtBy'])
    .select(['i.bought_at as boughtAt', 'i.received_at as receivedAt', 'i.paid_fen as paidFen'])
    .select(['i.note as note', 'i.started_by as startedById', 's.name as startedByName'])
    .select(['i.started_at as startedAt', 'i.verdict as verdict', 'e.name as closedByName'])
    .select(['i.closed_at as closedAt', 'i.closing_note as closingNote', 'i.content_sha256 as contentSha256'])
    .select(['i.row_version as rowVersion', tallies.as('tallies'), comparing.as('comparing')])
    .$castTo<InspectionRow>();
}
