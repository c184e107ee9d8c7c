import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isReachable, type RunAs } from './embedded-binaries.ts';

export interface Passwords {
  postgres: string;
  owner: string;
  app: string;
}

/** Where one cluster lives: `<dir>/cluster/data`, with the passwords beside it, out of the server's sight. */
export interface Cluster {
  dataDir: string;
  /** What the server is told: a folder it cannot walk down to is reached through its own working directory. */
  dataArgument: string;
  passwords: Passwords;
}

/**
 * Opens the cluster in `dir`, making it first when there is none. It is made under another name and renamed,
 * so that a cut-short start never counts, and of two processes that start at once one keeps the other's.
 */
export function openCluster(dir: string, bin: string, who: RunAs): Cluster {
  const clusterDir = path.join(dir, 'cluster');
  if (!fs.existsSync(clusterDir)) createCluster(clusterDir, bin, who);
  const dataDir = path.join(clusterDir, 'data');
  const passwords = JSON.parse(fs.readFileSync(path.join(clusterDir, 'passwords.json'), 'utf8')) as Passwords;
  return { dataDir, dataArgument: nameDataDir(dataDir, who), passwords };
}

function createCluster(clusterDir: string, bin: string, who: RunAs): void {
  const fresh = fs.mkdtempSync(`${clusterDir}.init.`);
  const dataDir = path.join(fresh, 'data');
  fs.mkdirSync(dataDir, { mode: 0o700 });
  const passwords: Passwords = { postgres: makePassword(), owner: makePassword(), app: makePassword() };
  const passwordFile = path.join(fresh, 'superuser.txt');
  fs.writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
  if (who.uid !== undefined)
    for (const it of [fresh, dataDir, passwordFile]) fs.chownSync(it, who.uid, who.gid!);
  // LANG may be unset: SQL_ASCII would lose Chinese text and pg_trgm would find nothing in it.
  const locale = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const made = spawnSync(
    path.join(bin, 'initdb'),
    [
      '-D',
      nameDataDir(dataDir, who),
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile=../superuser.txt',
      ...locale,
    ],
    { ...who, cwd: dataDir, env: serverEnvironment(), encoding: 'utf8' },
  );
  if (made.status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  }
  fs.rmSync(passwordFile);
  fs.writeFileSync(path.join(fresh, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 });
  try {
    fs.renameSync(fresh, clusterDir);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    if (!fs.existsSync(clusterDir)) throw error;
  }
}

/** The environment of every server binary: nothing of the caller's locale or PG* variables reaches it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

function nameDataDir(dataDir: string, who: RunAs): string {
  return isReachable(dataDir, who) ? fs.realpathSync(dataDir) : '/proc/self/cwd';
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
