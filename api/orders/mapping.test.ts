import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveMapping } from '../../db/queries/order-import-mappings.ts';
import { listOrders, summariseOrders } from '../../db/queries/orders.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DEFAULT_LIMITS } from '../files/limits.ts';
import { headerKey } from './choose-reading.ts';
import {
  createImportScene,
  FINANCE,
  fixture,
  type ImportScene,
  ONLINE_RETAIL,
  pick,
} from './import-scene.testing.ts';
import { encodeGb18030 } from './reading/gb18030.testing.ts';
import { readHeader } from './reading/header.ts';
import { openOrderFile } from './reading/order-file.ts';
import { undoImport } from './undo-import.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

const shop = { ...ONLINE_RETAIL, name: 'Shop export', missing: ['-', '--', ''] };

describe('a mapping', () => {
  it('multiplies, numbers lines, computes commission and tells refunds; no line is lost', async () => {
    const result = await scene.importFile(fixture('shop-export'), { mapping: shop });
    expect(result).toMatchObject({
      profile: 'mapping',
      recognised: 'Shop export',
      lines: 10,
      stored: 10,
      rejected: 0,
    });
    const names = ['order_no', 'line_no', 'kind', 'quantity', 'paid_fen', 'settled_fen', 'commission_fen'];
    expect(pick(await scene.lines(), ...names)).toEqual([
      ['1001', 'A1', 0, 6, 1530, 1530, 306],
      ['1001', 'A1#2', 0, 2, 510, 510, 102],
      ['1002', 'A1', 0, 3, 765, 765, 153],
      ['1003', 'A1', 0, 9, 2295, 2295, 459],
      ['C1004', 'A1', 1, -3, -765, -765, -153],
      ['C1005', 'A1', 1, -6, -1530, -1530, -306],
      ['C1006', 'A1', 1, -6, -1530, -1530, -306],
      ['1007', 'B2', 1, -5, 0, 0, 0],
      ['1008', 'B2', 0, 3, 101, 101, 20],
      ['1009', 'B2', 0, 1, 0, 0, 0],
    ]);
    const again = await scene.importFile(fixture('shop-export'), { mapping: shop });
    expect(again).toMatchObject({ stored: 0, updated: 0, unchanged: 10 });
  });

  it('links each refund to the newest sale of the same buyer, product and price that holds enough; the rest are listed', async () => {
    await scene.importFile(fixture('shop-export'), { mapping: shop });
    const lines = await scene.lines();
    const saleOf = (orderNo: string) => {
      const refund = lines.find((line) => line.order_no === orderNo)!;
      return lines.find((line) => line.id === refund.refund_of_id)?.order_no ?? null;
    };
    // 1002 holds 3; 1001's first line holds 6 and is then empty; 1003 is another buyer's
    expect([saleOf('C1004'), saleOf('C1005'), saleOf('C1006'), saleOf('1007')]).toEqual([
      '1002',
      '1001',
      null,
      null,
    ]);
    const { unlinked, sums } = await inTransaction(scene.db, FINANCE, async (trx) => ({
      unlinked: await listOrders(trx, {
        filter: { unlinked: true },
        sort: { field: 'paidFen', order: 'asc' },
        offset: 0,
        limit: 10,
      }),
      sums: await summariseOrders(trx, {}),
    }));
    expect(sums).toMatchObject({ lines: 10, unlinkedRefunds: 2, unlinkedRefundFen: -1530 });
    expect(unlinked.total).toBe(2);
    expect(unlinked.rows.map((row) => row.orderNo)).toEqual(['C1006', '1007']);
  });

  it('links a refund whose sale comes with a later file, and lets it wait again when that file is undone', async () => {
    const [header, ...rows] = (await import('node:fs'))
      .readFileSync(fixture('shop-export'), 'utf8')
      .trim()
      .split('\r\n');
    const refunds = await scene.write('refunds.csv', [header, rows[4]].join('\n'));
    await scene.importFile(refunds, { mapping: shop });
    expect((await scene.lines())[0]!.refund_of_id).toBeNull();
    const sales = await scene.importFile(await scene.write('sales.csv', [header, rows[2]].join('\n')), {
      mapping: shop,
    });
    const linked = await scene.lines();
    expect(linked[0]!.refund_of_id).toBe(linked[1]!.id);
    await undoImport({ db: scene.db, identity: FINANCE, importId: sales.importId! });
    expect(pick(await scene.lines(), 'order_no', 'refund_of_id')).toEqual([['C1004', null]]);
  });

  it('is found again for the next file with the same headers in any order', async () => {
    const header = readHeader(
      [
        'Country',
        'InvoiceNo',
        'StockCode',
        'Description',
        'Quantity',
        'InvoiceDate',
        'UnitPrice',
        'CustomerID',
      ],
      undefined,
    );
    const save = () =>
      inTransaction(scene.db, FINANCE, (trx) =>
        saveMapping(trx, {
          name: shop.name,
          platform: 'other',
          headerKey: headerKey(header),
          mapping: shop,
          createdBy: 'fin',
        }),
      );
    const id = await save();
    expect(await save()).toBe(id);
    const result = await scene.importFile(fixture('shop-export'));
    expect(result).toMatchObject({ recognised: 'Shop export', stored: 10 });
    const row = await scene.ownerDb
      .selectFrom('order_import')
      .select(['mapping_id', 'mapping'])
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ mapping_id: id, mapping: shop });
  });

  it('with unknown fields, missing parts or a rate that is none is refused, each place named', async () => {
    const refused = (mapping: unknown) => scene.importFile(fixture('shop-export'), { mapping });
    const { orderNo: _, ...withoutOrder } = shop.fields;
    await expect(refused({ ...shop, extra: 1 })).rejects.toMatchObject({ code: 'mapping_invalid' });
    await expect(refused({ ...shop, fields: withoutOrder })).rejects.toMatchObject({
      errors: { 'fields.orderNo': expect.any(String) },
    });
    const wrongRate = { ...shop.fields, commissionRateBps: { constant: '20' } };
    await expect(refused({ ...shop, fields: wrongRate })).rejects.toMatchObject({
      errors: { 'fields.commissionRateBps.constant': 'a rate is written like 20.00%' },
    });
    const { commissionRateBps: __, ...withoutRate } = shop.fields;
    await expect(refused({ ...shop, fields: withoutRate })).rejects.toMatchObject({
      errors: { 'fields.commissionRateBps': expect.any(String) },
    });
    const noColumn = { ...shop.fields, buyerKey: { column: 'Buyer' } };
    await expect(refused({ ...shop, fields: noColumn })).rejects.toMatchObject({
      code: 'file_unknown',
      details: { column: 'Buyer' },
    });
  });

  it('takes units, own words for nothing, own status words and gross amounts with a refund column', async () => {
    const text =
      'no;paid;back;rate;state;done\n1;10000;2500;0.2;OK;2026-05-01\n2;n/a;0;0.2;NEW;n/a\n3;10000;0;0.2;LOST;n/a\n';
    const mapping = {
      name: 'cents',
      platform: 'other',
      fields: {
        orderNo: { column: 'no' },
        paidFen: { column: 'paid', unit: 'fen' },
        refundFen: { column: 'back', unit: 'fen' },
        settledFen: { column: 'paid', unit: 'fen' },
        commissionRateBps: { column: 'rate', unit: 'fraction' },
        commissionFen: { rateOf: 'settledFen' },
        status: { column: 'state', values: { OK: 'settled', NEW: 'unpaid' } },
        settledAt: { column: 'done' },
      },
      missing: ['n/a'],
    };
    const result = await scene.importFile(await scene.write('cents.csv', text), { mapping });
    expect(
      pick(await scene.lines(), 'status', 'paid_fen', 'settled_fen', 'rate_bps', 'commission_fen'),
    ).toEqual([
      [3, 10000, 7500, 2000, 1500],
      [0, 0, null, 2000, null],
    ]);
    expect(result.rejects).toMatchObject([{ line: 4, code: 'unknown_status', columnName: 'state' }]);
  });
});

describe('a look into a file', () => {
  it('shows encoding, delimiter, headers and the first rows as they are written', async () => {
    const file = await openOrderFile(fixture('douyin-commission'), DEFAULT_LIMITS);
    expect(file).toMatchObject({ kind: 'csv', encoding: 'utf-8', delimiter: ',', headerLine: 1 });
    expect(file.header.names).toHaveLength(47);
    expect(file.sampleRows).toHaveLength(5);
    expect(file.sampleRows[0]!.slice(0, 2)).toEqual(['6953547102608758621', '3612000000000000001']);
    const tabs = await scene.write('tabs.txt', encodeGb18030('订单编号\t备注\n1\t"红, 色"\n'));
    expect(await openOrderFile(tabs, DEFAULT_LIMITS)).toMatchObject({
      encoding: 'gb18030',
      delimiter: '\t',
      sampleRows: [['1', '红, 色']],
    });
  });
});
