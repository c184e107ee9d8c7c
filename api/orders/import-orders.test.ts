import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failInterruptedImports, requestCancel } from '../../db/queries/order-import.ts';
import { listGaps, resolveAlias } from '../../db/queries/order-import-gaps.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';
import type { ImportResult } from './import-orders.ts';
import {
  createImportScene,
  FINANCE,
  fixture,
  type ImportScene,
  pick,
  readFixture,
} from './import-scene.testing.ts';
import { keptPath } from './keep-file.ts';
import { encodeGb18030 } from './reading/gb18030.testing.ts';
import { undoImport } from './undo-import.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

const HEADER = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间,退款金额';
const tmall = (...rows: [no: number | string, paid: string][]) =>
  [
    HEADER,
    ...rows.map(([no, paid]) => `${no},${paid},${paid},2020-02-20 23:00:00,2020-02-20 23:01:00,0.0`),
  ].join('\n');
const put = (...rows: [no: number | string, paid: string][]) => scene.write('orders.csv', tmall(...rows));
const counts = ({ stored, updated, unchanged, rejected }: ImportResult) => [
  stored,
  updated,
  unchanged,
  rejected,
];
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
    const text = `${tmall(['1', '10.00'])}\n2,1.00,12.345,2020-02-20 23:00:00,,0\n3,1.00\n4,1.00,abc,2020-02-20 23:00:00,,0\n,1.00,1.00,2020-02-20 23:00:00,,0\n6,1,1,yesterday,,0`;
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

