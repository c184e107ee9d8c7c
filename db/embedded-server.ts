import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, readText } from './embedded-holders.ts';

export interface RunningServer {
  pid: number;
  port: number;
  socketDir: string;
  isReady: boolean;
}

/** The server that runs on a data folder, read from the lock file PostgreSQL itself keeps there. */
export function findServer(dataDir: string): RunningServer | undefined {
  const lines = readPidFile(dataDir);
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 1) || !isRunning(pid) || isForeign(pid, dataDir)) return undefined;
  return {
    pid,
    port: Number(lines[3]),
    socketDir: path.resolve(dataDir, lines[4] ?? '.'),
    isReady: lines[7]?.startsWith('ready') ?? false,
  };
}

/** Fast shutdown: transactions are rolled back, a checkpoint is written. Returns when the server is gone. */
export async function stopServer(dataDir: string): Promise<void> {
  const server = findServer(dataDir);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  while (isRunning(server.pid)) await sleep(10);
  // A socket folder that was made because the data folder lies too deep goes with its server.
  if (!server.socketDir.startsWith(fs.realpathSync(dataDir)))
    fs.rmSync(server.socketDir, { recursive: true, force: true });
}

/**
 * After a hard stop of the machine the lock file may name a number that belongs to somebody else's process now,
 * and PostgreSQL would refuse to start. The number is replaced, the rest stays: the server still reads the
 * shared memory's key there and refuses while a left-over of the old server holds it.
 */
export function dropForeignPidFile(dataDir: string): void {
  const lines = readPidFile(dataDir);
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 1) || !isRunning(pid) || !isForeign(pid, dataDir)) return;
  const nobodysPid = '2147483647';
  fs.writeFileSync(pidFileOf(dataDir), [nobodysPid, ...lines.slice(1)].join('\n'));
}

/** On Linux a server is known by its working directory; elsewhere the lock file is believed. */
function isForeign(pid: number, dataDir: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) !== fs.realpathSync(dataDir);
  } catch {
    return true;
  }
}

function readPidFile(dataDir: string): string[] | undefined {
  return readText(pidFileOf(dataDir))?.split('\n');
}

function pidFileOf(dataDir: string): string {
  return path.join(dataDir, 'postmaster.pid');
}
