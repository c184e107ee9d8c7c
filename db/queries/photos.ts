import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** What a photo was attached to: one face of one sample, or of one unit. */
export type PhotoUse =
  | { kind: 'sample'; sampleId: number; face: string }
  | { kind: 'unit'; unitId: number; unitNo: number; inspectionId: number; face: string };

export interface PhotoValues {
  sha256: string;
  format: 'jpeg' | 'png' | 'webp';
  fileName: string;
  sizeBytes: number;
  width: number;
  height: number;
  viewSha256: string;
  thumbSha256: string;
  perceptualHash: string;
  sharpness: number;
  barcodes: { format: string; text: string }[];
  takenAtText: string | null;
  device: string | null;
}

export interface PhotoRow extends PhotoValues {
  id: number;
  uploadedById: string | null;
  uploadedByName: string | null;
  uploadedAt: string;
  usedFor: PhotoUse | null;
}

/** A photo that looks alike; that says "look", never "the same". */
export interface LookAlike {
  photoId: number;
  distance: number;
  usedFor: PhotoUse | null;
}

/** Bits of 64 in which two photos may differ and still be worth a warning. */
const NEAR_BITS = 10;

export async function readPhotos(trx: Trx, ids: readonly number[]): Promise<PhotoRow[]> {
  if (ids.length === 0) return [];
  return selectPhotos(trx)
    .where('p.id', 'in', [...ids])
    .execute();
}

export async function readPhoto(trx: Trx, id: number): Promise<PhotoRow | undefined> {
  return (await readPhotos(trx, [id]))[0];
}

/** The photo of these bytes that this person sent before. */
export function findOwnPhoto(
  trx: Trx,
  sha256: string,
  uploadedBy: string | null,
): Promise<PhotoRow | undefined> {
  return selectPhotos(trx)
    .where('p.sha256', '=', sha256)
    .where('p.uploaded_by', 'is not distinct from', uploadedBy)
    .executeTakeFirst();
}

/** Undefined when another request of the same person stored the same photo first. */
export async function insertPhoto(
  trx: Trx,
  values: PhotoValues,
  uploadedBy: string | null,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('photo')
    .values({
      sha256: values.sha256,
      format: values.format,
      file_name: values.fileName,
      size_bytes: values.sizeBytes,
      width: values.width,
      height: values.height,
      view_sha256: values.viewSha256,
      thumb_sha256: values.thumbSha256,
      perceptual_hash: values.perceptualHash,
      sharpness: values.sharpness,
      barcodes: JSON.stringify(values.barcodes),
      taken_at_text: values.takenAtText,
      device: values.device,
      uploaded_by: uploadedBy,
    })
    .onConflict((conflict) => conflict.columns(['sha256', 'uploaded_by']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** What shows these bytes already, whoever sent them. */
export async function findPhotoUse(trx: Trx, sha256: string): Promise<PhotoUse | null> {
  const { rows } = await sql<{ use: PhotoUse | null }>`select ${shownBy(sql`${sha256}`)} as use`.execute(trx);
  return rows[0]!.use;
}

/** Held until the transaction ends: two that attach the same bytes at once wait for each other. */
export async function lockPhotoBytes(trx: Trx, hashes: readonly string[]): Promise<void> {
  for (const sha256 of [...hashes].sort())
    await sql`select pg_advisory_xact_lock(hashtext('faircast.photo'), hashtext(${sha256}))`.execute(trx);
}

/** Photos that look alike, the nearest first. */
export async function findLookAlikes(
  trx: Trx,
  photo: { sha256: string; perceptualHash: string },
): Promise<LookAlike[]> {
  const distance = sql<number>`bit_count(('x' || p.perceptual_hash)::bit(64) # ('x' || ${photo.perceptualHash}::text)::bit(64))`;
  return trx
    .selectFrom('photo as p')
    .select(['p.id as photoId', distance.as('distance')])
    .select(shownBy(sql.ref('p.sha256')).as('usedFor'))
    .where('p.sha256', '<>', photo.sha256)
    .where(distance, '<=', NEAR_BITS)
    .orderBy('distance')
    .orderBy('p.id')
    .limit(5)
    .execute();
}

const shownBy = (sha256: ReturnType<typeof sql>) => sql<PhotoUse | null>`(
  select coalesce(
    (select jsonb_build_object('kind', 'unit', 'unitId', u.id, 'unitNo', u.unit_no, 'inspectionId', u.inspection_id, 'face', x.face)
       from inspection_unit_photo x join inspection_unit u on u.id = x.unit_id where x.photo_sha256 = ${sha256}),
    (select jsonb_build_object('kind', 'sample', 'sampleId', f.sample_id, 'face', f.face)
       from sample_face f where f.photo_sha256 = ${sha256})))`;

function selectPhotos(trx: Trx) {
  return trx
    .selectFrom('photo as p')
    .leftJoin('app_user as u', 'u.id', 'p.uploaded_by')
    .select([
      'p.id as id',
      'p.sha256 as sha256',
      'p.format as format',
      'p.file_name as fileName',
      'p.size_bytes as sizeBytes',
      'p.width as width',
      'p.height as height',
      'p.view_sha256 as viewSha256',
      'p.thumb_sha256 as thumbSha256',
      'p.perceptual_hash as perceptualHash',
      'p.sharpness as sharpness',
      'p.barcodes as barcodes',
      'p.taken_at_text as takenAtText',
      'p.device as device',
      'p.uploaded_by as uploadedById',
      'u.name as uploadedByName',
      'p.uploaded_at as uploadedAt',
    ])
    .select(shownBy(sql.ref('p.sha256')).as('usedFor'))
    .$castTo<PhotoRow>();
}
