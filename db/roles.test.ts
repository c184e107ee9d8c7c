import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool } from './connect.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { assertAppRole, prepareDatabase } from './roles.ts';
import { withDatabase } from './test-server.ts';
import { makeThrowAwayDir } from './throw-away-server.ts';

// Roles belong to a whole server, so this file has one of its own.
let folder: string;
let server: Embedded;
let superuserUrl: string;

beforeAll(async () => {
  folder = makeThrowAwayDir();
  server = await startEmbedded({ dir: path.join(folder, 'pg'), durable: false });
  superuserUrl = withDatabase(server.superuserUrl, 'faircast');
  await migrate(server.ownerUrl);
});
afterAll(async () => {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function run(statement: string, url = superuserUrl): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const as = (role: string, url = superuserUrl) =>
  Object.assign(new URL(url), { username: role, password: 'secret' }).href;

async function check(url: string): Promise<void> {
  const pool = createPool(url, { max: 1 });
  await assertAppRole(pool).finally(() => pool.end());
}

test('the role made for the app is accepted', async () => {
  await expect(check(server.appUrl)).resolves.toBeUndefined();
});

test('the app can neither change the schema nor make another one', async () => {
  await expect(run('create table sneaked (x int)', server.appUrl)).rejects.toMatchObject({ code: '42501' });
  await expect(run('create schema sneaked', server.appUrl)).rejects.toMatchObject({ code: '42501' });
  await expect(run('alter table agency add column sneaked int', server.appUrl)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(run('set session_replication_role = replica', server.appUrl)).rejects.toMatchObject({
    code: '42501',
  });
});

test.each([
  ['a superuser', 'alter role candidate superuser', 'it is a superuser', 'alter role candidate nosuperuser'],
  [
    'a role that bypasses row-level security',
    'alter role candidate bypassrls',
    'it has BYPASSRLS',
    'alter role candidate nobypassrls',
  ],
  [
    'a role that owns a table',
    'create table owned_by_app (x int); alter table owned_by_app owner to candidate',
    'it owns table owned_by_app',
    'drop table owned_by_app',
  ],
  [
    'a role that may create in schema public',
    'grant create on schema public to candidate',
    'it may CREATE in schema public',
    'revoke create on schema public from candidate',
  ],
  [
    'a role that may create schemas',
    'grant create on database faircast to candidate',
    'it may CREATE schemas in this database',
    'revoke create on database faircast from candidate',
  ],
  [
    'a member of the owner',
    'grant faircast_owner to candidate with inherit false',
    'it is a member of role faircast_owner',
    'revoke faircast_owner from candidate',
  ],
])('%s is refused, and accepted again without that power', async (_who, give, reason, take) => {
  await run(
    `do $$ begin create role candidate login password 'secret'; exception when duplicate_object then null; end $$`,
  );
  await run('grant connect on database faircast to candidate');
  await run(give);
  await expect(check(as('candidate'))).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'app_role_too_powerful',
    message: expect.stringContaining(reason),
  });
  await run(take);
  await expect(check(as('candidate'))).resolves.toBeUndefined();
});

test('the owner itself is refused as the app', async () => {
  await expect(check(server.ownerUrl)).rejects.toThrow(/faircast_owner is too powerful .* owns table/);
});

test('two URLs of two roles are used as they are, and the app role gets the rights', async () => {
  await run(
    "create role agency_app login password 'secret'; grant connect on database faircast to agency_app",
  );
  const prepared = await prepareDatabase({
    databaseUrl: as('agency_app'),
    databaseUrlDirect: superuserUrl,
    dataDir: path.join(folder, 'two-urls'),
  });
  expect(prepared).toMatchObject({ appUrl: as('agency_app'), ownerUrl: superuserUrl });
  await check(prepared.appUrl);
  await expect(run('select name from agency', prepared.appUrl)).resolves.toBeUndefined();
});

test('an owner who may not make roles is told what an administrator has to run', async () => {
  await run("create role poor_app login password 'secret'; grant connect on database faircast to poor_app");
  const attempt = prepareDatabase({
    databaseUrl: as('poor_app'),
    databaseUrlDirect: server.ownerUrl,
    dataDir: folder,
  });
  await expect(attempt).rejects.toMatchObject({
    code: 'app_role_not_creatable',
    message: expect.stringContaining('create role faircast_app'),
  });
});

test('a direct URL alone is refused', async () => {
  const attempt = prepareDatabase({ databaseUrlDirect: superuserUrl, dataDir: folder });
  await expect(attempt).rejects.toMatchObject({ code: 'database_url_missing' });
});
