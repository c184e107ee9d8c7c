import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Passwords } from './embedded-cluster.ts';

export interface DatabaseUrls {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
}

/** Session settings of the app's role, kept at the role so that they hold behind a connection pooler too. */
export const appRoleSettings = {
  // Long work says so itself with `set local statement_timeout`.
  statement_timeout: '15s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '30s',
  timezone: 'Asia/Shanghai',
  jit: 'off',
};

const ownerRoleSettings = { timezone: 'Asia/Shanghai', jit: 'off' };
const testPassword = 'faircast-test';

/** Makes the two roles and the database of an embedded server; what exists is left alone. */
export async function bootstrapDatabase(port: number, passwords: Passwords): Promise<DatabaseUrls> {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = url('postgres', passwords.postgres, 'postgres');
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => {}); // the query in flight reports it; without a listener it would end the process
  await client.connect();
  try {
    // Two processes may open a new server at once, and `create database` has no "if not exists".
    await client.query("select pg_advisory_lock(hashtext('faircast bootstrap'))");
    await createLoginRole(client, 'faircast_owner', passwords.owner, ownerRoleSettings);
    await createLoginRole(client, 'faircast_app', passwords.app, appRoleSettings);
    const { rowCount } = await client.query("select from pg_database where datname = 'faircast'");
    if (rowCount === 0) await client.query('create database faircast owner faircast_owner');
    await client.query('revoke connect on database faircast, postgres, template1 from public');
    await client.query('grant connect on database faircast to faircast_app');
  } finally {
    await client.end();
  }
  return {
    superuserUrl,
    ownerUrl: url('faircast_owner', passwords.owner, 'faircast'),
    appUrl: url('faircast_app', passwords.app, 'faircast'),
  };
}

/** The two roles on a test server that is not ours, with a password every run of the tests knows. */
export async function ensureTestRoles(superuserUrl: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('faircast bootstrap'))");
    await createLoginRole(client, 'faircast_owner', testPassword, ownerRoleSettings);
    await createLoginRole(client, 'faircast_app', testPassword, appRoleSettings);
  } finally {
    await client.end();
  }
  const url = (role: string) =>
    Object.assign(new URL(superuserUrl), { username: role, password: testPassword }).href;
  return { ownerUrl: url('faircast_owner'), appUrl: url('faircast_app') };
}

/** A role that may sign in and nothing else; one statement, so that it never exists without its settings. */
export async function createLoginRole(
  client: Client,
  name: string,
  password: string,
  settings: Record<string, string>,
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount !== 0) return;
  const role = escapeIdentifier(name);
  const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  await client.query(
    [
      'begin',
      `create role ${role} ${attributes} password ${escapeLiteral(password)}`,
      ...Object.entries(settings).map(
        ([key, value]) => `alter role ${role} set ${key} = ${escapeLiteral(value)}`,
      ),
      'commit',
    ].join(';'),
  );
}
