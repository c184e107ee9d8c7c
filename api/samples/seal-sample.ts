import { createHash } from 'node:crypto';
import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { findPhotoUse, lockPhotoBytes, type PhotoRow, readPhotos } from '../../db/queries/photos.ts';
import {
  confirmSeal,
  deleteSeal,
  insertSeal,
  lockSeal,
  readSeal,
  readSealInForce,
  type SealRow,
} from '../../db/queries/sample-seals.ts';
import { type SampleRow, updateSample } from '../../db/queries/samples.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { gtinForms } from '../domain/inspection/gtin-forms.ts';
import { photoUsed } from '../domain/inspection/photo-use.ts';
import { whyNotSupersede } from '../domain/inspection/sample-life.ts';
import { type Seal, sealText, whyNotSeal } from '../domain/inspection/seal.ts';
import { whyNotBesideSeal, whyNotUnseal, whyNotWitness } from '../domain/inspection/seal-witness.ts';
import { TEMPLATES } from '../domain/inspection/templates.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import type { SealEdit } from './seals.schema.ts';
import { factsOf, type SampleRecord, showSample } from './show-sample.ts';
import { holdSample, recordStep } from './take-step.ts';
import { unknownField } from './unknown-field.ts';

/** Stands for the witness who is not there yet: another person, whoever. */
const SOMEBODY_ELSE = '(witness)';

/** Writes down what a sample is; it is sealed when another person has witnessed it. */
export async function sealSample(
  { db }: Services,
  identity: Identity,
  id: number,
  input: SealEdit,
): Promise<SampleRecord> {
  refuseUnlessSealer(identity);
  return inTransaction(db, identity, async (trx) => {
    const sample = await holdSample(trx, id);
    const refusal = whyNotBesideSeal('seal', factsOf(sample), identity);
    if (refusal) throw refuse('conflict', refusal);
    const photos = await gatherPhotos(trx, input);
    const seal: Seal = {
      category: input.category,
      attributes: input.attributes,
      faces: input.faces.map((face, at) => ({
        face: face.face,
        photoSha256: photos[at]!.sha256,
        outline: face.outline,
        variableZones: face.variableZones,
      })),
      readGtin: readGtinOf(photos, input),
      batch: input.batch,
      sealNumber: input.sealNumber,
      sealedOn: sealedOn(sample, input.sealedOn),
      sealedBy: identity.userId,
      witnessedBy: SOMEBODY_ELSE,
    };
    const lacking = whyNotSeal(seal, TEMPLATES[input.category]);
    if (lacking)
      throw new DomainError('invalid', lacking.code, lacking.message, { details: { ...lacking.details } });
    await refuseUnlessFree(trx, sample, input.supersedes);
    for (const { sha256 } of photos) {
      const use = await findPhotoUse(trx, sha256);
      if (use) throw photoUsed(use);
    }
    const faces = input.faces.map((face, at) => ({ ...face, photoSha256: photos[at]!.sha256 }));
    const { sealedBy, readGtin, sealedOn: day } = seal;
    await insertSeal(trx, {
      ...input,
      sampleId: id,
      productId: sample.productId,
      readGtin,
      sealedOn: day,
      sealedBy,
      faces,
    });
    await recordStep(trx, identity, sample, { step: 'seal', toStage: sample.stage });
    return showSample(trx, id, identity);
  });
}

/** Another person confirms what was sealed; from then on it stays, and what it supersedes makes room. */
export async function witnessSeal(
  { db }: Services,
  identity: Identity,
  id: number,
  looked: { contentSha256: string },
): Promise<SampleRecord> {
  refuseUnlessSealer(identity);
  return inTransaction(db, identity, async (trx) => {
    await lockSeal(trx, id);
    const sample = await holdSample(trx, id);
    const refusal = whyNotWitness(factsOf(sample), identity);
    if (refusal) throw refuse('conflict', refusal);
    const row = (await readSeal(trx, id))!;
    const text = sealText(sealOf(row, identity.userId));
    if (sha256Of(text) !== looked.contentSha256)
      throw new DomainError(
        'conflict',
        'seal_changed',
        'the seal is another one than was looked at: look again',
      );
    await refuseUnlessFree(trx, sample, row.supersedes);
    await confirmSeal(trx, row, { by: identity.userId, sealText: text, contentSha256: looked.contentSha256 });
    await updateSample(trx, id, { stage: 'sealed' });
    await recordStep(trx, identity, sample, { step: 'witness', toStage: 'sealed' });
    if (row.supersedes !== null)
      await writeAudit(trx, identity, {
        action: 'samples.supersede',
        entity: 'sample',
        entityId: row.supersedes,
        after: { supersededBy: id },
      });
    return showSample(trx, id, identity);
  });
}

