import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { Point } from './sample-seals.ts';

export type PhotoOutcome = 'no_difference' | 'different' | 'cannot_compare' | 'retake';
export interface PhotoBox {
  x: number;
  y: number;
  width: number;
  height: number;
  kind: string;
}

export interface PhotoComparisonRow {
  id: number;
  state: 'queued' | 'running' | 'done' | 'failed';
  outcome: PhotoOutcome | null;
  boxes: PhotoBox[];
  reason: string | null;
  score: number | null;
  sharpness: number | null;
  inliers: number | null;
  homography: number[] | null;
  thresholds: Record<string, unknown> | null;
  engineVersion: string | null;
  tookMs: number | null;
  failureCode: string | null;
  sealedPhotoId: number;
  sealedFaceId: number;
  finishedAt: string | null;
}

/** What the machine found in one face, with what it went by. */
export interface PhotoResult {
  outcome: PhotoOutcome;
  boxes: PhotoBox[];
  reason: string | null;
  score: number | null;
  sharpness: number | null;
  inliers: number | null;
  /** From the sealed photo's upright pixels to the shipped one's: nine numbers, row by row. */
  homography: number[] | null;
  thresholds: Record<string, unknown>;
  engineVersion: string;
  tookMs: number;
}

export async function insertPhotoComparison(
  trx: Trx,
  of: { unitPhotoId: number; sealedFaceId: number; requestedBy: string | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('photo_comparison')
    .values({
      unit_photo_id: of.unitPhotoId,
      sealed_face_id: of.sealedFaceId,
      requested_by: of.requestedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What is compared: two files, the marks on the sealed one, and where the result belongs. */
export interface ComparisonTask {
  id: number;
  state: PhotoComparisonRow['state'];
  attempts: number;
  unitId: number;
  inspectionId: number;
  face: string;
  isLatest: boolean;
  sealedSha256: string;
  shippedSha256: string;
  outline: Point[];
  variableZones: Point[][];
}

/** The task, held until the transaction ends. */
export async function holdComparison(trx: Trx, id: number): Promise<ComparisonTask | undefined> {
  const { rows } = await sql<ComparisonTask>`
    select c.id, c.state, c.attempts, x.unit_id as "unitId", u.inspection_id as "inspectionId", x.face,
      not exists (select from inspection_unit_photo y where y.unit_id = x.unit_id and y.face = x.face and y.id > x.id) as "isLatest",
      f.photo_sha256 as "sealedSha256", x.photo_sha256 as "shippedSha256", f.outline, f.variable_zones as "variableZones"
      from photo_comparison c join inspection_unit_photo x on x.id = c.unit_photo_id
      join inspection_unit u on u.id = x.unit_id join sample_face f on f.id = c.sealed_face_id
     where c.id = ${id} for update of c`.execute(trx);
  return rows[0];
}

export async function markComparing(trx: Trx, id: number): Promise<void> {
  await trx
    .updateTable('photo_comparison')
    .set({ state: 'running', attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .execute();
}

export async function keepComparison(trx: Trx, id: number, result: PhotoResult): Promise<void> {
  await trx
    .updateTable('photo_comparison')
    .set({
      state: 'done',
      outcome: result.outcome,
      boxes: JSON.stringify(result.boxes),
      reason: result.reason,
      score: result.score,
      sharpness: result.sharpness,
      inliers: result.inliers,
      homography: result.homography && JSON.stringify(result.homography),
      thresholds: JSON.stringify(result.thresholds),
      engine_version: result.engineVersion,
      took_ms: Math.round(result.tookMs),
      finished_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute();
}

export async function failComparison(trx: Trx, id: number, failureCode: string): Promise<void> {
  await trx
    .updateTable('photo_comparison')
    .set({ state: 'failed', failure_code: failureCode, finished_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

/** The latest comparison of the photo `x`, as JSON. */
export const comparisonAsJson = sql`select jsonb_build_object(
    'id', c.id, 'state', c.state, 'outcome', c.outcome, 'boxes', coalesce(c.boxes, '[]'), 'reason', c.reason, 'score', c.score,
    'sharpness', c.sharpness, 'inliers', c.inliers, 'homography', c.homography, 'thresholds', c.thresholds, 'engineVersion', c.engine_version,
    'tookMs', c.took_ms, 'failureCode', c.failure_code, 'sealedPhotoId', f.photo_id, 'sealedFaceId', f.id, 'finishedAt', c.finished_at)
  from photo_comparison c join sample_face f on f.id = c.sealed_face_id where c.unit_photo_id = x.id order by c.id desc limit 1`;
