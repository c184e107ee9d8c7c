import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { inject } from 'vitest';
import { createTestDb, makeTemplateOnce, type TestDb } from '../../../db/test-db.ts';
import type { Services } from '../../http/context.ts';
import { seedDemo } from './seed-demo.ts';

/** A database with the whole demo in it, copied in milliseconds from one that was told once per test run. */
export async function createSeededTestDb(): Promise<TestDb> {
  return createTestDb(await makeTemplateOnce('seeded', async (testDb) => void (await seedInto(testDb))));
}

/** Key of sealed account numbers in seeded test databases: tests that open one need it. */
export const SEEDED_SEAL_KEY = Buffer.alloc(32, 7);

/** Services on a seeded test database, with a data folder of their own that holds the demo's photos and papers. */
export function servicesOn({ db }: TestDb): Services {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-seeded-'));
  if (fs.existsSync(filesOfRun())) fs.cpSync(filesOfRun(), dataDir, { recursive: true });
  return { db, dataDir, sealKey: SEEDED_SEAL_KEY, log: pino({ level: 'silent' }) };
}

/** What the template's rows name by its hash: told once per test run, like the template itself. */
const filesOfRun = (): string =>
  path.join(os.tmpdir(), `faircast-seeded-files-${inject('testServer').template}`);

async function seedInto(testDb: TestDb): Promise<void> {
  const services = servicesOn(testDb);
  try {
    await seedDemo(services);
    fs.cpSync(services.dataDir, filesOfRun(), { recursive: true });
  } finally {
    fs.rmSync(services.dataDir, { recursive: true, force: true });
  }
}
