import type { Trx } from '../../db/connect.ts';
import { readToday } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  insertDifferences,
  listDifferences,
  replaceDifferences,
} from '../../db/queries/inspection-differences.ts';
import {
  insertUnit,
  insertUnitPhoto,
  readUnit,
  type UnitRow,
  updateUnit,
} from '../../db/queries/inspection-units.ts';
import { type InspectionRow, readInspection } from '../../db/queries/inspections.ts';
import { insertPhotoComparison } from '../../db/queries/photo-comparisons.ts';
import { findPhotoUse, lockPhotoBytes, type PhotoRow, readPhotos } from '../../db/queries/photos.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { readSeal, type SealRow } from '../../db/queries/sample-seals.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotAddUnit, whyNotRecord } from '../domain/inspection/inspection-life.ts';
import { photoUsed } from '../domain/inspection/photo-use.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { barcodeOf, compareWithSeal, planReplacement } from './compare.ts';
import { factsOf, type ShownUnit, showUnit } from './show-inspection.ts';
import type { UnitCreate, UnitEdit, UnitPhoto } from './units.schema.ts';

/** Writes down the next unit drawn and compares it with the sealed sample; its photos are compared by the worker. */
export async function addUnit(
  { db }: Services,
  identity: Identity,
  inspectionId: number,
  input: UnitCreate,
): Promise<ShownUnit> {
  refuseUnlessInspector(identity);
  return inTransaction(db, identity, async (trx) => {
    const { inspection, seal } = await holdInspection(trx, inspectionId);
    const refusal = whyNotAddUnit(factsOf(inspection));
    if (refusal) throw refuse('conflict', refusal);
    const photos = await gatherPhotos(trx, input.photos);
    const { batch, attributes, note } = input;
    const inspectedOn = inspectedOnOf(seal, await readToday(trx), input.inspectedOn);
    const barcode = barcodeOf(input.barcode, photos);
    const { comparison, differences } = await compareWithSeal(inspection, seal, {
      attributes,
      inspectedOn,
      ...barcode,
    });
    const values = { batch, attributes, note, inspectedOn, comparison, ...barcode };
    const id = await insertUnit(trx, inspectionId, values, actorId(identity));
    await insertDifferences(trx, id, differences);
    for (const [at, { face }] of input.photos.entries())
      await attach(trx, identity, { unitId: id, face, photo: photos[at]!, seal });
    await writeAudit(trx, identity, {
      ...{
        action: 'inspections.add-unit',
        entity: 'inspection',
        entityId: inspectionId,
        after: { unitId: id, ...input },
      },
    });
    return showUnit(trx, id);
  });
}

/** Corrects what was written down of a unit and compares it anew; what somebody decided on is taken back first. */
export async function changeUnit(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, ...input }: UnitEdit,
): Promise<ShownUnit> {
  refuseUnlessInspector(identity);
  return inTransaction(db, identity, async (trx) => {
    const { before, inspection, seal } = await holdUnit(trx, id);
    await raiseRowVersion(trx, 'inspection_unit', { id, rowVersion }, await showUnit(trx, id));
    const { batch, attributes, note } = input;
    const { inspectedOn, photos } = before;
    const barcode = barcodeOf(
      input.barcode,
      photos.filter(({ isLatest }) => isLatest),
    );
    const { comparison, differences } = await compareWithSeal(inspection, seal, {
      attributes,
      inspectedOn,
      ...barcode,
    });
    await replaceRows(trx, id, differences);
    await updateUnit(trx, id, { batch, attributes, note, inspectedOn, comparison, ...barcode });
    await writeAudit(trx, identity, {
      ...{ action: 'inspections.change-unit', entity: 'inspection', entityId: inspection.id },
      before: { unitId: id, batch: before.batch, attributes: before.attributes, barcode: before.barcode },
      after: { unitId: id, ...input },
    });
    return showUnit(trx, id);
  });
}

/** Puts a photo to a face of a unit; it stands in for an older one, which stays in the record. */
export async function addUnitPhoto(
  { db }: Services,
  identity: Identity,
  id: number,
  input: UnitPhoto,
): Promise<ShownUnit> {
  refuseUnlessInspector(identity);
  return inTransaction(db, identity, async (trx) => {
    const { before, inspection, seal } = await holdUnit(trx, id);
    const [photo] = await gatherPhotos(trx, [input]);
    const open = (await listDifferences(trx, { unitId: id })).filter(
      ({ origin, face, state }) => origin === 'photo' && face === input.face && state === 'open',
    );
    await replaceDifferences(
      trx,
      open.map((one) => one.id),
    );
    await attach(trx, identity, { unitId: id, face: input.face, photo: photo!, seal });
    // A code that was read from a photo is known from now on; what a person typed stays.
    if (before.barcode === null) await readAgain(trx, before, inspection, seal, photo!);
    await writeAudit(trx, identity, {
      ...{
        action: 'inspections.add-photo',
        entity: 'inspection',
        entityId: inspection.id,
        after: { unitId: id, ...input },
      },
    });
    return showUnit(trx, id);
  });
}

