import { parentPort } from 'node:worker_threads';
import { DomainError } from '../../domain/error.ts';
import type { PhotoRefusal } from '../refusal.ts';
import { comparePair } from './compare-pair.ts';
import type { PhotoComparison } from './comparison.ts';
import type { PhotoZones } from './zones.ts';

/** A pair for the thread. */
export interface PairRequest {
  sealed: Uint8Array;
  shipped: Uint8Array;
  zones: PhotoZones;
}

/** What the thread says of it; `failure` is an error that is no refusal. */
export type PairAnswer =
  | { answer: PhotoComparison }
  | { refusal: PhotoRefusal; details: Record<string, unknown> | undefined }
  | { failure: string };

parentPort?.on('message', async ({ sealed, shipped, zones }: PairRequest) => {
  const answer: PairAnswer = await comparePair(sealed, shipped, zones).then(
    (comparison) => ({ answer: comparison }),
    (error: unknown) => {
      if (error instanceof DomainError)
        return { refusal: error.code as PhotoRefusal, details: error.details };
      return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    },
  );
  parentPort?.postMessage(answer);
});
