import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
export const webDir = path.join(rootDir, 'dist', 'web');

/** What the screens are made from. */
const SOURCES = ['web', 'api/domain', 'vite.config.ts', 'package.json'];

/**
 * Builds the screens when they are not there or older than what they are made from, and answers their folder;
 * undefined when this checkout has none. Throws Vite's own words when they do not build.
 */
export async function buildWebWhenNeeded(say: (line: string) => void): Promise<string | undefined> {
  const config = ['vite.config.ts', 'web/vite.config.ts']
    .map((name) => path.join(rootDir, name))
    .find(fs.existsSync);
  if (!config) return fs.existsSync(path.join(webDir, 'index.html')) ? webDir : undefined;
  if (builtAt() >= newestSource()) return webDir;
  say('Building the screens (only when they changed) …');
  await build(config);
  return webDir;
}

/** 0 when nothing whole was built: index.html is Vite's last file. */
function builtAt(): number {
  const index = path.join(webDir, 'index.html');
  return fs.existsSync(index) ? fs.statSync(index).mtimeMs : 0;
}

function newestSource(): number {
  const files = SOURCES.map((name) => path.join(rootDir, name))
    .filter(fs.existsSync)
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

function build(config: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = path.join(rootDir, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: rootDir,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the screens do not build:\n${said}`)),
    );
  });
}
