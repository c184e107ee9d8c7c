import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  findLookAlikes,
  findOwnPhoto,
  findPhotoUse,
  insertPhoto,
  type LookAlike,
  type PhotoRow,
  type PhotoUse,
} from '../../db/queries/photos.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { photoUsed } from '../domain/inspection/photo-use.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { keepFile } from '../http/uploads/keep-file.ts';
import { searchBarcodes } from '../photos/barcode/search-barcodes.ts';
import { takeIn } from '../photos/intake/take-in.ts';

/** What a photo is meant to show: `unit:12`, `sample:7`. */
export type PhotoPurpose = { kind: 'unit' | 'sample'; id: number };

export type ShownPhoto = Omit<PhotoRow, 'viewSha256' | 'thumbSha256'> & {
  takenAtIsProof: false;
  warnings: ({ code: 'near_duplicate' } & LookAlike)[];
};

/**
 * Keeps a photo byte for byte under its hash, with two small pictures of it. A phone that sends it again gets the same
 * photo. Throws the refusals of the photo room, and `photo_used` when it is meant for another thing than it shows.
 */
export async function storePhoto(
  services: Services,
  identity: Identity,
  upload: { path: string; name: string },
  { purpose, readsCodes }: { purpose?: PhotoPurpose; readsCodes: boolean },
): Promise<ShownPhoto> {
  const reason = whyNot(identity.role, 'photos.upload');
  if (reason) throw refuse('forbidden', reason);
  const bytes = await readFile(upload.path);
  const intake = await takeIn(bytes);
  const { db, dataDir } = services;
  const known = await inTransaction(db, identity, (trx) => findKept(trx, identity, intake.sha256, purpose), {
    readOnly: true,
  });
  if (known) return known;
  // A side without a code is looked at in every way there is before it is given up: seconds, which a sender may spare.
  const codes = readsCodes ? await readCodes(services, bytes) : [];
  const kept = await keepFile(dataDir, upload.path);
  const [view, thumb] = [
    await keepBytes(dataDir, intake.derivative),
    await keepBytes(dataDir, intake.thumbnail),
  ];
  return inTransaction(db, identity, async (trx) => {
    const values = {
      sha256: intake.sha256,
      format: intake.format,
      fileName: upload.name,
      sizeBytes: kept.sizeBytes,
      width: intake.width,
      height: intake.height,
      viewSha256: view,
      thumbSha256: thumb,
      perceptualHash: intake.perceptualHash,
      sharpness: intake.sharpness,
      barcodes: codes.map(({ format, text }) => ({ format, text })),
      takenAtText: intake.takenAt,
      device: nameDevice(intake.exif),
    };
    const id = await insertPhoto(trx, values, actorId(identity));
    if (id !== undefined)
      await writeAudit(trx, identity, {
        action: 'photos.upload',
        entity: 'photo',
        entityId: id,
        after: { sha256: intake.sha256, file: upload.name },
      });
    return (await findKept(trx, identity, intake.sha256, purpose))!;
  });
}

/** A photo as it is shown, with what looks like it. */
export async function shownPhoto(trx: Trx, photo: PhotoRow): Promise<ShownPhoto> {
  const { viewSha256: _view, thumbSha256: _thumb, ...rest } = photo;
  const warnings = (await findLookAlikes(trx, photo)).map((one) => ({
    code: 'near_duplicate' as const,
    ...one,
  }));
  return { ...rest, takenAtIsProof: false, warnings };
}

/** A photo is evidence whether or not its code was found in time: an unread code is typed in by a person. */
async function readCodes({ log }: Services, bytes: Buffer): ReturnType<typeof searchBarcodes> {
  try {
    return await searchBarcodes(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.warn({ err: error }, 'bar codes not read');
    return [];
  }
}

async function findKept(
  trx: Trx,
  identity: Identity,
  sha256: string,
  purpose: PhotoPurpose | undefined,
): Promise<ShownPhoto | undefined> {
  const use = purpose && (await findPhotoUse(trx, sha256));
  if (use && !isMeant(use, purpose)) throw photoUsed(use);
  const photo = await findOwnPhoto(trx, sha256, actorId(identity));
  return photo && shownPhoto(trx, photo);
}

const isMeant = (use: PhotoUse, { kind, id }: PhotoPurpose): boolean =>
  use.kind === kind && (use.kind === 'unit' ? use.unitId : use.sampleId) === id;

async function keepBytes(dataDir: string, bytes: Uint8Array): Promise<string> {
  const folder = path.join(dataDir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = path.join(folder, randomUUID());
  try {
    await writeFile(aside, bytes, { mode: 0o600 });
    return (await keepFile(dataDir, aside)).sha256;
  } finally {
    await rm(aside, { force: true });
  }
}

function nameDevice(exif: { make: string | null; model: string | null } | null): string | null {
  const name = [exif?.make, exif?.model].filter(Boolean).join(' ');
  return name === '' ? null : name;
}
