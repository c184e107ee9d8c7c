import { openPhotoThread, type WorkLimits } from '../photo-thread.ts';
import type { PhotoComparison } from './comparison.ts';
import type { PhotoZones } from './zones.ts';

/** A pair for the thread. */
export interface PairRequest {
  sealed: Uint8Array;
  shipped: Uint8Array;
  zones: PhotoZones;
}

export const PAIR_LIMITS: WorkLimits = {
  maxWorkMilliseconds: 8_000,
  maxMilliseconds: 60_000,
  maxBufferMegabytes: 900,
};

const compare = openPhotoThread<PairRequest, PhotoComparison>(
  new URL('./compare-worker.ts', import.meta.url),
);

/**
 * Compares a shipped unit's photo with the sealed one, in a thread of its own, one pair after the other. Zones are in
 * pixels of the upright sealed photo. Throws the refusals of a photo; what cannot be compared is an outcome.
 */
export const comparePhotos = (
  sealed: Uint8Array,
  shipped: Uint8Array,
  zones: PhotoZones = {},
  limits: WorkLimits = PAIR_LIMITS,
): Promise<PhotoComparison> => compare({ sealed, shipped, zones }, limits);
