import { randomBytes } from 'node:crypto';
import { countUsers } from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createApp } from '../app.ts';
import { DomainError } from '../domain/error.ts';
import { SYSTEM } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { removeLeftovers } from '../http/uploads/keep-file.ts';
import { comparePhotosHere } from '../inspections/photo-engine.ts';
import { startWorker } from '../jobs/worker.ts';
import { startServer } from '../server.ts';
import { createUser } from '../users/create-user.ts';
import { buildWebWhenNeeded } from './build-web.ts';
import { readArgs, UsageError } from './command.ts';
import { createLog, DEFAULT_DATA_DIR, type OpenServices, openServices } from './services.ts';

export const name = 'start';
export const usage = 'start [--port 8787] [--data .data] [--demo] [--no-screens]';

interface StartOptions {
  port: number;
  data: string;
  demo: boolean;
  /** Only the API: for work on the screens, which Vite then serves, and for tests. */
  noScreens: boolean;
}

/** Opens the database, serves the API and the screens, and stays until Ctrl-C or SIGTERM; a second one stops at once. */
export async function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  const stopped = waitForSignal();
  const webDir = options.noScreens ? undefined : await buildWebWhenNeeded(say);
  // A person at a terminal wants the address; whoever collects a log wants every request.
  const quiet = process.stderr.isTTY ? 'warn' : 'info';
  const opened = await openServices({ data: options.data, log: createLog(process.env.LOG_LEVEL ?? quiet) });
  try {
    await removeLeftovers(opened.services.dataDir);
    await prepareUsers(opened.services, options.demo);
    await serveUntil(stopped, opened, options, webDir);
  } finally {
    await opened.close();
  }
  say('Stopped; everything is kept.');
  return 0;
}

function readOptions(args: string[]): StartOptions {
  const { values } = readArgs(args, {
    options: {
      port: { type: 'string', default: process.env.PORT ?? '8787' },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
      demo: { type: 'boolean', default: false },
      'no-screens': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${values.port} is not a port`);
  return { port, data: values.data, demo: values.demo, noScreens: values['no-screens'] };
}

async function serveUntil(
  stopped: Promise<void>,
  { services, secrets, databaseUrl }: OpenServices,
  { port }: StartOptions,
  webDir?: string,
): Promise<void> {
  let isDraining = false;
  const publicUrl = process.env.FAIRCAST_URL || undefined;
  const trustedProxies = (process.env.FAIRCAST_TRUSTED_PROXIES ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const app = createApp(services, {
    authSecret: secrets.authSecret,
    publicUrl,
    trustedProxies,
    webDir,
    isDraining: () => isDraining,
  });
  const worker = await startWorker(services, { databaseUrl, comparePhotos: comparePhotosHere });
  try {
    const server = await listen(app, port);
    say(`FairCast 明播 is at ${publicUrl ?? `http://localhost:${server.port}`}  (Ctrl-C stops it)`);
    await stopped;
    isDraining = true;
    say('Stopping …');
    await Promise.all([server.close(), worker.stop()]);
  } finally {
    await worker.stop();
  }
}

async function listen(app: ReturnType<typeof createApp>, port: number) {
  try {
    return await startServer(app, { port, hostname: process.env.HOST ?? '127.0.0.1' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new DomainError('conflict', 'port_taken', `port ${port} is taken: choose another with --port`);
  }
}

/** With --demo the demo agency is told; a database without users gets a first admin whose password is shown this once. */
async function prepareUsers(services: Services, demo: boolean): Promise<void> {
  if (demo) {
    const { seedDemo, demoUsers } = await import('./seed/seed-demo.ts');
    const outcome = await seedDemo(services, () => say('Telling the demo agency …'));
    if (outcome === 'foreign') say('This database has users of its own: the demo stays out of it.');
    else
      for (const user of demoUsers)
        say(`  ${user.role.padEnd(11)} ${user.email}  password: ${user.password}`);
    return;
  }
  const users = await inTransaction(services.db, SYSTEM, countUsers, { readOnly: true });
  if (users > 0) return;
  const password = randomBytes(12).toString('base64url');
  const admin = {
    name: '管理员',
    email: 'admin@faircast.local',
    role: 'admin',
    scope: 'all',
    teamId: null,
    anchorId: null,
    locale: 'zh',
    banned: false,
  } as const;
  await createUser(services, SYSTEM, { ...admin, password });
  say(`First admin: ${admin.email}  password: ${password}  (shown once)`);
}

/** The first signal asks, the second insists. */
function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
