import type { PackPhoto } from '../../../db/queries/case-pack.ts';
import type { CasePack } from './gather-pack.ts';

/** Each photo once, with the boxes of the inspection that drew on it. */
export function allPhotos(pack: Pick<CasePack, 'inspections' | 'photos'>): PackPhoto[] {
  const byId = new Map<number, PackPhoto>();
  for (const photo of [...pack.inspections.flatMap((one) => one.photos), ...pack.photos]) {
    const known = byId.get(photo.photoId);
    byId.set(photo.photoId, known ? { ...known, boxes: [...known.boxes, ...photo.boxes] } : photo);
  }
  return [...byId.values()].sort((a, b) => a.photoId - b.photoId);
}
