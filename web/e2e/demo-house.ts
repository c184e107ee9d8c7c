import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { seedDemo } from '../../api/cli/seed/seed-demo.ts';
import { createDb, createPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { startThrowAwayServer } from '../../db/throw-away-server.ts';
import { type House, openHouse } from './house.ts';

/** The demo on a throw-away database, for looking at it outside of a test run. */
export async function openDemoHouse(): Promise<House> {
  const server = await startThrowAwayServer();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-demo-'));
  await migrate(server.ownerUrl);
  const db = createDb(createPool(server.appUrl, { max: 8, onError: () => {} }));
  const services = {
    db,
    dataDir,
    sealKey: Buffer.alloc(32, 7),
    log: pino({ level: 'error' }, pino.destination(2)),
  };
  await seedDemo(services);
  const house = await openHouse(services, server.appUrl, { comparesPhotos: true });
  return {
    url: house.url,
    async close() {
      await house.close();
      await db.destroy();
      await server.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