/** The sealer takes back what nobody witnessed. */
export async function unsealSample({ db }: Services, identity: Identity, id: number): Promise<SampleRecord> {
  refuseUnlessSealer(identity);
  return inTransaction(db, identity, async (trx) => {
    await lockSeal(trx, id);
    const sample = await holdSample(trx, id);
    const refusal = whyNotUnseal(factsOf(sample), identity);
    if (refusal) throw refuse('conflict', refusal);
    await deleteSeal(trx, id);
    await recordStep(trx, identity, sample, { step: 'unseal', toStage: sample.stage });
    return showSample(trx, id, identity);
  });
}

/** The content hash of a seal; of one that waits, as it would be with this reader as its witness. */
export const hashSeal = (row: SealRow, readerId: string): string =>
  row.contentSha256 ?? sha256Of(sealText(sealOf(row, readerId)));

const sealOf = (row: SealRow, witnessedBy: string): Seal => ({
  category: row.category,
  attributes: row.attributes,
  faces: row.faces.map(({ face, photoSha256, outline, variableZones }) => ({
    ...{ face, photoSha256, outline, variableZones },
  })),
  readGtin: row.readGtin,
  batch: row.batch,
  sealNumber: row.sealNumber,
  sealedOn: row.sealedOn,
  sealedBy: row.sealedById,
  witnessedBy,
});

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

function refuseUnlessSealer({ role }: Identity): void {
  const reason = whyNot(role, 'samples.seal');
  if (reason) throw refuse('forbidden', reason);
}

async function gatherPhotos(trx: Trx, { faces }: SealEdit): Promise<PhotoRow[]> {
  const known = new Map(
    (
      await readPhotos(
        trx,
        faces.map(({ photoId }) => photoId),
      )
    ).map((one) => [one.id, one]),
  );
  const photos = faces.map(({ photoId, outline }, at) => {
    const photo = known.get(photoId);
    if (!photo) throw unknownField(`faces.${at}.photoId`, 'no such photo');
    if (outline.some(([x, y]) => x > photo.width || y > photo.height))
      throw unknownField(`faces.${at}.outline`, 'a corner lies outside of the photo');
    return photo;
  });
  await lockPhotoBytes(
    trx,
    photos.map(({ sha256 }) => sha256),
  );
  return photos;
}

/** What a photo shows as the goods' code: the one that fits what was written down, else the first one read. */
function readGtinOf(photos: readonly PhotoRow[], { attributes }: SealEdit): string | null {
  const read = photos
    .flatMap(({ barcodes }) => barcodes.map(({ text }) => text))
    .filter((text) => gtinForms(text).length > 0);
  const typed = gtinForms(attributes.gtin ?? '');
  return read.find((text) => gtinForms(text).some((form) => typed.includes(form))) ?? read[0] ?? null;
}

async function refuseUnlessFree(trx: Trx, sample: SampleRow, supersedes: number | null): Promise<void> {
  const inForce = await readSealInForce(trx, sample.productId);
  if (supersedes === null) {
    if (!inForce) return;
    throw new DomainError(
      'conflict',
      'supersede_first',
      `sample ${inForce.sampleId} is the sealed one of this product: say that this one supersedes it`,
      { details: { sampleId: inForce.sampleId } },
    );
  }
  const old = await readSeal(trx, supersedes);
  if (!old) throw unknownField('supersedes', 'no sealed sample');
  const refusal = whyNotSupersede(
    {
      id: old.sampleId,
      productId: old.productId,
      wasSealed: old.witnessedAt !== null,
      supersededBy: old.supersededBy,
    },
    { id: sample.id, productId: sample.productId, wasSealed: true, supersededBy: null },
  );
  if (refusal) throw refuse('conflict', refusal);
}

function sealedOn(sample: SampleRow, day: string = sample.today): string {
  if (day <= sample.today && (sample.receivedOn === null || day >= sample.receivedOn)) return day;
  const message = `sealed between ${sample.receivedOn}, when it was received, and today`;
  throw new DomainError('invalid', 'bad_day', message, { errors: { sealedOn: message } });
}
