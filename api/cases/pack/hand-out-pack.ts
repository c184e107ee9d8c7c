import { writeAudit } from '../../../db/queries/audit.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { refuse } from '../../domain/error.ts';
import type { Identity } from '../../domain/identity.ts';
import { whyNot } from '../../domain/permission.ts';
import type { Services } from '../../http/context.ts';
import type { PaperLang } from '../../pdf/letterhead.ts';
import { renderEvidencePack } from '../pdf/evidence-pack.ts';
import { allPhotos } from './all-photos.ts';
import { type BuiltPack, buildPack } from './build-pack.ts';
import { type CasePack, gatherPack } from './gather-pack.ts';
import { type MarkedPhoto, markPhoto } from './mark-photo.ts';

/** Builds a case's pack and writes into its history who took it out, and the last link of its chain. */
export async function handOutPack(
  services: Pick<Services, 'db' | 'dataDir'>,
  identity: Identity,
  id: number,
  lang: PaperLang,
): Promise<BuiltPack> {
  const pack = await gather(services, identity, id);
  const built = await buildPack(services.dataDir, pack, lang);
  const { head, files, missing } = built.manifest;
  await inTransaction(services.db, identity, (trx) =>
    writeAudit(trx, identity, {
      ...{ action: 'cases.pack', entity: 'substitution_case', entityId: id },
      after: { head, files: files.length, missing: missing.length },
    }),
  );
  return built;
}

/** The pack on paper alone. */
export async function drawPack(
  services: Pick<Services, 'db' | 'dataDir'>,
  identity: Identity,
  id: number,
  lang: PaperLang,
): Promise<{ bytes: Buffer; no: string }> {
  const pack = await gather(services, identity, id);
  const photos = new Map<number, MarkedPhoto>();
  for (const photo of allPhotos(pack)) {
    const drawn = await markPhoto(services.dataDir, photo);
    if (drawn) photos.set(photo.photoId, drawn);
  }
  return { bytes: renderEvidencePack(pack, photos, lang).pdf, no: pack.row.no };
}

function gather({ db }: Pick<Services, 'db'>, identity: Identity, id: number): Promise<CasePack> {
  const reason = whyNot(identity.role, 'cases.pack');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, (trx) => gatherPack(trx, identity, id), {
    readOnly: true,
    isolation: 'repeatable read',
  });
}
