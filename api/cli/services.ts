import fs from 'node:fs';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import { createDb, createPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { assertAppRole, prepareDatabase } from '../../db/roles.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { loadSecrets, type Secrets } from './secrets.ts';

export const DEFAULT_DATA_DIR = '.data';

export interface OpenServices {
  services: Services;
  secrets: Secrets;
  /** The database as the app's role: for what needs connections of its own. */
  databaseUrl: string;
  /** Ends the connections, then gives the embedded database up. */
  close(): Promise<void>;
}

/**
 * Opens the database of a data folder (or of DATABASE_URL), brings it to this version and refuses a role that is
 * too powerful. Whoever opens closes.
 */
export async function openServices({
  data,
  log = createLog(),
}: {
  data: string;
  log?: Logger;
}): Promise<OpenServices> {
  const dataDir = path.resolve(data);
  fs.mkdirSync(dataDir, { recursive: true });
  const secrets = loadSecrets(dataDir);
  const { DATABASE_URL, DATABASE_URL_DIRECT } = process.env;
  const database = await prepareDatabase({
    databaseUrl: DATABASE_URL || undefined,
    databaseUrlDirect: DATABASE_URL_DIRECT || undefined,
    dataDir,
  });
  let isClosing = false;
  const pool = createPool(database.appUrl, {
    max: 20,
    // A server that stops may end a connection before its own goodbye arrives: no news while closing.
    onError: (error) => isClosing || log.warn({ err: error }, 'database connection lost'),
  });
  const db = createDb(pool);
  const close = async () => {
    isClosing = true;
    await db.destroy();
    await database.stop();
  };
  try {
    await migrate(database.ownerUrl);
    await assertAppRole(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const services = { db, dataDir, sealKey: secrets.sealKey, log };
  return { services, secrets, databaseUrl: database.appUrl, close };
}

/** Opens the services for the time of one command and closes everything after it, done or refused. */
export async function withServices<T>(
  options: { data: string },
  work: (services: Services, identity: Identity) => Promise<T>,
): Promise<T> {
  const { services, close } = await openServices(options);
  try {
    return await work(services, SYSTEM);
  } finally {
    await close();
  }
}

/** JSON lines on stderr (stdout belongs to a command's answer); never a body, never a cookie. */
export function createLog(level = process.env.LOG_LEVEL ?? 'warn'): Logger {
  const secrets = [
    'password',
    'token',
    'secret',
    'cookie',
    'authorization',
    'bankAccount',
    'totpURI',
    'backupCodes',
  ];
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [...paths, 'err.parameters', 'err.detail', 'err.where'],
    },
    pino.destination(2),
  );
}
