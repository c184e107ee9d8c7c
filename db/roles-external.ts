import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { DomainError } from '../api/domain/error.ts';
import { appRoleSettings, createLoginRole } from './embedded-bootstrap.ts';
import { readText } from './embedded-holders.ts';

const appRole = 'faircast_app';

/**
 * The app's URL on a server that is not ours. A DATABASE_URL of a role of its own is used as it is (and gets the
 * rights of `faircast_app`); with one all-powerful URL the role is made, its password kept in `<dataDir>/app-role.json`.
 */
export async function prepareAppRole(choice: {
  databaseUrl: string;
  ownerUrl: string;
  dataDir: string;
}): Promise<string> {
  const { databaseUrl, ownerUrl, dataDir } = choice;
  const given = await readRole(databaseUrl);
  return withClient(ownerUrl, async (owner) => {
    // Several processes boot at once; roles belong to the whole server, and so does this lock's meaning.
    await owner.query("select pg_advisory_lock(hashtext('faircast app role'))");
    const { rows } = await owner.query<{ role: string }>('select current_user as role');
    if (given.isSuperuser || given.role === rows[0]!.role) {
      const password = await createAppLogin(owner, dataDir);
      return Object.assign(new URL(databaseUrl), { username: appRole, password }).href;
    }
    if (given.role !== appRole) await giveAppRights(owner, given.role);
    return databaseUrl;
  });
}

/** A lost password is not replaced: another process may be working with it at this moment. */
async function createAppLogin(owner: Client, dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'app-role.json');
  const kept = readText(file);
  const canLogin = await readCanLogin(owner);
  if (kept !== undefined && canLogin) return (JSON.parse(kept) as { password: string }).password;
  if (canLogin) {
    throw new DomainError(
      'conflict',
      'app_role_password_unknown',
      `role ${appRole} exists and ${file} does not: copy that file from where FairCast was first started, ` +
        `or set DATABASE_URL to ${appRole} with its password and DATABASE_URL_DIRECT to the owner`,
    );
  }
  const password = kept === undefined ? randomBytes(24).toString('base64url') : JSON.parse(kept).password;
  // The file first: a role without a known password could not be used again.
  if (kept === undefined) keepPassword(file, password);
  await explainRefusal(async () => {
    if (canLogin === undefined) await createLoginRole(owner, appRole, password, appRoleSettings);
    else await owner.query(`alter role ${appRole} login password '${password}'`);
  });
  return password;
}

/** The migrations grant to `faircast_app` and its policies name it; a member inherits both. */
async function giveAppRights(owner: Client, role: string): Promise<void> {
  await explainRefusal(async () => {
    if ((await readCanLogin(owner)) === undefined) await owner.query(`create role ${appRole} nologin`);
    const { rows } = await owner.query<{ member: boolean }>(
      `select pg_has_role($1, '${appRole}', 'usage') as member`,
      [role],
    );
    if (!rows[0]!.member) await owner.query(`grant ${appRole} to ${escapeIdentifier(role)}`);
  });
}

async function explainRefusal(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new DomainError(
      'forbidden',
      'app_role_not_creatable',
      `the owner of the database may not make roles: let an administrator run "create role ${appRole} login password '…'", ` +
        'then set DATABASE_URL to that role and DATABASE_URL_DIRECT to the owner',
    );
  }
}

/** Whether the role may sign in; undefined when there is no such role. */
async function readCanLogin(owner: Client): Promise<boolean | undefined> {
  const { rows } = await owner.query<{ rolcanlogin: boolean }>(
    'select rolcanlogin from pg_roles where rolname = $1',
    [appRole],
  );
  return rows[0]?.rolcanlogin;
}

function keepPassword(file: string, password: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, JSON.stringify({ role: appRole, password }), { mode: 0o600 });
  fs.renameSync(temporary, file);
}

function readRole(url: string): Promise<{ role: string; isSuperuser: boolean }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ role: string; isSuperuser: boolean }>(
      'select rolname as role, rolsuper as "isSuperuser" from pg_roles where rolname = current_user',
    );
    return rows[0]!;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // the query in flight reports it; without a listener it would end the process
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
