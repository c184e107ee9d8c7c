import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSyntheticOrders } from '../../bench/synthetic-orders.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const fixture = (name: string) => fileURLToPath(new URL(`../orders/fixtures/${name}.csv`, import.meta.url));

let testDb: TestDb;
let dir: string;
beforeAll(async () => {
  testDb = await createTestDb();
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-cli-import-'));
});
afterAll(async () => {
  await testDb.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

function begin(...args: string[]): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; out: string; err: string }>;
} {
  const env = { ...process.env, DATABASE_URL: testDb.appUrl, DATABASE_URL_DIRECT: testDb.ownerUrl };
  const child = spawn(process.execPath, [main, ...args, '--data', path.join(dir, 'data')], { env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
}
const run = (...args: string[]) => begin(...args).ended;
const lines = async () =>
  (await sql<{ n: number }>`select count(*) as n from order_line`.execute(testDb.ownerDb)).rows[0]!.n;

describe('faircast import', () => {
  it('imports a file, tells refused lines with their reason, and answers exactly the agreed JSON', async () => {
    const dry = await run('import', fixture('douyin-commission'), '--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain('5 lines (dry run, nothing kept)');
    expect(dry.out).toMatch(/rejected: line \d+, column .+: .+/);
    expect(dry.out).toMatch(/unknown anchor douyin xiaohe_01 小禾: \d+ lines/);
    expect(await lines()).toBe(0);

    const first = await run('import', fixture('douyin-commission'), '--json');
    expect(first).toMatchObject({ code: 0, err: '' });
    const result = JSON.parse(first.out);
    expect(Object.keys(result)).toEqual([
      'importId',
      'recognised',
      'lines',
      'stored',
      'updated',
      'unchanged',
      'rejected',
      'paidFen',
      'settledFen',
      'refundedFen',
      'gaps',
    ]);
    expect(result).toMatchObject({ importId: expect.any(Number), lines: 5, stored: 4, rejected: 1 });
    expect(await lines()).toBe(4);

    const undone = await run('undo-import', String(result.importId), '--json');
    expect([undone.code, JSON.parse(undone.out)]).toEqual([
      0,
      { importId: result.importId, deleted: 4, restored: 0 },
    ]);
    expect(await lines()).toBe(0);
    const again = await run('undo-import', String(result.importId));
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^faircast: .*undone.*\n$/) });
  });

  it('refuses in one line a file without a known header, naming its columns and what is needed', async () => {
    const { code, out, err } = await run('import', fixture('shop-export'));
    expect([code, out]).toEqual([1, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('InvoiceNo, StockCode, Description');
    expect(err).toContain('--mapping');
  });

  it('reads such a file by a mapping, and refuses one that is not JSON', async () => {
    const mapping = path.join(dir, 'mapping.json');
    fs.writeFileSync(mapping, '{');
    const refused = await run('import', fixture('shop-export'), '--mapping', mapping);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(mapping) });
    const fields = {
      orderNo: { column: 'InvoiceNo' },
      lineNo: { ordinalWithin: ['InvoiceNo', 'StockCode'] },
      quantity: { column: 'Quantity' },
      paidFen: { multiply: ['Quantity', 'UnitPrice'] },
      status: { constant: 'paid' },
      refundWhen: { column: 'InvoiceNo', startsWith: 'C' },
    };
    fs.writeFileSync(mapping, JSON.stringify({ name: '店铺', platform: 'other', fields }));
    const { code, out } = await run(
      'import',
      fixture('shop-export'),
      '--mapping',
      mapping,
      '--dry-run',
      '--json',
    );
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { importId: null, recognised: '店铺', lines: 10, rejected: 0, paidFen: 1376 },
    ]);
  });

  it('answers wrong words with exit code 2', async () => {
    for (const args of [['import'], ['import', 'a', 'b'], ['undo-import', 'x'], ['undo-import']])
      expect(await run(...args), args.join(' ')).toMatchObject({ code: 2, out: '' });
  });

  it('takes everything back at Ctrl-C', async () => {
    const file = path.join(dir, 'synthetic.csv');
    await writeSyntheticOrders(file, { lines: 100_000 });
    const { child, ended } = begin('import', file);
    let copied = 0;
    while (copied < 2_000_000) {
      const { rows } = await sql<{ bytes: number }>`
        select coalesce(max(bytes_processed), 0)::bigint as bytes from pg_stat_progress_copy
         where datname = current_database()`.execute(testDb.db);
      copied = rows[0]!.bytes;
      expect(child.exitCode).toBeNull();
    }
    child.kill('SIGINT');
    expect(await ended).toMatchObject({
      code: 1,
      out: '',
      err: 'faircast: The import was cancelled; nothing of it is in.\n',
    });
    expect(await lines()).toBe(0);
    const last = await testDb.ownerDb
      .selectFrom('order_import')
      .select('status')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(last).toEqual({ status: 'cancelled' });
  });
});
