import { parentPort } from 'node:worker_threads';
import { servePhotoThread } from '../photo-thread.ts';
import { readBarcodes } from './read-barcodes.ts';

servePhotoThread(parentPort, (bytes: Uint8Array) => readBarcodes(bytes));
