import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isRunning } from './embedded-holders.ts';
import { findServer } from './embedded-server.ts';

/** A server without fsync in a folder of its own, gone with `stop()`: for tests and for the generator. */
export async function startThrowAwayServer(): Promise<Embedded> {
  const dir = makeThrowAwayDir();
  const server = await startEmbedded({ dir, durable: false });
  return {
    ...server,
    async stop() {
      await server.stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** In memory where there is room: copying a database makes hundreds of files, 15 ms there and 700 ms on a slow disk. */
export function makeThrowAwayDir(): string {
  const base = hasRoomInMemory() ? '/dev/shm' : os.tmpdir();
  sweep(base);
  const dir = fs.mkdtempSync(path.join(base, `${prefix}${process.pid}-`));
  fs.chmodSync(dir, 0o755);
  return dir;
}

const prefix = 'faircast-throw-away-';

/** A test run that was killed leaves its servers and its memory behind; the next run clears them away. */
function sweep(base: string): void {
  for (const name of fs.readdirSync(base)) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length).split('-')[0]))) continue;
    const dir = path.join(base, name);
    try {
      for (const cluster of ['cluster', 'pg/cluster']) {
        const server = findServer(path.join(dir, cluster, 'data'));
        if (server) process.kill(server.pid, 'SIGQUIT');
      }
      fs.rmSync(dir, { recursive: true, force: true });
    } catch {
      // Another user's, or another run is clearing it away at this moment.
    }
  }
}

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || !fs.existsSync('/dev/shm')) return false;
  const { bavail, bsize } = fs.statfsSync('/dev/shm');
  return bavail * bsize > 4 * 1024 ** 3;
}
