import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { lookAfter, openAsSuperuser } from '../../db/queries/book-checks/books-scene.testing.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { type BookReport, reportOnBooks } from '../books/check-books.ts';
import { createTestApp } from '../http/test-client.ts';
import { closeTwoMonths } from './closed-books.testing.ts';

let t: TestDb;
let superDb: Db;

beforeAll(async () => {
  t = await createTestDb();
  superDb = openAsSuperuser(t);
  await closeTwoMonths(t);
});
afterAll(async () => {
  await superDb.destroy();
  await t.close();
});

const reportAfter = (...writes: RawBuilder<unknown>[]): Promise<BookReport> =>
  lookAfter(superDb, writes, reportOnBooks);
const broken = (report: BookReport) => report.checks.filter((check) => !check.ok).map((check) => check.code);

describe('books that only the product wrote', () => {
  it('give no alarm, with every kind of line in them', async () => {
    const report = await reportAfter();
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.ok).toBe(true);
    const { rows } = await sql<{ kinds: number[]; owing: number }>`
      select (select array_agg(distinct kind order by kind) from settlement_line) as kinds,
             (select count(*) from statement where opening_fen < 0) as owing`.execute(t.ownerDb);
    expect(rows[0]).toEqual({ kinds: [0, 1, 2], owing: 1 });
  });

  it('give no alarm for a refund that is reported and not settled yet', async () => {
    const report = await reportAfter(
      sql`update order_line set settled_fen = 1 where id = 3`,
      sql`insert into order_line_revision (line_id, platform, import_id, before) values (3, 'douyin', 2, '{}')`,
    );
    expect(broken(report)).toEqual([]);
  });

  it('are checked by finance, compliance and admin, and by nobody else', async () => {
    const app = createTestApp(t);
    for (const role of ['finance', 'compliance', 'admin'] as const) {
      const response = await (await app.as(role)).get('/api/books/check');
      expect(await response.json()).toMatchObject({ ok: true });
    }
    for (const role of ['operator', 'anchor'] as const)
      expect((await (await app.as(role)).get('/api/books/check')).status).toBe(403);
  });
});

describe('faircast check-books', () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  /** The real command on the test's database. */
  function runCommand(...args: string[]): Promise<{ code: number; stdout: string }> {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-books-'));
    const env = { ...process.env, DATABASE_URL: t.appUrl, DATABASE_URL_DIRECT: t.ownerUrl };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [main, 'check-books', '--data', data, ...args],
        { env },
        (error, stdout, stderr) => {
          fs.rmSync(data, { recursive: true });
          resolve({ code: error ? Number(error.code) : 0, stdout: stdout || stderr });
        },
      );
    });
  }

  it('exits 0 with one JSON document when no rule is broken', async () => {
    const { code, stdout } = await runCommand('--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    expect(code).toBe(0);
  });

  it('exits 1 and names the rule and the record when one is', async () => {
    const setStatus = (status: string) =>
      sql`update order_import set status = ${status} where id = 1`.execute(t.ownerDb);
    await setStatus('failed');
    try {
      const { code, stdout } = await runCommand();
      expect(stdout).toContain('✗ Every order line comes from a finished import (1)');
      expect(stdout).toContain('"importId":1');
      expect(code).toBe(1);
    } finally {
      await setStatus('done');
    }
  });

  it('exits 2 on words it does not know', async () => {
    expect((await runCommand('--month', '2026-05')).code).toBe(2);
  });
});
