import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptPath } from '../http/uploads/keep-file.ts';
import {
  counts,
  createImportScene,
  FINANCE,
  fixture,
  type ImportScene,
  pick,
  readFixture,
  tmallText,
} from './import-scene.testing.ts';
import { encodeGb18030 } from './reading/gb18030.testing.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

const put = (...rows: [no: number | string, paid: string][]) => scene.write('orders.csv', tmallText(rows));
const importRow = async (id: number) =>
  scene.ownerDb.selectFrom('order_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const count = async (table: 'order_line' | 'order_line_revision' | 'order_import' | 'order_reject') =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(scene.ownerDb)).rows[0]!.n;

describe('importing a file', () => {
  it('stores its lines, keeps the original, and leaves a record and an audit entry', async () => {
    const file = await put(['1', '10.00'], ['2', '20.50']);
    const result = await scene.importFile(file, { identity: FINANCE });
    expect(result).toMatchObject({
      lines: 2,
      stored: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      paidFen: 3050,
    });
    const row = await importRow(result.importId!);
    expect(row).toMatchObject({
      status: 'done',
      lines: 2,
      stored: 2,
      paid_fen: 3050,
      platform: 'tmall',
      profile: 'tmall-orders',
    });
    expect(row.bytes_read).toBe(row.bytes_total);
    expect(existsSync(keptPath(scene.dataDir, row.file_sha256!))).toBe(true);
    const ids = pick(await scene.lines(), 'id', 'import_id', 'src_line');
    expect(ids).toEqual([
      [result.importId! * 2 ** 24 + 2, result.importId, 2],
      [result.importId! * 2 ** 24 + 3, result.importId, 3],
    ]);
    const audit = await scene.ownerDb
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'imports.create')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(audit).toMatchObject({
      actor_id: 'fin',
      entity: 'order_import',
      entity_id: String(result.importId),
    });
  });

  it('changes nothing when the same file comes again', async () => {
    const file = await put(['1', '10.00'], ['2', '20.50']);
    await scene.importFile(file);
    const before = await scene.lines();
    const again = await scene.importFile(file);
    expect(counts(again)).toEqual([0, 0, 2, 0]);
    expect(again.paidFen).toBe(3050);
    expect(await scene.lines()).toEqual(before);
    expect(await count('order_line_revision')).toBe(0);
  });

  it('reads the same lines from GB18030 as from UTF-8', async () => {
    const text = (await readFixture('douyin-orders')).replace(/^\ufeff/, '');
    await scene.importFile(fixture('douyin-orders'));
    const again = await scene.importFile(await scene.write('gb.csv', encodeGb18030(text)));
    expect(counts(again)).toEqual([0, 0, 6, 1]);
  });

  it('updates the orders of a newer export, keeps their ids and remembers what they were', async () => {
    const first = await scene.importFile(await put(['1', '10.00'], ['2', '20.50']));
    const second = await scene.importFile(await put(['2', '21.00'], ['3', '5.00']));
    expect(counts(second)).toEqual([1, 1, 0, 0]);
    const lines = await scene.lines();
    expect(pick(lines, 'order_no', 'id', 'paid_fen')).toEqual([
      ['1', first.importId! * 2 ** 24 + 2, 1000],
      ['2', first.importId! * 2 ** 24 + 3, 2100],
      ['3', second.importId! * 2 ** 24 + 3, 500],
    ]);
    const [revision] = await scene.ownerDb.selectFrom('order_line_revision').selectAll().execute();
    expect(revision).toMatchObject({
      line_id: lines[1]!.id,
      import_id: second.importId,
      before: { paid_fen: 2050, import_id: first.importId },
    });
  });

  it('finds a known line behind any number of new ones', async () => {
    const all = Array.from({ length: 3000 }, (_, i) => [String(i), '1.00'] as [string, string]);
    await scene.importFile(await put(...all.slice(1500, 1501)));
    const result = await scene.importFile(await put(...all));
    expect(counts(result)).toEqual([2999, 0, 1, 0]);
    expect(await count('order_line')).toBe(3000);
  });

  it('takes the last of lines with one key: an identical one is unchanged, a differing one is reported', async () => {
    const result = await scene.importFile(
      await put(['1', '10.00'], ['1', '10.00'], ['2', '1.00'], ['2', '2.00'], ['3', '3.00']),
    );
    expect(result.lines).toBe(5);
    expect(counts(result)).toEqual([3, 0, 1, 1]);
    expect(result.paidFen).toBe(1500);
    expect(result.rejects).toMatchObject([{ line: 4, code: 'superseded' }]);
    expect(pick(await scene.lines(), 'order_no', 'paid_fen')).toEqual([
      ['1', 1000],
      ['2', 200],
      ['3', 300],
    ]);
  });

  it('keeps rejected lines with line, column and reason, and the rest of the file', async () => {
    const text = `${tmallText([['1', '10.00']])}\n2,1.00,12.345,2020-02-20 23:00:00,,0\n3,1.00\n4,1.00,abc,2020-02-20 23:00:00,,0\n,1.00,1.00,2020-02-20 23:00:00,,0\n6,1,1,yesterday,,0`;
    const result = await scene.importFile(await scene.write('orders.csv', text));
    expect(counts(result)).toEqual([1, 0, 0, 5]);
    const rejects = await scene.ownerDb.selectFrom('order_reject').selectAll().orderBy('src_line').execute();
    expect(rejects.map((row) => [row.src_line, row.column_name, row.code])).toEqual([
      [3, '买家实际支付金额', 'amount_too_fine'],
      [4, null, 'field_count'],
      [5, '买家实际支付金额', 'bad_amount'],
      [6, null, 'missing_order_no'],
      [7, '订单创建时间', 'bad_time'],
    ]);
    expect(rejects[2]).toMatchObject({
      raw: '4,1.00,abc,2020-02-20 23:00:00,,0',
      reason: '"abc" is not an amount in yuan',
    });
  });

  it('stores the first ten thousand rejects and counts all', async () => {
    const rows = Array.from({ length: 10_050 }, (_, i) => [i, 'x'] as [number, string]);
    const result = await scene.importFile(await put(['a', '1.00'], ...rows));
    expect(counts(result)).toEqual([1, 0, 0, 10_050]);
    expect(await count('order_reject')).toBe(10_000);
  });

  it('keeps nothing of a dry run and answers with the same figures', async () => {
    const file = await put(['1', '10.00'], ['2', 'x']);
    const tried = await scene.importFile(file, { dryRun: true });
    expect(tried).toMatchObject({ importId: null, stored: 1, rejected: 1, paidFen: 1000 });
    expect(await count('order_line')).toBe(0);
    expect(await count('order_import')).toBe(0);
  });

  it('is refused to who may not import', async () => {
    const file = await put(['1', '10.00']);
    const refused = scene.importFile(file, { identity: { ...FINANCE, role: 'operator' } });
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await count('order_import')).toBe(0);
  });
});

