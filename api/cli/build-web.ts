import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ownRoot = fileURLToPath(new URL('../..', import.meta.url));
const vite = path.join(ownRoot, 'node_modules', 'vite', 'bin', 'vite.js');

/** What the screens are made from. */
const SOURCES = ['web', 'api/domain', 'vite.config.ts', 'package.json'];

/**
 * Builds the screens into dist/web when they are not there or older than what they are made from, and answers that
 * folder; undefined when there are neither screens nor sources. Throws Vite's own words when they do not build.
 */
export async function buildWebWhenNeeded(
  say: (line: string) => void,
  rootDir = ownRoot,
): Promise<string | undefined> {
  const webDir = path.join(rootDir, 'dist', 'web');
  if (!fs.existsSync(path.join(rootDir, 'vite.config.ts'))) return fs.existsSync(webDir) ? webDir : undefined;
  if (builtAt(webDir) >= newestSource(rootDir)) return webDir;
  say('Building the screens (only when they changed) …');
  await build(rootDir, webDir);
  return webDir;
}

/** 0 when there is nothing. */
function builtAt(webDir: string): number {
  const index = path.join(webDir, 'index.html');
  return fs.existsSync(index) ? fs.statSync(index).mtimeMs : 0;
}

function newestSource(rootDir: string): number {
  const files = SOURCES.map((name) => path.join(rootDir, name))
    .filter((place) => fs.existsSync(place))
    .flatMap(listFiles);
  return Math.max(...files.map((file) => fs.statSync(file).mtimeMs));
}

function listFiles(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place];
  const entries = fs.readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Into a folder of another name, which then takes the place: half a build is never served. */
async function build(rootDir: string, webDir: string): Promise<void> {
  const startedAt = new Date();
  const made = `${webDir}-${process.pid}`;
  try {
    await runVite(rootDir, ['build', '--outDir', made, '--emptyOutDir', '--logLevel', 'warn']);
    // What is edited while Vite reads it counts as newer than what Vite made of it.
    fs.utimesSync(path.join(made, 'index.html'), startedAt, startedAt);
    fs.rmSync(webDir, { recursive: true, force: true });
    fs.renameSync(made, webDir);
  } finally {
    fs.rmSync(made, { recursive: true, force: true });
  }
}

function runVite(cwd: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, ...args], { cwd });
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the screens do not build:\n${said}`));
    });
  });
}