describe('cancelling', () => {
  const many = () => put(...Array.from({ length: 60_000 }, (_, i) => [i, '1.00'] as [number, string]));

  it('by the caller leaves nothing in', async () => {
    const stop = new AbortController();
    const file = await many();
    stop.abort();
    await expect(scene.importFile(file, { signal: stop.signal })).rejects.toMatchObject({
      code: 'import_cancelled',
    });
    expect(await count('order_line')).toBe(0);
    expect((await importRow(1)).status).toBe('cancelled');
  });

  it('by another connection leaves nothing in, even at the last moment', async () => {
    const file = await many();
    const locked = await holdOrders();
    const importing = scene.importFile(file);
    importing.catch(() => {});
    await until(async () => (await count('order_import')) === 1);
    expect(await inTransaction(scene.db, SYSTEM, (trx) => requestCancel(trx, 1))).toBe(true);
    await locked.release();
    await expect(importing).rejects.toMatchObject({ code: 'import_cancelled' });
    expect(await count('order_line')).toBe(0);
    expect((await importRow(1)).status).toBe('cancelled');
  });

  it('of a waiting import means that it never starts', async () => {
    await sql`insert into order_import (file_name, profile, platform) values ('x', '', 'tmall')`.execute(
      scene.ownerDb,
    );
    await inTransaction(scene.db, SYSTEM, (trx) => requestCancel(trx, 1));
    const refused = scene.importFile(await put(['1', '1.00']), { importId: 1 });
    await expect(refused).rejects.toMatchObject({ code: 'import_not_waiting' });
    expect((await importRow(1)).status).toBe('cancelled');
  });

  it('an import whose process is gone is found and marked, one that runs is not', async () => {
    await sql`insert into order_import (file_name, profile, platform, status, started_at) values ('x', '', 'tmall', 'running', now() - interval '1 hour')`.execute(
      scene.ownerDb,
    );
    const held = await holdAdvisory(sql`hashtext('faircast.import'), 1`);
    expect(await inTransaction(scene.db, SYSTEM, failInterruptedImports)).toBe(0);
    await held.release();
    expect(await inTransaction(scene.db, SYSTEM, failInterruptedImports)).toBe(1);
    expect(await importRow(1)).toMatchObject({ status: 'failed', failure: 'interrupted' });
  });

  const holdOrders = () => holdAdvisory(sql`hashtext('faircast.orders'), hashtext('tmall')`);

  /** Holds an advisory lock on a connection of its own until released. */
  async function holdAdvisory(key: ReturnType<typeof sql>) {
    const isHeld = Promise.withResolvers<void>();
    const isReleased = Promise.withResolvers<void>();
    const done = scene.ownerDb.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${key})`.execute(trx);
      isHeld.resolve();
      await isReleased.promise;
    });
    await isHeld.promise;
    return {
      async release() {
        isReleased.resolve();
        await done;
      },
    };
  }

  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
  }
});

describe('undoing an import', () => {
  const undo = (importId: number, identity = SYSTEM) => undoImport({ db: scene.db, identity, importId });

  it('takes its lines out and puts back what it changed', async () => {
    await scene.importFile(await put(['1', '10.00'], ['2', '20.50']));
    const before = await scene.lines();
    const second = await scene.importFile(await put(['2', '21.00'], ['3', '5.00']));
    expect(await undo(second.importId!)).toEqual({ importId: second.importId, deleted: 1, restored: 1 });
    expect(await scene.lines()).toEqual(before);
    expect((await importRow(second.importId!)).status).toBe('undone');
    await expect(undo(second.importId!)).rejects.toMatchObject({ code: 'import_not_done' });
    const again = await scene.importFile(await put(['2', '21.00'], ['3', '5.00']));
    expect(counts(again)).toEqual([1, 1, 0, 0]);
  });

  it('is refused while a later import has changed its lines, and names it', async () => {
    const first = await scene.importFile(await put(['1', '10.00']));
    const second = await scene.importFile(await put(['1', '11.00']));
    const third = await scene.importFile(await put(['1', '12.00']));
    await expect(undo(first.importId!)).rejects.toMatchObject({
      code: 'import_changed_later',
      details: { laterImports: [2, 3] },
    });
    await expect(undo(second.importId!)).rejects.toMatchObject({
      code: 'import_changed_later',
      details: { laterImports: [3] },
    });
    await undo(third.importId!);
    await undo(second.importId!);
    await undo(first.importId!);
    expect(await count('order_line')).toBe(0);
  });

  it('is refused when a line is settled, and changes nothing', async () => {
    const first = await scene.importFile(fixture('douyin-orders'));
    const line = (await scene.lines('settled_fen > 0'))[0]!;
    await sql`insert into settlement_run (id, month) overriding system value values (1, '2026-05') on conflict do nothing`.execute(
      scene.ownerDb,
    );
    await sql`insert into settlement_line (line_id, seq, run_id, anchor_id, tier_id, kind, sales_fen, base_fen, parts_fen)
      values (${line.id}, 0, 1, 1, 1, 0, 1, 1, '{1}')`.execute(scene.ownerDb);
    await expect(undo(first.importId!)).rejects.toMatchObject({
      code: 'import_settled',
      details: { settled: 1 },
    });
    expect(await count('order_line')).toBe(6);
  });

  it('is refused to who may not, and 404 for what is not there', async () => {
    await expect(undo(1, { ...FINANCE, role: 'compliance' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(undo(99)).rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('names the files use', () => {
  const gaps = (importId: number | null) =>
    inTransaction(scene.db, FINANCE, (trx) => listGaps(trx, importId));
  const addAnchor = async (name: string) =>
    (await scene.ownerDb.insertInto('anchor').values({ name }).returning('id').executeTakeFirstOrThrow()).id;
  const addProduct = async (name: string) =>
    (await scene.ownerDb.insertInto('product').values({ name }).returning('id').executeTakeFirstOrThrow()).id;

  it('are resolved while reading; unknown ones come back as gaps', async () => {
    const anchorId = await addAnchor('小禾');
    await scene.ownerDb
      .insertInto('anchor_account')
      .values({ anchor_id: anchorId, platform: 'douyin', external_id: 'xiaohe_01' })
      .execute();
    const result = await scene.importFile(fixture('douyin-commission'));
    expect(new Set(pick(await scene.lines(), 'anchor_id').flat())).toEqual(new Set([anchorId]));
    expect(result.gaps).toEqual([
      {
        kind: 'product',
        platform: 'douyin',
        externalId: '3612000000000000001',
        name: '山楂棒 "原味" 500g',
        lines: 4,
        paidFen: 133950,
      },
    ]);
    expect(await gaps(result.importId)).toEqual(result.gaps);
    expect(await gaps(null)).toEqual(result.gaps);
    expect(await gaps(result.importId! + 1)).toEqual([]);
  });

  it('a file that names no anchor takes the one who alone presents the listing', async () => {
    const anchorId = await addAnchor('独家');
    const productId = await addProduct('山楂棒');
    await scene.ownerDb
      .insertInto('product_listing')
      .values({
        product_id: productId,
        platform: 'douyin',
        external_id: '3612000000000000001',
        anchor_id: anchorId,
      })
      .execute();
    await scene.importFile(fixture('douyin-leader'));
    expect(pick(await scene.lines(), 'anchor_id', 'product_id')).toEqual([
      [anchorId, productId],
      [anchorId, productId],
    ]);
  });

  it('an alias fills in every line that is not settled, once and for all', async () => {
    await scene.importFile(fixture('douyin-commission'));
    const anchorId = await addAnchor('小禾');
    const other = await addAnchor('别人');
    const alias = (id: number) =>
      inTransaction(scene.db, FINANCE, (trx) =>
        resolveAlias(trx, { kind: 'anchor', platform: 'douyin', externalId: 'xiaohe_01', id }),
      );
    expect(await alias(anchorId)).toBe(4);
    expect(await alias(anchorId)).toBe(0);
    expect(await alias(other)).toBeUndefined();
    expect(counts(await scene.importFile(fixture('douyin-commission')))).toEqual([0, 0, 4, 1]);
    expect(new Set(pick(await scene.lines(), 'anchor_id').flat())).toEqual(new Set([anchorId]));
    const productId = await addProduct('山楂棒');
    const named = await inTransaction(scene.db, FINANCE, (trx) =>
      resolveAlias(trx, {
        kind: 'product',
        platform: 'douyin',
        externalId: '3612000000000000001',
        id: productId,
      }),
    );
    expect(named).toBe(4);
    expect(await gaps(null)).toEqual([]);
  });
});