describe('settled lines', () => {
  const settled = async () => {
    await scene.importFile(fixture('douyin-orders'));
    return (await scene.lines("order_no = '6920260000000000111'"))[0]!;
  };
  const later = async (change: (text: string) => string) =>
    scene.importFile(await scene.write('later.csv', change(await readFixture('douyin-orders'))));

  it('a full refund after settlement takes the settled amounts to 0 and leaves the settlement its time', async () => {
    const line = await settled();
    const result = await later((text) =>
      text.replace(
        '部分退款,2026-05-03 20:10:05,2026-05-03 20:10:05,2026-05-03 20:10:05,33.34',
        '已退款,2026-05-03 20:10:05,2026-05-03 20:10:05,,100.01',
      ),
    );
    expect(counts(result)).toEqual([0, 1, 5, 1]);
    expect((await scene.lines("order_no = '6920260000000000111'"))[0]).toMatchObject({
      id: line.id,
      status: 4,
      settled_fen: 0,
      commission_fen: 0,
      settled_at: line.settled_at,
      refund_fen: 10001,
    });
  });

  it('an older export does not unmake a settlement: its line is rejected and says which import knows more', async () => {
    const line = await settled();
    const result = await later((text) =>
      text.replace(
        '部分退款,2026-05-03 20:10:05,2026-05-03 20:10:05,2026-05-03 20:10:05,33.34',
        '已支付,2026-05-03 20:10:05,2026-05-03 20:10:05,,0.00',
      ),
    );
    expect(counts(result)).toEqual([0, 0, 5, 2]);
    expect(result.rejects).toContainEqual(expect.objectContaining({ line: 5, code: 'older_than_stored' }));
    expect((await scene.lines("order_no = '6920260000000000111'"))[0]).toEqual(line);
  });
});
