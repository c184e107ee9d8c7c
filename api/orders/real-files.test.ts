import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportScene, type ImportScene, ONLINE_RETAIL } from './import-scene.testing.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/orders');
const isThere = existsSync(folder);
if (!isThere) console.log('real order files: skipped, there is no ../shared/data/orders beside this project');

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
afterAll(() => scene.close());

describe.runIf(isThere)('real order files', () => {
  it('Tmall: 14,000 lines; paid, unpaid and refunded as an independent count of the file has them', async () => {
    const file = path.join(folder, 'tmall-orders.csv');
    const result = await scene.importFile(file);
    const rows = (await readFile(file, 'utf8'))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const cents = (text: string) => Math.round(Number(text) * 100);
    const sum = (column: number) => rows.reduce((total, row) => total + cents(row[column]!), 0);
    expect(result).toMatchObject({
      profile: 'tmall-orders',
      lines: 14_000,
      stored: 14_000,
      rejected: 0,
      settledFen: 0,
    });
    expect([result.paidFen, result.refundedFen]).toEqual([sum(2), sum(6)]);
    const { rows: byStatus } = await sql<{ status: number; n: number }>`
      select status, count(*) as n from order_line where platform = 'tmall' group by 1`.execute(
      scene.ownerDb,
    );
    const unpaid = rows.filter((row) => row[5] === '').length;
    const refunded = rows.filter((row) => row[5] !== '' && Number(row[6]) > 0 && Number(row[2]) === 0).length;
    expect(Object.fromEntries(byStatus.map((row) => [row.status, row.n]))).toEqual({
      0: unpaid,
      1: 14_000 - unpaid - refunded,
      4: refunded,
    });
    expect(rows.filter((row) => cents(row[6]!) > cents(row[2]!)).length).toBe(2710);
    expect(await scene.importFile(file)).toMatchObject({ stored: 0, updated: 0, unchanged: 14_000 });
  });

  it('a shop export of 245,903 lines: none lost, the net total to the cent, no sale over-refunded', async () => {
    const file = path.join(folder, 'uci-online-retail.csv.gz');
    const result = await scene.importFile(file, { mapping: ONLINE_RETAIL });
    expect(result).toMatchObject({
      lines: 245_903,
      stored: 245_903,
      rejected: 0,
      paidFen: 439_795_076,
      settledFen: 439_795_076,
    });
    const text = gunzipSync(await readFile(file)).toString();
    expect((text.match(/^C/gm) ?? []).length).toBe(4494);
    const { rows } = await sql<Record<string, number>>`
      select count(*) filter (where kind = 1 and order_no like 'C%') as cancelled,
             count(*) filter (where kind = 1 and order_no like 'C%' and refund_of_id is not null) as linked,
             count(*) filter (where kind = 1 and order_no not like 'C%' and quantity < 0 and paid_fen = 0) as adjusted,
             (select count(*) from order_line s join (select refund_of_id, -sum(quantity) as back from order_line where refund_of_id is not null group by 1) r
               on r.refund_of_id = s.id where r.back > s.quantity) as "overRefunded",
             (select count(*) from order_line r join order_line s on s.id = r.refund_of_id
               where s.product_ext_id <> r.product_ext_id or s.buyer_key <> r.buyer_key or s.paid_at > r.paid_at or s.kind <> 0) as wrong
        from order_line where platform = 'other'`.execute(scene.ownerDb);
    expect(rows[0]).toMatchObject({ cancelled: 4494, adjusted: 758, overRefunded: 0, wrong: 0 });
    console.log(`online retail: ${rows[0]!.linked} of 4494 cancellations linked to their sale`);
    expect(rows[0]!.linked).toBeGreaterThan(3000);
    expect(await scene.importFile(file, { mapping: ONLINE_RETAIL })).toMatchObject({
      stored: 0,
      updated: 0,
      unchanged: 245_903,
    });
  });
});
