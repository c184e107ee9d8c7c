import { parentPort } from 'node:worker_threads';
import { servePhotoThread } from '../photo-thread.ts';
import { comparePair } from './compare-pair.ts';
import type { PairRequest } from './compare-photos.ts';

servePhotoThread(parentPort, ({ sealed, shipped, zones }: PairRequest) =>
  comparePair(sealed, shipped, zones),
);
