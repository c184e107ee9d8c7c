import { RATIO_MATTERS_FROM_BYTES, type ReadLimits } from './limits.ts';
import { refuseFile } from './refusal.ts';

/** Progress in bytes of the file as it lies on disk. */
export interface ByteProgress {
  bytesRead: number;
}

/** Throws when what came out is out of all proportion to what went in. */
export function refuseBomb(packedBytes: number, unpackedBytes: number, limits: ReadLimits): void {
  if (unpackedBytes > limits.maxBytes) throw tooLarge(unpackedBytes, limits);
  const ratio = unpackedBytes / Math.max(1, packedBytes);
  if (unpackedBytes > RATIO_MATTERS_FROM_BYTES && ratio > limits.maxRatio) {
    throw refuseFile(
      'file_bomb',
      `The file unpacks to more than ${limits.maxRatio} times its size; refused.`,
    );
  }
}

export function tooLarge(bytes: number, limits: ReadLimits) {
  const mega = (count: number) => `${Math.ceil(count / 1_000_000)} MB`;
  return refuseFile(
    'file_too_large',
    `The file holds ${mega(bytes)} and the limit is ${mega(limits.maxBytes)}; split it.`,
  );
}
