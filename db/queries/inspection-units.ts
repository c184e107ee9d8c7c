import { sql } from 'kysely';
import type { Comparison } from '../../api/domain/inspection/compare-unit.ts';
import type { Attributes } from '../../api/domain/inspection/comparison.ts';
import type { Trx } from '../connect.ts';
import { comparisonAsJson, type PhotoComparisonRow } from './photo-comparisons.ts';

export interface UnitValues {
  batch: string | null;
  attributes: Attributes;
  barcode: string | null;
  barcodeSource: 'photo' | 'typed' | null;
  note: string | null;
  inspectedOn: string;
  comparison: readonly Comparison[];
}

export interface UnitPhotoRow {
  id: number;
  face: string;
  photoId: number;
  photoSha256: string;
  width: number;
  height: number;
  barcodes: { format: string; text: string }[];
  /** The latest photo of its face; older ones stay in the record. */
  isLatest: boolean;
  addedByName: string | null;
  addedAt: string;
  comparison: PhotoComparisonRow | null;
}

export interface UnitRow extends UnitValues {
  id: number;
  inspectionId: number;
  unitNo: number;
  recordedById: string | null;
  recordedByName: string | null;
  recordedAt: string;
  rowVersion: number;
  comparison: Comparison[];
  photos: UnitPhotoRow[];
}

export function listUnits(trx: Trx, inspectionId: number): Promise<UnitRow[]> {
  return selectUnits(trx).where('u.inspection_id', '=', inspectionId).orderBy('u.unit_no').execute();
}

export function readUnit(trx: Trx, id: number): Promise<UnitRow | undefined> {
  return selectUnits(trx).where('u.id', '=', id).executeTakeFirst();
}

/** The next unit of an inspection, in the order drawn; the caller holds the inspection. */
export async function insertUnit(
  trx: Trx,
  inspectionId: number,
  values: UnitValues,
  recordedBy: string | null,
): Promise<number> {
  const { id } = await trx
    .insertInto('inspection_unit')
    .values({
      inspection_id: inspectionId,
      unit_no: sql`(select coalesce(max(unit_no), 0) + 1 from inspection_unit where inspection_id = ${inspectionId})`,
      ...toColumns(values),
      recorded_by: recordedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateUnit(trx: Trx, id: number, values: UnitValues): Promise<void> {
  await trx.updateTable('inspection_unit').set(toColumns(values)).where('id', '=', id).execute();
}

export async function insertUnitPhoto(
  trx: Trx,
  photo: { unitId: number; face: string; photoId: number; photoSha256: string; addedBy: string | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('inspection_unit_photo')
    .values({
      unit_id: photo.unitId,
      face: photo.face,
      photo_id: photo.photoId,
      photo_sha256: photo.photoSha256,
      added_by: photo.addedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const photos = sql<UnitPhotoRow[]>`coalesce((select jsonb_agg(jsonb_build_object(
    'id', x.id, 'face', x.face, 'photoId', x.photo_id, 'photoSha256', x.photo_sha256, 'width', p.width, 'height', p.height,
    'barcodes', p.barcodes, 'addedByName', a.name, 'addedAt', x.added_at,
    'isLatest', not exists (select from inspection_unit_photo y where y.unit_id = x.unit_id and y.face = x.face and y.id > x.id),
    'comparison', (${comparisonAsJson})) order by x.id)
  from inspection_unit_photo x join photo p on p.id = x.photo_id left join app_user a on a.id = x.added_by
 where x.unit_id = u.id), '[]')`;

function selectUnits(trx: Trx) {
  return trx
    .selectFrom('inspection_unit as u')
    .leftJoin('app_user as r', 'r.id', 'u.recorded_by')
    .select(['u.id as id', 'u.inspection_id as inspectionId', 'u.unit_no as unitNo', 'u.batch as batch'])
    .select(['u.attributes as attributes', 'u.barcode as barcode', 'u.barcode_source as barcodeSource'])
    .select(['u.note as note', 'u.inspected_on as inspectedOn', 'u.comparison as comparison'])
    .select(['u.recorded_by as recordedById', 'r.name as recordedByName', 'u.recorded_at as recordedAt'])
    .select(['u.row_version as rowVersion', photos.as('photos')])
    .$castTo<UnitRow>();
}

const toColumns = (values: UnitValues) => ({
  batch: values.batch,
  attributes: JSON.stringify(values.attributes),
  barcode: values.barcode,
  barcode_source: values.barcodeSource,
  note: values.note,
  inspected_on: values.inspectedOn,
  comparison: JSON.stringify(values.comparison),
});
