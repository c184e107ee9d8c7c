import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Criticality, PartChange } from '../../api/domain/inspection/comparison.ts';
import type { DifferenceState } from '../../api/domain/inspection/inspection-life.ts';
import type { Trx } from '../connect.ts';

export interface DifferenceValues {
  origin: 'attribute' | 'barcode' | 'photo';
  attribute: string | null;
  face: string | null;
  photoComparisonId: number | null;
  outcome: 'different' | 'cannot_compare';
  /** A finding code, or `photo_differs`, `photo_cannot_compare`, `photo_retake`. */
  code: string;
  values: Record<string, string>;
  parts: readonly PartChange[] | null;
  box: { x: number; y: number; width: number; height: number } | null;
  sealed: string | null;
  shipped: string | null;
  criticality: Criticality | null;
}

export interface DecisionRow {
  id: number;
  kind: 'uphold' | 'dismiss' | 'reopen';
  criticality: Criticality | null;
  reason: string;
  decidedByName: string | null;
  decidedAt: string;
}

export interface DifferenceRow extends DifferenceValues {
  id: number;
  unitId: number;
  unitNo: number;
  inspectionId: number;
  state: DifferenceState;
  decidedCriticality: Criticality | null;
  decisions: DecisionRow[];
}

/** Differences of an inspection or of one unit, without those that were replaced. */
export function listDifferences(
  trx: Trx,
  of: { inspectionId: number } | { unitId: number },
): Promise<DifferenceRow[]> {
  return selectDifferences(trx)
    .$if('unitId' in of, (qb) => qb.where('d.unit_id', '=', (of as { unitId: number }).unitId))
    .$if('inspectionId' in of, (qb) =>
      qb.where('u.inspection_id', '=', (of as { inspectionId: number }).inspectionId),
    )
    .where('d.state', '<>', 'replaced')
    .orderBy('u.unit_no')
    .orderBy('d.id')
    .execute();
}

export function readDifference(trx: Trx, id: number): Promise<DifferenceRow | undefined> {
  return selectDifferences(trx).where('d.id', '=', id).executeTakeFirst();
}

export async function insertDifferences(
  trx: Trx,
  unitId: number,
  differences: readonly DifferenceValues[],
): Promise<void> {
  if (differences.length === 0) return;
  await trx
    .insertInto('inspection_difference')
    .values(
      differences.map((one) => ({
        unit_id: unitId,
        origin: one.origin,
        attribute: one.attribute,
        face: one.face,
        photo_comparison_id: one.photoComparisonId,
        outcome: one.outcome,
        code: one.code,
        values: JSON.stringify(one.values),
        parts: one.parts && JSON.stringify(one.parts),
        box: one.box && JSON.stringify(one.box),
        sealed: one.sealed,
        shipped: one.shipped,
        criticality: one.criticality,
      })),
    )
    .execute();
}

/** Takes rows out of the table of open ones; what was said of them stays to be read. */
export async function replaceDifferences(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('inspection_difference')
    .set({ state: 'replaced' })
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertDecision(
  trx: Trx,
  decision: {
    differenceId: number;
    kind: DecisionRow['kind'];
    criticality: Criticality | null;
    reason: string;
    seen: unknown;
    decidedBy: string;
  },
): Promise<void> {
  await trx
    .insertInto('inspection_decision')
    .values({
      difference_id: decision.differenceId,
      kind: decision.kind,
      criticality: decision.criticality,
      reason: decision.reason,
      seen: JSON.stringify(decision.seen),
      decided_by: decision.decidedBy,
    })
    .execute();
  const state = ({ uphold: 'upheld', dismiss: 'dismissed', reopen: 'open' } as const)[decision.kind];
  await trx
    .updateTable('inspection_difference')
    .set({ state, decided_criticality: decision.criticality })
    .where('id', '=', decision.differenceId)
    .execute();
}

/** What the machine said of a photo difference: kept with the decision a person makes on it. */
export async function readSeen(trx: Trx, comparisonId: number): Promise<unknown> {
  return trx
    .selectFrom('photo_comparison')
    .select(['outcome', 'score', 'sharpness', 'inliers', 'thresholds', 'engine_version as engineVersion'])
    .where('id', '=', comparisonId)
    .executeTakeFirstOrThrow();
}

export interface CriticalDifference {
  differenceId: number;
  unitId: number;
  unitNo: number;
  batch: string | null;
  attribute: string | null;
  face: string | null;
  origin: DifferenceValues['origin'];
  code: string;
  values: Record<string, string>;
  sealed: string | null;
  shipped: string | null;
  decidedAt: string;
  decidedBy: string;
}

/** Differences that a person upheld as critical: what a substitution case opens on. */
export async function listCriticalDifferences(trx: Trx, inspectionId: number): Promise<CriticalDifference[]> {
  const { rows } = await sql<CriticalDifference>`
    select d.id as "differenceId", u.id as "unitId", u.unit_no as "unitNo", u.batch, d.attribute, d.face, d.origin, d.code,
      d.values, d.sealed, d.shipped, k.decided_at as "decidedAt", k.decided_by as "decidedBy"
      from inspection_difference d join inspection_unit u on u.id = d.unit_id
      join lateral (select * from inspection_decision k where k.difference_id = d.id order by k.id desc limit 1) k on true
     where u.inspection_id = ${inspectionId} and d.state = 'upheld' and d.decided_criticality = 'critical'
     order by u.unit_no, d.id`.execute(trx);
  return rows;
}

function selectDifferences(trx: Trx) {
  return trx
    .selectFrom('inspection_difference as d')
    .innerJoin('inspection_unit as u', 'u.id', 'd.unit_id')
    .select((eb) => [
      'd.id as id',
      'd.unit_id as unitId',
      'u.unit_no as unitNo',
      'u.inspection_id as inspectionId',
      'd.origin as origin',
      'd.attribute as attribute',
      'd.face as face',
      'd.photo_comparison_id as photoComparisonId',
      'd.outcome as outcome',
      'd.code as code',
      'd.values as values',
      'd.parts as parts',
      'd.box as box',
      'd.sealed as sealed',
      'd.shipped as shipped',
      'd.criticality as criticality',
      'd.state as state',
      'd.decided_criticality as decidedCriticality',
      jsonArrayFrom(
        eb
          .selectFrom('inspection_decision as k')
          .leftJoin('app_user as p', 'p.id', 'k.decided_by')
          .whereRef('k.difference_id', '=', 'd.id')
          .select(['k.id', 'k.kind', 'k.criticality', 'k.reason', 'p.name as decidedByName'])
          .select('k.decided_at as decidedAt')
          .orderBy('k.id'),
      ).as('decisions'),
    ])
    .$castTo<DifferenceRow>();
}
