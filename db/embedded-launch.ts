import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunAs } from './embedded-binaries.ts';
import { type Cluster, serverEnvironment } from './embedded-cluster.ts';
import { findServer } from './embedded-server.ts';

export interface LaunchOptions {
  dir: string;
  durable: boolean;
  port?: number;
}

export interface Launch {
  pid?: number;
  /** The end of the server's log, when it is gone. */
  failure: string;
}

/** Starts a server and waits until it is ready or gone. */
export async function launch(
  options: LaunchOptions,
  bin: string,
  cluster: Cluster,
  who: RunAs,
): Promise<Launch> {
  const port = options.port ?? (await findFreePort());
  const logFile = path.join(options.dir, 'postgres.log');
  const log = fs.openSync(logFile, 'a', 0o600);
  const logStart = fs.fstatSync(log).size;
  const settings = serverSettings(options.durable, port, chooseSocketDir(cluster.dataDir, who));
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', cluster.dataArgument, ...settings.flatMap((setting) => ['-c', setting])],
    // Detached: the terminal's Ctrl-C reaches this process alone, which then stops the server in order.
    { ...who, cwd: cluster.dataDir, env: serverEnvironment(), detached: true, stdio: ['ignore', log, log] },
  );
  fs.closeSync(log);
  const gone = await waitUntilReadyOrGone(child, cluster.dataDir);
  child.unref();
  if (!gone) return { pid: child.pid!, failure: '' };
  const said = fs.readFileSync(logFile).subarray(logStart).toString();
  return { failure: `${said.slice(-1500)}${gone.message}` };
}

/** Failures that a second look heals: another process won the start, a dead server's children are still leaving, a port was snatched. */
export function isPassing(failure: string, port: number | undefined): boolean {
  if (/lock file "postmaster\.pid"|pre-existing shared memory/.test(failure)) return true;
  return port === undefined && failure.includes('Address already in use');
}

/** Undefined when the server is ready; otherwise why its process is gone. */
async function waitUntilReadyOrGone(child: ChildProcess, dataDir: string): Promise<Error | undefined> {
  let gone: Error | undefined;
  child.once('error', (error) => {
    gone = error;
  });
  child.once('exit', (code, signal) => {
    gone = new Error(`the server ended with ${signal ?? `code ${code}`}`);
  });
  for (; !gone; await sleep(10)) {
    const found = findServer(dataDir);
    if (found?.pid === child.pid && found?.isReady) return undefined;
  }
  return gone;
}

/** Tuned for two cores and an import of a million lines; fsync stays on wherever the data matters. */
function serverSettings(isDurable: boolean, port: number, socketDir: string): string[] {
  const common = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socketDir}`,
    'max_connections=200',
    'shared_buffers=256MB',
    'effective_cache_size=1GB',
    'work_mem=16MB',
    'maintenance_work_mem=256MB',
    'max_wal_size=4GB',
    'checkpoint_timeout=15min',
    'wal_compression=on',
    'random_page_cost=1.1',
    'jit=off',
    'timezone=Asia/Shanghai',
    'log_timezone=Asia/Shanghai',
  ];
  if (isDurable) return [...common, 'fsync=on', 'full_page_writes=on', 'synchronous_commit=on'];
  return [...common, 'fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
}

/** A socket's whole path may have 107 bytes, so a deep data folder gets a short folder of its own. */
function chooseSocketDir(dataDir: string, who: RunAs): string {
  const longest = path.join(dataDir, '.s.PGSQL.65535.lock');
  if (Buffer.byteLength(longest) <= 107) return '.';
  const short = fs.mkdtempSync(path.join(os.tmpdir(), 'fc-'));
  if (who.uid !== undefined) fs.chownSync(short, who.uid, who.gid!);
  return short;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve((address as { port: number }).port));
    });
  });
}
