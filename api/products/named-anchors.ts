import type { Reference } from '../../db/queries/references.ts';

type Listing = { anchorId: number | null };

/** The anchors these listings newly name, with their fields: what was named before may be out of the editor's sight. */
export function namedAnchors(listings: readonly Listing[], before: readonly Listing[] = []): Reference[] {
  const known = new Set(before.map(({ anchorId }) => anchorId));
  return listings.flatMap(({ anchorId }, at) =>
    anchorId === null || known.has(anchorId) ? [] : [{ path: `listings.${at}.anchorId`, id: anchorId }],
  );
}
