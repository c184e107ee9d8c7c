import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isRunning } from './embedded-holders.ts';
import { makeThrowAwayDir } from './throw-away-server.ts';

let root: string;
let dir: string;
const left: (() => Promise<void>)[] = [];

beforeEach(() => {
  root = makeThrowAwayDir();
  dir = path.join(root, 'pg');
});
afterEach(async () => {
  for (const stop of left.splice(0)) await stop();
  fs.rmSync(root, { recursive: true, force: true });
});

async function start(options: { durable?: boolean; port?: number } = {}, folder = dir): Promise<Embedded> {
  const server = await startEmbedded({ dir: folder, durable: false, ...options });
  left.push(server.stop);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

const keep = (server: Embedded) => query(server.ownerUrl, 'create table kept as select 1 as n');
const readKept = (server: Embedded) => query(server.ownerUrl, 'select n from kept');
const readLog = () => fs.readFileSync(path.join(dir, 'postgres.log'), 'utf8');

/** A process of its own that holds the server until it is told to stop or killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; pid: number; ownerUrl: string }> {
  const module = pathToFileURL(path.join(import.meta.dirname, 'embedded.ts')).href;
  const code = `import { startEmbedded } from '${module}';
    const { pid, ownerUrl, stop } = await startEmbedded({ dir: ${JSON.stringify(dir)}, durable: false });
    process.on('SIGINT', () => stop().then(() => process.exit(0)));
    process.stdin.on('data', () => process.exit(0));
    console.log(JSON.stringify({ pid, ownerUrl }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  left.push(() => end(child, 'SIGKILL'));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout!.once('data', (data) => resolve(String(data)));
    child.once('exit', (status) => reject(new Error(`ended with ${status}`)));
  });
  return { child, ...JSON.parse(line) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exited;
}

async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve));
}

test('the first start makes a database, the second finds what was written', async () => {
  const first = await start({ durable: true });
  await keep(first);
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);
  const second = await start({ durable: true });
  expect(await readKept(second)).toEqual([{ n: 1 }]);
  const settings = await query(
    second.ownerUrl,
    "select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding",
  );
  expect(settings).toEqual([{ fsync: 'on', encoding: 'UTF8' }]);
});

test('the roles are those of the product: neither is a superuser, the owner owns the database', async () => {
  const server = await start();
  const roles = await query(
    server.superuserUrl,
    "select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles where rolname like 'faircast%' order by 1",
  );
  expect(roles).toEqual([
    { rolname: 'faircast_app', strong: false },
    { rolname: 'faircast_owner', strong: false },
  ]);
  const limits = await query(
    server.appUrl,
    "select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l, current_setting('idle_in_transaction_session_timeout') as i, current_setting('timezone') as t",
  );
  expect(limits).toEqual([{ s: '15s', l: '3s', i: '30s', t: 'Asia/Shanghai' }]);
});

test('nobody signs in without the password, which lies in a file of its owner alone', async () => {
  const server = await start();
  for (const host of ['127.0.0.1', server.socketDir]) {
    const client = new Client({
      host,
      port: server.port,
      user: 'postgres',
      database: 'postgres',
      password: 'guess',
    });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  }
  expect(fs.statSync(path.join(dir, 'cluster', 'passwords.json')).mode & 0o777).toBe(0o600);
});

test('Chinese text is compared by character, found by trigram and sorted by pinyin', async () => {
  const server = await start();
  await query(server.ownerUrl, 'create extension btree_gist; create extension pg_trgm');
  const rows = await query(
    server.ownerUrl,
    `select similarity('直播机构', '明播直播机构') > 0.3 as similar, length('直播') as length,
      (select string_agg(n, '' order by n collate "zh-x-icu") from unnest(array['张', '李', '王']) n) as sorted`,
  );
  expect(rows).toEqual([{ similar: true, length: 2, sorted: '李王张' }]);
});

test('a second start on the same folder uses the running server, and the last one out stops it', async () => {
  const first = await start();
  const second = await start();
  expect(second.pid).toBe(first.pid);
  await second.stop();
  await keep(first);
  const third = await start();
  await first.stop();
  expect(await readKept(third)).toEqual([{ n: 1 }]);
  await third.stop();
  expect(isRunning(first.pid)).toBe(false);
});

test('a command that began first may be ended by Ctrl-C without taking the server along', async () => {
  const elsewhere = await startElsewhere();
  const here = await start();
  expect(here.pid).toBe(elsewhere.pid);
  const exited = new Promise((resolve) => elsewhere.child.once('exit', resolve));
  // Ctrl-C in a terminal signals the whole process group: the server must not be part of it.
  process.kill(-elsewhere.child.pid!, 'SIGINT');
  expect(await exited).toBe(0);
  await keep(here);
  await here.stop();
  expect(isRunning(here.pid)).toBe(false);
});

test('three processes that start at once on an empty folder share one server', async () => {
  const all = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()]);
  expect(new Set(all.map(({ pid }) => pid)).size).toBe(1);
  for (const { ownerUrl } of all) expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('kill -9 of the process leaves an orphan, which the next start replaces without losing anything', async () => {
  const elsewhere = await startElsewhere();
  await query(elsewhere.ownerUrl, 'create table kept as select 1 as n');
  await end(elsewhere.child, 'SIGKILL');
  expect(isRunning(elsewhere.pid)).toBe(true);
  const next = await start();
  expect(isRunning(elsewhere.pid)).toBe(false);
  expect(next.pid).not.toBe(elsewhere.pid);
  expect(await readKept(next)).toEqual([{ n: 1 }]);
});

test('kill -9 of PostgreSQL is recovered from by the next start', async () => {
  const first = await start({ durable: true });
  await keep(first);
  // At once: the dying process still looks like a server, and resets whoever connects.
  process.kill(first.pid, 'SIGKILL');
  const second = await start({ durable: true });
  expect(second.pid).not.toBe(first.pid);
  expect(await readKept(second)).toEqual([{ n: 1 }]);
  expect(readLog()).toContain('automatic recovery in progress');
});

test('a lock file that names a process of somebody else does not stop the start', async () => {
  const first = await start();
  await keep(first);
  const dataDir = path.join(dir, 'cluster', 'data');
  const file = path.join(dataDir, 'postmaster.pid');
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  await first.stop();
  // Of the server's own user: PostgreSQL itself passes over the processes of other users.
  const { uid, gid } = fs.statSync(dataDir);
  const somebody = spawn('sleep', ['600'], {
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
    cwd: '/',
    stdio: 'ignore',
  });
  left.push(() => end(somebody, 'SIGKILL'));
  fs.writeFileSync(file, [somebody.pid, ...lines.slice(1)].join('\n'));
  const second = await start();
  expect(await readKept(second)).toEqual([{ n: 1 }]);
});

test('a first start that was cut short does not count', async () => {
  fs.mkdirSync(path.join(dir, 'cluster.init.cut', 'data'), { recursive: true });
  fs.writeFileSync(path.join(dir, 'cluster.init.cut', 'data', 'PG_VERSION'), '18\n');
  const server = await start();
  expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('Ctrl-C reaches the process alone, which then stops PostgreSQL in order, once', async () => {
  const elsewhere = await startElsewhere();
  const exited = new Promise((resolve) => elsewhere.child.once('exit', resolve));
  process.kill(-elsewhere.child.pid!, 'SIGINT');
  expect(await exited).toBe(0);
  expect(isRunning(elsewhere.pid)).toBe(false);
  expect(readLog().match(/received fast shutdown request/g)).toHaveLength(1);
  expect(readLog()).toContain('database system is shut down');
});

test('a process that ends without stopping the server takes it along', async () => {
  const elsewhere = await startElsewhere();
  const exited = new Promise((resolve) => elsewhere.child.once('exit', resolve));
  elsewhere.child.stdin!.write('exit\n');
  expect(await exited).toBe(0);
  await untilGone(elsewhere.pid);
  expect(readLog()).toContain('database system is shut down');
});

test('a port that is taken is told with the words of the server', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  await expect(start({ port })).rejects.toThrow(/Address already in use/);
  await new Promise((resolve) => taken.close(resolve));
});

test('a folder too deep for a socket gets a short one, which goes with the server', async () => {
  const deep = path.join(root, ...Array(12).fill('a-folder-of-some-length'));
  const server = await start({}, deep);
  expect(Buffer.byteLength(server.socketDir)).toBeLessThan(60);
  const owner = new URL(server.ownerUrl);
  const client = new Client({
    host: server.socketDir,
    port: server.port,
    user: owner.username,
    password: owner.password,
    database: 'faircast',
  });
  await client.connect();
  await client.end();
  await server.stop();
  expect(fs.existsSync(server.socketDir)).toBe(false);
});
