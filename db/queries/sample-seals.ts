import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Attributes } from '../../api/domain/inspection/comparison.ts';
import type { Category } from '../../api/domain/inspection/templates.ts';
import type { Trx } from '../connect.ts';

export type Point = [x: number, y: number];

export interface FaceRow {
  id: number;
  face: string;
  position: number;
  photoId: number;
  photoSha256: string;
  width: number;
  height: number;
  outline: Point[];
  variableZones: Point[][];
}

export interface SealRow {
  sampleId: number;
  productId: number;
  productName: string;
  brandId: number | null;
  brandName: string | null;
  category: Category;
  attributes: Attributes;
  readGtin: string | null;
  batch: string;
  sealNumber: string;
  sealedOn: string;
  sealedById: string;
  sealedByName: string;
  sealedAt: string;
  witnessedById: string | null;
  witnessedByName: string | null;
  witnessedAt: string | null;
  contentSha256: string | null;
  sealText: string | null;
  supersedes: number | null;
  supersededBy: number | null;
  isInForce: boolean;
  faces: FaceRow[];
}

export interface SealValues {
  sampleId: number;
  productId: number;
  category: Category;
  attributes: Attributes;
  readGtin: string | null;
  batch: string;
  sealNumber: string;
  sealedOn: string;
  sealedBy: string;
  supersedes: number | null;
  faces: { face: string; photoId: number; photoSha256: string; outline: Point[]; variableZones: Point[][] }[];
}

export function readSeal(trx: Trx, sampleId: number): Promise<SealRow | undefined> {
  return selectSeals(trx).where('e.sample_id', '=', sampleId).executeTakeFirst();
}

/** The sealed sample a product is compared with now. */
export function readSealInForce(trx: Trx, productId: number): Promise<SealRow | undefined> {
  return selectSeals(trx)
    .where('e.product_id', '=', productId)
    .where(isInForce, '=', true)
    .executeTakeFirst();
}

/** Held until the transaction ends, so that it is witnessed or taken back, not both. */
export async function lockSeal(trx: Trx, sampleId: number): Promise<void> {
  await sql`select 1 from sample_seal where sample_id = ${sampleId} for update`.execute(trx);
}

export async function insertSeal(trx: Trx, values: SealValues): Promise<void> {
  await trx
    .insertInto('sample_seal')
    .values({
      sample_id: values.sampleId,
      product_id: values.productId,
      category: values.category,
      attributes: JSON.stringify(values.attributes),
      read_gtin: values.readGtin,
      batch: values.batch,
      seal_number: values.sealNumber,
      sealed_on: values.sealedOn,
      sealed_by: values.sealedBy,
      supersedes: values.supersedes,
    })
    .execute();
  await trx
    .insertInto('sample_face')
    .values(
      values.faces.map((face, at) => ({
        sample_id: values.sampleId,
        position: at + 1,
        face: face.face,
        photo_id: face.photoId,
        photo_sha256: face.photoSha256,
        outline: JSON.stringify(face.outline),
        variable_zones: JSON.stringify(face.variableZones),
      })),
    )
    .execute();
}

export async function deleteSeal(trx: Trx, sampleId: number): Promise<void> {
  await trx.deleteFrom('sample_face').where('sample_id', '=', sampleId).execute();
  await trx.deleteFrom('sample_seal').where('sample_id', '=', sampleId).execute();
}

/** From here on the seal stays; the sample it supersedes makes room first. */
export async function confirmSeal(
  trx: Trx,
  seal: { sampleId: number; supersedes: number | null },
  witness: { by: string; sealText: string; contentSha256: string },
): Promise<void> {
  if (seal.supersedes !== null)
    await trx
      .updateTable('sample_seal')
      .set({ superseded_by: seal.sampleId })
      .where('sample_id', '=', seal.supersedes)
      .execute();
  await trx
    .updateTable('sample_seal')
    .set({
      witnessed_by: witness.by,
      witnessed_at: sql`now()`,
      seal_text: witness.sealText,
      content_sha256: witness.contentSha256,
    })
    .where('sample_id', '=', seal.sampleId)
    .execute();
}

const isInForce = sql<boolean>`(e.witnessed_at is not null and e.superseded_by is null)`;

function selectSeals(trx: Trx) {
  return trx
    .selectFrom('sample_seal as e')
    .innerJoin('product as p', 'p.id', 'e.product_id')
    .leftJoin('brand as b', 'b.id', 'p.brand_id')
    .innerJoin('app_user as s', 's.id', 'e.sealed_by')
    .leftJoin('app_user as w', 'w.id', 'e.witnessed_by')
    .select((eb) => [
      'e.sample_id as sampleId',
      'e.product_id as productId',
      'p.name as productName',
      'p.brand_id as brandId',
      'b.name as brandName',
      'e.category as category',
      'e.attributes as attributes',
      'e.read_gtin as readGtin',
      'e.batch as batch',
      'e.seal_number as sealNumber',
      'e.sealed_on as sealedOn',
      'e.sealed_by as sealedById',
      's.name as sealedByName',
      'e.sealed_at as sealedAt',
      'e.witnessed_by as witnessedById',
      'w.name as witnessedByName',
      'e.witnessed_at as witnessedAt',
      'e.content_sha256 as contentSha256',
      'e.seal_text as sealText',
      'e.supersedes as supersedes',
      'e.superseded_by as supersededBy',
      jsonArrayFrom(
        eb
          .selectFrom('sample_face as f')
          .innerJoin('photo as o', 'o.id', 'f.photo_id')
          .whereRef('f.sample_id', '=', 'e.sample_id')
          .select(['f.id', 'f.face', 'f.position', 'f.photo_id as photoId', 'f.photo_sha256 as photoSha256'])
          .select(['o.width', 'o.height', 'f.outline', 'f.variable_zones as variableZones'])
          .orderBy('f.position'),
      ).as('faces'),
    ])
    .select(isInForce.as('isInForce'))
    .$castTo<SealRow>();
}
