import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { createDb, createPool, type Db } from './connect.ts';
import { withDatabase } from './test-server.ts';

export interface TestDb {
  /** As the product sees it: the app's role, under row-level security. */
  db: Db;
  /** As the owner of every table: for setting a scene and for looking behind the walls. */
  ownerDb: Db;
  appUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
}

/** A fresh migrated database of its own, copied from the run's template (or another one). Call `close` in `afterAll`. */
export async function createTestDb(source = inject('testServer').template): Promise<TestDb> {
  const server = inject('testServer');
  const name = `faircast_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  const database = escapeIdentifier(name);
  const template = escapeIdentifier(source);
  await runAsSuperuser(
    `create database ${database} template ${template} owner faircast_owner strategy file_copy`,
  );
  const appUrl = withDatabase(server.appUrl, name);
  const ownerUrl = withDatabase(server.ownerUrl, name);
  // A test that ends its own connections is not news.
  const db = createDb(createPool(appUrl, { max: 8, onError: () => {} }));
  const ownerDb = createDb(createPool(ownerUrl, { max: 4, onError: () => {} }));
  return {
    db,
    ownerDb,
    appUrl,
    ownerUrl,
    async close() {
      await Promise.all([db.destroy(), ownerDb.destroy()]);
      await runAsSuperuser(`drop database ${database} with (force)`);
    },
  };
}

/**
 * The name of a template that is made once in a test run, whichever file asks first: a migrated database that `fill`
 * wrote into. The others wait for it; one whose making failed or was killed is made again.
 */
export async function makeTemplateOnce(
  purpose: string,
  fill: (testDb: TestDb) => Promise<void>,
): Promise<string> {
  const { superuserUrl, template } = inject('testServer');
  const name = `${template}_${purpose}`;
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Test files run in processes of their own: the lock is in the server they share, and ends with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    const half = await createTestDb();
    await fill(half);
    await Promise.all([half.db.destroy(), half.ownerDb.destroy()]);
    const made = new URL(half.ownerUrl).pathname.slice(1);
    await client.query(`alter database ${escapeIdentifier(made)} rename to ${escapeIdentifier(name)}`);
    return name;
  } finally {
    await client.end();
  }
}

async function runAsSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('testServer').superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
