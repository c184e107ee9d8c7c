import { Client, escapeIdentifier } from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureTestRoles } from './embedded-bootstrap.ts';
import { migrate } from './migrate.ts';
import { startThrowAwayServer } from './throw-away-server.ts';

/** What every test file is told about the server; `database` is the migrated template it copies. */
export interface TestServer {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One throw-away server for a test run (TEST_DATABASE_URL: a superuser of a real one), with a migrated template. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const server = external ? await prepareExternal(external) : await startThrowAwayServer();
  const template = `faircast_template_${process.pid}_${project.name}`;
  await run(server.superuserUrl, `create database ${escapeIdentifier(template)} owner faircast_owner`);
  await migrate(withDatabase(server.ownerUrl, template));
  project.provide('testServer', {
    superuserUrl: server.superuserUrl,
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
    template,
  });
  return async () => {
    await dropTemplates(server.superuserUrl, template);
    await server.stop();
  };
}

/** The run's template and those made from it, which bear its name. */
async function dropTemplates(superuserUrl: string, template: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { name } of rows) await client.query(`drop database ${escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

/** The same role and server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function prepareExternal(superuserUrl: string) {
  return { superuserUrl, ...(await ensureTestRoles(superuserUrl)), stop: async () => {} };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
