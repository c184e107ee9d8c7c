import fs from 'node:fs';
import path from 'node:path';

/**
 * Several processes may share one embedded server (`start`, and commands run meanwhile). Each leaves a file
 * here while it needs the server; the last one out stops it. A file of a killed process does not count.
 */
export interface Holder {
  /** Other living processes (or other handles of this one) that need the server. */
  countOthers(): number;
  /** Gives up the server. */
  release(): void;
}

let markCount = 0;

export function registerHolder(dir: string): Holder {
  const mark = leaveMark(path.join(dir, 'holders'));
  return { countOthers: mark.countOthers, release: mark.remove };
}

/**
 * Announces that this process is about to stop the server. Somebody who registers after the announcement sees
 * it and waits; somebody who registered before is seen by the count that follows. So nobody is left with a dying server.
 */
export function announceStop(dir: string): () => void {
  return leaveMark(path.join(dir, 'stopping')).remove;
}

/** Whether a living process has announced that it stops the server. */
export function isBeingStopped(dir: string): boolean {
  const folder = path.join(dir, 'stopping');
  return fs.existsSync(folder) && countLiving(folder, '') > 0;
}

/** Whether a process exists and still runs (a dead one whose parent has not asked for it yet does not). */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') {
    const state = readStat(pid)?.[0];
    return state !== undefined && state !== 'Z' && state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function leaveMark(folder: string) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  markCount += 1;
  const own = `${process.pid}-${readStartTime(process.pid)}-${markCount}`;
  fs.writeFileSync(path.join(folder, own), '', { mode: 0o600 });
  return {
    countOthers: () => countLiving(folder, own),
    remove: () => fs.rmSync(path.join(folder, own), { force: true }),
  };
}

function countLiving(folder: string, own: string): number {
  let living = 0;
  for (const name of fs.readdirSync(folder)) {
    if (name === own) continue;
    if (isLiving(name)) living += 1;
    else fs.rmSync(path.join(folder, name), { force: true });
  }
  return living;
}

function isLiving(mark: string): boolean {
  const [pid, startTime] = mark.split('-');
  // A number is given out again after a while; together with the start time it names one process.
  return isRunning(Number(pid)) && readStartTime(Number(pid)) === startTime;
}

function readStartTime(pid: number): string {
  return process.platform === 'linux' ? (readStat(pid)?.[19] ?? '0') : '0';
}

/** The fields of /proc/PID/stat from the state on; the command before them may hold blanks and brackets. */
function readStat(pid: number): string[] | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
