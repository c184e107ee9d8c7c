import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestDb } from '../../db/test-db.ts';
import type { TestApp, TestClient } from '../http/test-client.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';

export interface WatchedWorker extends Worker {
  /** Resolves when the job of this import has ended here, `times` times; it may have ended before it is asked. */
  ended(importId: number, times?: number): Promise<void>;
}

/** A worker as the server runs it, which can be waited for. */
export async function startWatchedWorker(app: TestApp, testDb: TestDb): Promise<WatchedWorker> {
  const ends = new Map<number, number>();
  let news = Promise.withResolvers<void>();
  const worker = await startWorker(app.services, {
    databaseUrl: testDb.appUrl,
    onEnd: ({ importId }) => {
      ends.set(importId, (ends.get(importId) ?? 0) + 1);
      news.resolve();
      news = Promise.withResolvers();
    },
  });
  return {
    stop: () => worker.stop(),
    async ended(importId, times = 1) {
      while ((ends.get(importId) ?? 0) < times) await news.promise;
    },
  };
}

/** Uploads a file as a browser's form does. */
export async function upload(client: TestClient, content: string | Buffer, name: string): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return client.request('/api/imports/preview', { method: 'POST', body: form });
}

export const fixtureBytes = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, 'fixtures', `${name}.csv`));