/** Queues the latest photo of each face again that failed or was never compared. */
export async function comparePhotosAgain(
  { db }: Services,
  identity: Identity,
  id: number,
): Promise<ShownUnit> {
  refuseUnlessInspector(identity);
  return inTransaction(db, identity, async (trx) => {
    const { before, seal } = await holdUnit(trx, id);
    for (const photo of before.photos)
      if (photo.isLatest && (photo.comparison === null || photo.comparison.state === 'failed'))
        await queueComparison(trx, identity, { unitPhotoId: photo.id, face: photo.face, seal });
    return showUnit(trx, id);
  });
}

async function holdInspection(trx: Trx, id: number): Promise<{ inspection: InspectionRow; seal: SealRow }> {
  await lockRow(trx, 'inspection', id);
  const inspection = found(await readInspection(trx, id), 'inspection', id);
  const refusal = whyNotRecord(inspection);
  if (refusal) throw refuse('conflict', refusal);
  return { inspection, seal: (await readSeal(trx, inspection.sampleId))! };
}

async function holdUnit(trx: Trx, id: number) {
  const { inspectionId } = found(await readUnit(trx, id), 'unit', id);
  const held = await holdInspection(trx, inspectionId);
  return { before: (await readUnit(trx, id))!, ...held };
}

/** A unit that is written down later keeps the day it was looked at: what was sealed then is what it is compared with. */
function inspectedOnOf({ sealedOn }: SealRow, today: string, day: string = today): string {
  if (day === today || (day >= sealedOn && day < today)) return day;
  const message = `looked at between ${sealedOn}, when the sample was sealed, and today`;
  throw new DomainError('invalid', 'bad_day', message, { errors: { inspectedOn: message } });
}

async function gatherPhotos(trx: Trx, wanted: readonly UnitPhoto[]): Promise<PhotoRow[]> {
  const known = new Map(
    (
      await readPhotos(
        trx,
        wanted.map(({ photoId }) => photoId),
      )
    ).map((one) => [one.id, one]),
  );
  const photos = wanted.map(({ photoId }, at) => {
    const photo = known.get(photoId);
    if (photo) return photo;
    throw new DomainError('invalid', 'unknown_reference', `photos.${at}.photoId: no such photo`, {
      errors: { [`photos.${at}.photoId`]: 'no such photo' },
    });
  });
  await lockPhotoBytes(
    trx,
    photos.map(({ sha256 }) => sha256),
  );
  for (const [at, { sha256 }] of photos.entries()) {
    const use = await findPhotoUse(trx, sha256);
    if (use) throw photoUsed(use);
    if (photos.findIndex((one) => one.sha256 === sha256) !== at)
      throw new DomainError('invalid', 'same_photo_twice', 'one photo stands for two faces of this unit');
  }
  return photos;
}

async function attach(
  trx: Trx,
  identity: Identity,
  { unitId, face, photo, seal }: { unitId: number; face: string; photo: PhotoRow; seal: SealRow },
): Promise<void> {
  const addedBy = actorId(identity);
  const of = { unitId, face, photoId: photo.id, photoSha256: photo.sha256, addedBy };
  await queueComparison(trx, identity, { unitPhotoId: await insertUnitPhoto(trx, of), face, seal });
}

/** A face that the sample has not is kept and looked at by people. */
async function queueComparison(
  trx: Trx,
  identity: Identity,
  { unitPhotoId, face, seal }: { unitPhotoId: number; face: string; seal: SealRow },
): Promise<void> {
  const sealed = seal.faces.find((one) => one.face === face);
  if (!sealed) return;
  const requestedBy = actorId(identity);
  const comparisonId = await insertPhotoComparison(trx, {
    unitPhotoId,
    sealedFaceId: sealed.id,
    requestedBy,
  });
  await enqueue(trx, 'compare-photos', { comparisonId });
}

async function readAgain(
  trx: Trx,
  before: UnitRow,
  inspection: InspectionRow,
  seal: SealRow,
  photo: PhotoRow,
): Promise<void> {
  const barcode = barcodeOf(null, [photo]);
  if (barcode.barcode === null) return;
  const { comparison, differences } = await compareWithSeal(inspection, seal, { ...before, ...barcode });
  const { batch, attributes, note, inspectedOn } = before;
  await replaceRows(trx, before.id, differences);
  await updateUnit(trx, before.id, { batch, attributes, note, inspectedOn, comparison, ...barcode });
}

async function replaceRows(
  trx: Trx,
  unitId: number,
  differences: Parameters<typeof planReplacement>[1],
): Promise<void> {
  const { replaced, added } = planReplacement(await listDifferences(trx, { unitId }), differences);
  await replaceDifferences(trx, replaced);
  await insertDifferences(trx, unitId, added);
}

function refuseUnlessInspector({ role }: Identity): void {
  const reason = whyNot(role, 'inspections.record');
  if (reason) throw refuse('forbidden', reason);
}
