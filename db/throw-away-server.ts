import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Embedded, startEmbedded } from './embedded.ts';

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
  const dir = fs.mkdtempSync(path.join(hasRoomInMemory() ? '/dev/shm' : os.tmpdir(), 'faircast-'));
  fs.chmodSync(dir, 0o755);
  return dir;
}

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || !fs.existsSync('/dev/shm')) return false;
  const { bavail, bsize } = fs.statfsSync('/dev/shm');
  return bavail * bsize > 4 * 1024 ** 3;
}
