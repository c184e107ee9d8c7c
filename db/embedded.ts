import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseRunAs, locateBinaries, type RunAs } from './embedded-binaries.ts';
import { bootstrapDatabase } from './embedded-bootstrap.ts';
import { type Cluster, openCluster, serverEnvironment } from './embedded-cluster.ts';
import { announceStop, type Holder, isBeingStopped, registerHolder } from './embedded-holders.ts';
import { dropForeignPidFile, findServer, type RunningServer, stopServer } from './embedded-server.ts';

export interface EmbeddedOptions {
  /** Everything is kept in here; made when absent. */
  dir: string;
  /** false only for throw-away databases: no fsync. */
  durable: boolean;
  /** A free port of 127.0.0.1 when not given. */
  port?: number;
}

export interface Embedded {
  /** `faircast_owner` on database `faircast`: migrates, owns everything. */
  ownerUrl: string;
  /** `faircast_app` on database `faircast`: what the product runs as. */
  appUrl: string;
  /** The superuser on database `postgres`: for tests that copy databases; the product never uses it. */
  superuserUrl: string;
  /** The folder of the unix socket, for clients on this machine that copy a lot. */
  socketDir: string;
  port: number;
  pid: number;
  /** Gives the server up; it stops when nobody else on this machine holds it. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the npm package in `dir`, or joins the server that already runs there.
 * Refuses with a clear sentence when the package is missing; throws the server's own log when it does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dir = path.resolve(options.dir);
  fs.mkdirSync(dir, { recursive: true });
  const who = chooseRunAs(path.join(dir, 'cluster'));
  const bin = locateBinaries(dir, who);
  const cluster = openCluster(dir, bin, who);
  const holder = registerHolder(dir);
  try {
    const server = await joinOrStart({ ...options, dir }, { who, bin, cluster, holder });
    const urls = await bootstrapDatabase(server.port, cluster.passwords);
    const { socketDir, port, pid } = server;
    return {
      ...urls,
      socketDir,
      port,
      pid,
      stop: keepUntilStopped(dir, cluster.dataDir, holder, server.pid),
    };
  } catch (error) {
    holder.release();
    throw error;
  }
}

interface Ground {
  who: RunAs;
  bin: string;
  cluster: Cluster;
  holder: Holder;
}

/** Looks, and starts when nothing runs; of several that start at once PostgreSQL's own lock file lets one win. */
async function joinOrStart(options: EmbeddedOptions, ground: Ground): Promise<RunningServer> {
  const { dataDir } = ground.cluster;
  let launched: Launch = { failure: '' };
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(20)) {
    if (isBeingStopped(options.dir)) continue;
    const found = findServer(dataDir);
    if (found && found.pid !== launched.pid && ground.holder.countOthers() === 0) {
      // Its last holder was killed: stopping it is safe, and the next start has today's binaries and settings.
      await stopUnlessHeld(options.dir, dataDir, ground.holder);
    } else if (found?.isReady) {
      return found;
    } else if (!found) {
      dropForeignPidFile(dataDir);
      launched = await launch(options, ground);
      if (launched.failure && !isPassing(launched.failure, options.port)) break;
    }
  }
  throw new Error(`PostgreSQL did not start in ${options.dir}:\n${launched.failure}`);
}

interface Launch {
  pid?: number;
  /** The end of the server's log, when it is gone. */
  failure: string;
}

/** Starts a server and waits until it is ready or gone. */
async function launch(options: EmbeddedOptions, { who, bin, cluster }: Ground): Promise<Launch> {
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
  const outcome = await waitUntilReadyOrGone(child, cluster.dataDir);
  child.unref();
  if (outcome === 'ready') return { pid: child.pid!, failure: '' };
  return { failure: fs.readFileSync(logFile).subarray(logStart).toString().slice(-1500) };
}

/** Failures that a second look heals: another process won the start, a dead server's children are still leaving, a port was snatched. */
function isPassing(failure: string, port: number | undefined): boolean {
  if (/lock file "postmaster\.pid"|pre-existing shared memory/.test(failure)) return true;
  return port === undefined && failure.includes('Address already in use');
}

async function waitUntilReadyOrGone(child: ChildProcess, dataDir: string): Promise<'ready' | 'gone'> {
  let isGone = false;
  for (const event of ['exit', 'error'])
    child.once(event, () => {
      isGone = true;
    });
  while (!isGone) {
    const found = findServer(dataDir);
    if (found?.pid === child.pid && found?.isReady) return 'ready';
    await sleep(10);
  }
  return 'gone';
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

function keepUntilStopped(dir: string, dataDir: string, holder: Holder, pid: number): () => Promise<void> {
  // A process that ends without stop() must not leave a server behind; only a signal that kills at once can.
  const stopAtExit = () => {
    holder.release();
    if (holder.countOthers() === 0 && findServer(dataDir)?.pid === pid) process.kill(pid, 'SIGINT');
  };
  process.once('exit', stopAtExit);
  let stopping: Promise<void> | undefined;
  return () => {
    process.off('exit', stopAtExit);
    stopping ??= stopUnlessHeld(dir, dataDir, holder, () => holder.release());
    return stopping;
  };
}

async function stopUnlessHeld(dir: string, dataDir: string, holder: Holder, leave = () => {}): Promise<void> {
  const withdraw = announceStop(dir);
  try {
    leave();
    if (holder.countOthers() === 0) await stopServer(dataDir);
  } finally {
    withdraw();
  }
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
