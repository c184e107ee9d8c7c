import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPool } from './connect.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { assertAppRole, prepareDatabase } from './roles.ts';
import { withDatabase } from './test-server.ts';
import { makeThrowAwayDir } from './throw-away-server.ts';

// A server where nothing is prepared yet but a role that owns its database and may make roles.
let folder: string;
let server: Embedded;
let databaseUrl: string;
const dataDir = () => path.join(folder, 'data');

beforeEach(async () => {
  folder = makeThrowAwayDir();
  server = await startEmbedded({ dir: path.join(folder, 'pg'), durable: false });
  await runEach(server.superuserUrl, [
    'drop database faircast',
    'drop role faircast_app',
    "create role hosted login createrole password 'secret'",
    'create database hosted owner hosted',
  ]);
  databaseUrl = Object.assign(new URL(withDatabase(server.superuserUrl, 'hosted')), {
    username: 'hosted',
    password: 'secret',
  }).href;
});
afterEach(async () => {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function runEach(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

test('one URL that may make roles is enough: the app role is made, kept, and used again', async () => {
  const first = await prepareDatabase({ databaseUrl, dataDir: dataDir() });
  expect(first.ownerUrl).toBe(databaseUrl);
  expect(new URL(first.appUrl).username).toBe('faircast_app');
  expect(fs.statSync(path.join(dataDir(), 'app-role.json')).mode & 0o777).toBe(0o600);
  await migrate(first.ownerUrl);
  const pool = createPool(first.appUrl, { max: 1 });
  await assertAppRole(pool);
  const { rows } = await pool.query('show statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '15s' }]);
  await pool.end();
  const second = await prepareDatabase({ databaseUrl, dataDir: dataDir() });
  expect(second.appUrl).toBe(first.appUrl);
});

test('processes that boot at once agree on one password', async () => {
  const prepared = await Promise.all(
    [1, 2, 3, 4, 5].map(() => prepareDatabase({ databaseUrl, dataDir: dataDir() })),
  );
  expect(new Set(prepared.map(({ appUrl }) => appUrl)).size).toBe(1);
});

test('a lost password is not replaced under a process that still uses it', async () => {
  await prepareDatabase({ databaseUrl, dataDir: dataDir() });
  fs.rmSync(path.join(dataDir(), 'app-role.json'));
  await expect(prepareDatabase({ databaseUrl, dataDir: dataDir() })).rejects.toMatchObject({
    code: 'app_role_password_unknown',
    message: expect.stringContaining('app-role.json'),
  });
});
