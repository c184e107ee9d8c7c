import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../domain/identity.ts';
import {
  counts,
  createImportScene,
  FINANCE,
  fixture,
  type ImportScene,
  tmallText,
} from './import-scene.testing.ts';
import { undoImport } from './undo-import.ts';

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
