import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../domain/error.ts';
import { type ReadAnswer, type ReadRequest, readRequest } from './read-in-worker.ts';
import type { DocumentRefusal } from './refusal.ts';

/** What a worker says before it ends; `failure` is an error that is no refusal, in one line. */
export type WorkerAnswer =
  | { answer: ReadAnswer }
  | { refusal: DocumentRefusal; details: Record<string, unknown> | undefined }
  | { failure: string };

const answer: WorkerAnswer = await readRequest(workerData as ReadRequest).then(
  (read) => ({ answer: read }),
  (error: unknown) => {
    if (error instanceof DomainError)
      return { refusal: error.code as DocumentRefusal, details: error.details };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  },
);
parentPort?.postMessage(answer);
