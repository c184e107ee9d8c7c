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

/** A fresh migrated database of its own, copied from the run's template. Call `close` in `afterAll`. */
export async function createTestDb(): Promise<TestDb> {
  const server = inject('testServer');
  const name = `faircast_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  const database = escapeIdentifier(name);
  const template = escapeIdentifier(server.template);
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

async function runAsSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('testServer').superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
