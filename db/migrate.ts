import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client, type DatabaseError } from 'pg';
import { DomainError } from '../api/domain/error.ts';

export interface MigrateOptions {
  /** Where the SQL files are; the product's own when not given. */
  dir?: string;
}

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

const ownDir = path.join(import.meta.dirname, 'migrations');

/**
 * Brings a database to the state of the migration files, in the order of their names, each in its own transaction.
 * Answers the names it applied. Refuses (DomainError) a database that is ahead of the files, and a file that was
 * edited after it was applied: forward only.
 */
export async function migrate(ownerUrl: string, { dir = ownDir }: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(dir);
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // the query in flight reports it; without a listener it would end the process
  await client.connect();
  try {
    await client.query('set statement_timeout = 0; set lock_timeout = 0; set client_min_messages = warning');
    // Held by the session until it ends: of several processes that boot at once one migrates, the others wait and find nothing to do.
    await client.query("select pg_advisory_lock(hashtext('faircast migrate'))");
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

export function readMigrations(dir: string): Migration[] {
  const names = fs
    .readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    const sql = fs.readFileSync(path.join(dir, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

async function findPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`
    create table if not exists schema_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default clock_timestamp()
    );
    comment on table schema_migration is 'Which migration files this database has seen, and their content''s hash';
    grant select on schema_migration to faircast_app`);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of rows.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = known.get(name);
    if (!file) {
      throw new DomainError(
        'conflict',
        'database_ahead',
        `the database has seen migration ${name}, which this version of FairCast does not know: start a newer version`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new DomainError(
        'conflict',
        'migration_edited',
        `migration ${name} was edited after it was applied: restore the file and write a new migration`,
      );
    }
    known.delete(name);
  }
  return [...known.values()];
}

/** Waits at most 3 s for a lock, so that a long query never makes everyone queue behind a migration; then tries again. */
async function apply(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query("begin; set local lock_timeout = '3s'");
      await client.query(sql);
      await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256]);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      const { code, position, message } = error as DatabaseError;
      if (code === '55P03' && attempt < 10) continue;
      const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '';
      throw new Error(`migration ${name} failed${line}: ${message}`, { cause: error });
    }
  }
}
