import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../api/domain/error.ts';
import { chooseRunAs, locateBinaries, type RunAs } from './embedded-binaries.ts';
import { bootstrapDatabase, type DatabaseUrls } from './embedded-bootstrap.ts';
import { type Cluster, openCluster } from './embedded-cluster.ts';
import { announceStop, type Holder, isBeingStopped, registerHolder } from './embedded-holders.ts';
import { isPassing, type Launch, launch } from './embedded-launch.ts';
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
  const ground = openFolder(dir);
  const { cluster, holder } = ground;
  try {
    const { server, urls } = await openDatabase({ ...options, dir }, ground);
    const { socketDir, port, pid } = server;
    return {
      ...urls,
      socketDir,
      port,
      pid,
      stop: keepUntilStopped(dir, cluster.dataDir, holder, server.pid),
    };
  } catch (error) {
    await stopUnlessHeld(dir, cluster.dataDir, holder, holder.release);
    throw error;
  }
}

/** Everything but the server; a folder of another user is refused with words instead of an error number. */
function openFolder(dir: string): Ground {
  try {
    fs.mkdirSync(dir, { recursive: true });
    const who = chooseRunAs(path.join(dir, 'cluster'));
    const bin = locateBinaries(dir, who);
    const cluster = openCluster(dir, bin, who);
    return { who, bin, cluster, holder: registerHolder(dir) };
  } catch (error) {
    const { code, path: refused } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new DomainError(
      'forbidden',
      'data_folder_of_another_user',
      `${refused} belongs to another user: start FairCast as the user who started it first, or name another data folder`,
    );
  }
}

interface Ground {
  who: RunAs;
  bin: string;
  cluster: Cluster;
  holder: Holder;
}

/** A server that was killed a moment ago still looks alive and resets the first connection: then look again. */
async function openDatabase(
  options: EmbeddedOptions,
  ground: Ground,
): Promise<{ server: RunningServer; urls: DatabaseUrls }> {
  for (const deadline = Date.now() + 10_000; ; await sleep(100)) {
    const server = await joinOrStart(options, ground);
    try {
      return { server, urls: await bootstrapDatabase(server.port, ground.cluster.passwords) };
    } catch (error) {
      if (Date.now() > deadline || !isLeaving(error)) throw error;
    }
  }
}

/** The connection broke, or the server says that it shuts down or is not up yet (class 57P). */
function isLeaving(error: unknown): boolean {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return /^(ECONNRESET|ECONNREFUSED|EPIPE|57P0)/.test(code) || /terminated unexpectedly/.test(message);
}

/** Looks, and starts when nothing runs; of several that start at once PostgreSQL's own lock file lets one win. */
async function joinOrStart(options: EmbeddedOptions, ground: Ground): Promise<RunningServer> {
  const { dataDir } = ground.cluster;
  let launched: Launch = { failure: '' };
  let deadline = Date.now() + 60_000;
  for (; Date.now() < deadline; await sleep(20)) {
    const found = findServer(dataDir);
    // A server that is alive gets its time: after a hard stop it may have gigabytes of log to replay.
    if (found) deadline = Date.now() + 60_000;
    if (isBeingStopped(options.dir)) continue;
    if (found && found.pid !== launched.pid && ground.holder.countOthers() === 0) {
      // Its last holder was killed: stopping it is safe, and the next start has today's binaries and settings.
      await stopUnlessHeld(options.dir, dataDir, ground.holder);
    } else if (found?.isReady) {
      return found;
    } else if (!found) {
      dropForeignPidFile(dataDir);
      launched = await launch(options, ground.bin, ground.cluster, ground.who);
      if (launched.pid === undefined && !isPassing(launched.failure, options.port)) break;
    }
  }
  throw new Error(`PostgreSQL did not start in ${options.dir}:\n${launched.failure}`);
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
    stopping ??= stopUnlessHeld(dir, dataDir, holder, holder.release);
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
