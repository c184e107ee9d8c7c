import sharp, { type Sharp } from 'sharp';
import { refusePhoto } from '../refusal.ts';
import { detectPhotoKind } from './photo-kind.ts';

/** What a photo may cost before it is refused. */
export interface PhotoLimits {
  maxBytes: number;
  maxPixels: number;
}

export const PHOTO_LIMITS: PhotoLimits = { maxBytes: 15_000_000, maxPixels: 50_000_000 };
const SMALLEST_SIDE_PIXELS = 32;

/** One photo at a time leaves the other core to the people who wait for pages. */
sharp.concurrency(1);
sharp.cache(false);

/** Opens a photo whose kind, bytes and pixels are within the limits, turned upright. Throws refusals. */
export async function openPhoto(bytes: Uint8Array, limits: PhotoLimits): Promise<Sharp> {
  if (bytes.length > limits.maxBytes) throw refusePhoto('photo_too_large', { bytes: bytes.length });
  detectPhotoKind(bytes);
  const picture = sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'warning' });
  const { width, height } = await picture.metadata().catch((error: unknown) => {
    throw explainFailure(error);
  });
  if (width * height > limits.maxPixels) throw refusePhoto('photo_too_many_pixels', { width, height });
  if (Math.min(width, height) < SMALLEST_SIDE_PIXELS) throw refusePhoto('photo_too_small', { width, height });
  return picture.autoOrient();
}

/** Runs what decodes the pixels; what the decoder complains about becomes the refusal it means. */
export async function decodeOrRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainFailure(error);
  }
}

function explainFailure(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (/pixel limit|exceeds/i.test(message)) return refusePhoto('photo_too_many_pixels');
  if (/premature end|truncated|end of (?:file|stream|image)|not enough data/i.test(message))
    return refusePhoto('photo_truncated');
  return refusePhoto('photo_damaged', { decoder: message.split('\n')[0]!.slice(0, 120) });
}
