import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../api/app.ts';
import { buildWebWhenNeeded } from '../../api/cli/build-web.ts';
import type { Services } from '../../api/http/context.ts';
import { comparePhotosHere } from '../../api/inspections/photo-engine.ts';
import { startWorker } from '../../api/jobs/worker.ts';
import { startServer } from '../../api/server.ts';

export interface House {
  /** `http://localhost:41234` */
  url: string;
  close(): Promise<void>;
}

/**
 * The product as a browser meets it: API, worker and built screens on a free port, under its real headers. Photos are
 * compared where somebody looks at them: the demo's would keep a core busy for the length of any other test.
 */
export async function openHouse(
  services: Services,
  databaseUrl: string,
  options: { comparesPhotos?: boolean } = {},
): Promise<House> {
  const built = await buildWebWhenNeeded(() => {});
  if (!built) throw new Error('there are no screens to open');
  // A copy: whoever builds the screens anew meanwhile does not pull the pages from under a visitor.
  const webDir = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-screens-'));
  fs.cpSync(built, webDir, { recursive: true });
  const app = createApp(services, { authSecret: 'a secret of the browser tests, long enough', webDir });
  const comparePhotos = options.comparesPhotos ? comparePhotosHere : undefined;
  const worker = await startWorker(services, { databaseUrl, comparePhotos });
  const server = await startServer(app, { port: 0, hostname: '127.0.0.1' });
  return {
    url: `http://localhost:${server.port}`,
    async close() {
      await server.close();
      await worker.stop();
      fs.rmSync(webDir, { recursive: true, force: true });
    },
  };
}
