import { openPhotoThread, type WorkLimits } from '../photo-thread.ts';
import type { ReadBarcode } from './read-barcodes.ts';

/** A side without a code is looked at in every way there is before it is given up: two to four seconds. */
export const SEARCH_LIMITS: WorkLimits = {
  maxWorkMilliseconds: 10_000,
  maxMilliseconds: 30_000,
  maxBufferMegabytes: 600,
};

const search = openPhotoThread<Uint8Array, ReadBarcode[]>(new URL('./barcode-worker.ts', import.meta.url));

/**
 * Reads the codes of a photo (see readBarcodes) in a thread of its own, one photo after the other, so that whoever
 * answers people meanwhile is not held up. Throws the refusals of a photo, `photo_too_slow` among them.
 */
export const searchBarcodes = (
  bytes: Uint8Array,
  limits: WorkLimits = SEARCH_LIMITS,
): Promise<ReadBarcode[]> => search(bytes, limits);
