import path from 'node:path';
import type { Pool } from 'pg';
import { DomainError } from '../api/domain/error.ts';
import { startEmbedded } from './embedded.ts';
import { prepareAppRole } from './roles-external.ts';

export interface DatabaseChoice {
  /** A real server; the embedded one in `<dataDir>/pg` when not given. */
  databaseUrl?: string;
  /** The same database past a connection pooler, as the role that owns it: migrations and session locks go there. */
  databaseUrlDirect?: string;
  dataDir: string;
}

export interface PreparedDatabase {
  /** Migrates; a direct connection. */
  ownerUrl: string;
  /** What the product runs as: see assertAppRole. */
  appUrl: string;
  /** Gives the embedded server up; does nothing for a real one. */
  stop(): Promise<void>;
}

/**
 * Makes a database ready to be migrated: a server that runs and the role `faircast_app`, to which the migrations
 * grant. Refuses (DomainError) with what to set or to run when that role can be neither found nor made.
 */
export async function prepareDatabase(choice: DatabaseChoice): Promise<PreparedDatabase> {
  const { databaseUrl, databaseUrlDirect, dataDir } = choice;
  if (databaseUrl === undefined) {
    if (databaseUrlDirect !== undefined) {
      throw new DomainError(
        'invalid',
        'database_url_missing',
        'DATABASE_URL_DIRECT is set without DATABASE_URL',
      );
    }
    return startEmbedded({ dir: path.join(dataDir, 'pg'), durable: true });
  }
  const ownerUrl = databaseUrlDirect ?? databaseUrl;
  const appUrl = await prepareAppRole({ databaseUrl, ownerUrl, dataDir });
  return { ownerUrl, appUrl, stop: async () => {} };
}

/**
 * Refuses (DomainError, forbidden) a role that could step over row-level security or change the schema. Every
 * power is named, so that one round of corrections is enough.
 */
export async function assertAppRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Powers>(powersQuery);
  const powers = rows[0]!;
  const reasons = [
    powers.is_superuser && 'it is a superuser',
    powers.bypasses_rls && 'it has BYPASSRLS',
    powers.owned_table && `it owns table ${powers.owned_table}`,
    powers.open_schema && `it may CREATE in schema ${powers.open_schema}`,
    powers.creates_schemas && 'it may CREATE schemas in this database',
    powers.stronger_role && `it is a member of role ${powers.stronger_role}, which has such a power`,
  ].filter((reason) => typeof reason === 'string');
  if (reasons.length === 0) return;
  throw new DomainError(
    'forbidden',
    'app_role_too_powerful',
    `the database role ${powers.role} is too powerful to run FairCast: ${reasons.join('; ')}. ` +
      'Use a role of its own for DATABASE_URL and the owner for DATABASE_URL_DIRECT',
  );
}

interface Powers {
  role: string;
  is_superuser: boolean;
  bypasses_rls: boolean;
  owned_table: string | null;
  open_schema: string | null;
  creates_schemas: boolean;
  stronger_role: string | null;
}

const powersQuery = `
select r.rolname as role, r.rolsuper as is_superuser, r.rolbypassrls as bypasses_rls,
  (select min(c.relname::text) from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p') and c.relpersistence <> 't') as owned_table,
  (select min(n.nspname::text) from pg_namespace n
    where n.nspname !~ '^pg_(temp|toast)' and has_schema_privilege(r.oid, n.oid, 'create') and not r.rolsuper) as open_schema,
  has_database_privilege(r.oid, current_database(), 'create') and not r.rolsuper as creates_schemas,
  (select min(o.rolname::text) from pg_roles o
    where o.oid <> r.oid and not r.rolsuper and pg_has_role(r.oid, o.oid, 'member')
      and (o.rolsuper or o.rolbypassrls
        or exists (select from pg_database d where d.datname = current_database() and d.datdba = o.oid)
        or exists (select from pg_class c where c.relowner = o.oid and c.relkind in ('r', 'p') and c.relpersistence <> 't'))) as stronger_role
from pg_roles r where r.rolname = current_user`;
