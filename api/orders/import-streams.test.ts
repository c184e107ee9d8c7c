import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resolveAlias } from '../../db/queries/order-import-gaps.ts';
import { addAnchor, addContract } from '../../db/test-scene.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import {
  counts,
  createImportScene,
  FINANCE,
  type ImportScene,
  ONLINE_RETAIL,
  TMALL_HEADER,
} from './import-scene.testing.ts';
import { undoImport } from './undo-import.ts';

let scene: ImportScene;
let app: TestApp;
let anchorId: number;
beforeAll(async () => {
  scene = await createImportScene();
  app = createTestApp(scene);
});
beforeEach(async () => {
  await scene.clear();
  anchorId = await addAnchor(scene.ownerDb, '小禾');
  await scene.ownerDb
    .insertInto('anchor_account')
    .values({ anchor_id: anchorId, platform: 'douyin', external_id: 'xiaohe' })
    .execute();
});
afterAll(() => scene.close());

const HEADER =
  '订单id,商品id,商品名称,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,结算金额,实际佣金支出,订单状态,付款时间,收货时间,订单结算时间,店铺名称,商品数量,订单来源,流量来源,订单类型';
const PAID = '订单付款';
/** Order no., China's time of payment, whether it is settled on 20 May, whose. */
const row = (no: number, paidAt: string, status = PAID, account = 'xiaohe') =>
  `${no}\t,36120\t,山楂棒,小禾,${account},100.00,20.00%,20.00,${
    status === PAID ? '0.00,0.00' : '100.00,20.00'
  },${status},2026-05-${paidAt},-,${status === PAID ? '-' : '2026-05-20 03:00:00'},禾禾食品,1,抖音,直播,普通订单`;
const importRows = async (name: string, rows: readonly string[]) =>
  scene.importFile(await scene.write(`${name}.csv`, [HEADER, ...rows].join('\n')));

const onAir = {
  platform: 'douyin',
  title: '晚间专场',
  startsAt: '2026-05-01T20:00:00+08:00',
  endsAt: '2026-05-01T23:00:00+08:00',
};
const addStream = async (values: object = {}) => {
  const operator = await app.as('operator');
  const response = await operator.post('/api/streams', { anchorId, ...onAir, ...values });
  expect(response.status).toBe(200);
  return response.json();
};
const editStream = async (stream: Record<string, unknown>, values: object) => {
  const { id, anchorName: _n, itemCount: _c, ...rest } = stream;
  const operator = await app.as('operator');
  const response = await operator.put(`/api/streams/${id}`, { ...rest, ...values });
  expect(response.status).toBe(200);
  return response.json();
};
const streamIds = async () => (await scene.lines()).map((line) => line.stream_id);

describe('imported lines', () => {
  it('land in the stream they were paid in, its grace included, and in none outside of it', async () => {
    const { id } = await addStream();
    const times = ['01 19:59:59', '01 20:00:00', '01 22:59:59', '01 23:29:59', '01 23:30:00', '09 12:00:00'];
    await importRows(
      'grace',
      times.map((time, at) => row(1001 + at, time)),
    );
    expect(await streamIds()).toEqual([null, id, id, id, null, null]);
  });

  it('land in no stream of another anchor or platform, and in none that was cancelled', async () => {
    const other = await addAnchor(scene.ownerDb, '别人');
    await addStream({ anchorId: other });
    await addStream({ status: 'cancelled' });
    await addStream({ platform: 'kuaishou' });
    await importRows('others', [row(1001, '01 21:00:00')]);
    expect(await streamIds()).toEqual([null]);
  });

  it('that name a room land in its stream, though they name nobody', async () => {
    const mapping = {
      name: 'Rooms',
      platform: 'douyin',
      fields: {
        orderNo: { column: '订单编号' },
        paidFen: { column: '买家实际支付金额' },
        orderedAt: { column: '订单创建时间' },
        paidAt: { column: '订单付款时间' },
        roomExtId: { column: '退款金额' },
        status: { constant: 'paid' },
      },
    };
    const { id } = await addStream({ roomExtId: 'R1' });
    const line = (no: number, room: string) => `${no},1,1,2026-05-01 20:59:00,2026-05-01 21:00:00,${room}`;
    const file = await scene.write('rooms.csv', [TMALL_HEADER, line(1, 'R1'), line(2, 'R2')].join('\n'));
    await scene.importFile(file, { mapping });
    expect(await streamIds()).toEqual([id, null]);
  });

  it('that come again get their stream without counting as changed', async () => {
    const rows = [row(1001, '01 21:00:00')];
    await importRows('first', rows);
    const { id } = await addStream();
    await scene.ownerDb.updateTable('order_line').set({ stream_id: null }).execute();
    expect(counts(await importRows('again', rows))).toEqual([0, 0, 1, 0]);
    expect(await streamIds()).toEqual([id]);
    expect(counts(await importRows('more', [...rows, row(1002, '01 21:05:00')]))).toEqual([1, 0, 1, 0]);
    expect(await streamIds()).toEqual([id, id]);
  });

  it('get their stream when an alias names their anchor', async () => {
    const { id } = await addStream();
    await importRows('alias', [row(1001, '01 21:00:00', PAID, 'xiaohe_2')]);
    expect(await streamIds()).toEqual([null]);
    await inTransaction(scene.db, FINANCE, (trx) =>
      resolveAlias(trx, { kind: 'anchor', platform: 'douyin', externalId: 'xiaohe_2', id: anchorId }),
    );
    expect(await streamIds()).toEqual([id]);
  });
});

describe('a stream', () => {
  it('written later picks its lines up, and leaves them when it moves or is cancelled', async () => {
    await importRows('later', [row(1001, '01 21:00:00'), row(1002, '02 21:00:00')]);
    const stream = await addStream();
    expect(await streamIds()).toEqual([stream.id, null]);
    const day = { startsAt: '2026-05-02T20:00:00+08:00', endsAt: '2026-05-02T23:00:00+08:00' };
    const moved = await editStream(stream, day);
    expect(await streamIds()).toEqual([null, stream.id]);
    await editStream(moved, { status: 'cancelled' });
    expect(await streamIds()).toEqual([null, null]);
  });

  it('wins with its own rule, and what was settled before it was written stays as it was', async () => {
    const share = (rateBps: number) => [
      {
        fromFen: 0,
        toFen: null,
        parts: [
          { party: 'anchor' as const, rateBps },
          { party: 'agency' as const, rateBps: null },
        ],
      },
    ];
    const finance = await app.as('finance');
    const settle = async () =>
      expect((await finance.post('/api/settlements', { month: '2026-05' })).status).toBe(200);
    const early = await addStream();
    await addContract(scene.ownerDb, anchorId, [
      { anchorId, tiers: share(5000) },
      { anchorId, streamId: early.id, tiers: share(8000) },
    ]);
    await importRows('settled', [row(1001, '01 21:00:00', '订单结算'), row(1002, '03 21:00:00', '订单结算')]);
    await settle();
    const { rows } = await finance
      .get(`/api/settlement-lines?filter=${encodeURIComponent(JSON.stringify({ anchorId }))}`)
      .then(async (response) => ({ rows: (await response.json()) as Record<string, unknown>[] }));
    expect(rows.map(({ orderNo, baseFen, streamTitle }) => [orderNo, baseFen, streamTitle]).sort()).toEqual([
      ['1001', 2000, '晚间专场'],
      ['1002', 2000, null],
    ]);
    const parts = await scene.ownerDb
      .selectFrom('settlement_line as l')
      .innerJoin('order_line as o', 'o.id', 'l.line_id')
      .innerJoin('share_tier as t', 't.id', 'l.tier_id')
      .innerJoin('share_rule as r', 'r.id', 't.rule_id')
      .select(['o.order_no', 'r.stream_id', 'l.parts_fen'])
      .orderBy('o.order_no')
      .execute();
    expect(parts).toMatchObject([
      { order_no: '1001', stream_id: early.id, parts_fen: [1600, 400] },
      { order_no: '1002', stream_id: null, parts_fen: [1000, 1000] },
    ]);
    const late = { startsAt: '2026-05-03T20:00:00+08:00', endsAt: '2026-05-03T23:00:00+08:00' };
    await importRows('open', [row(1003, '03 21:00:00')]);
    const { id } = await addStream(late);
    expect(await streamIds()).toEqual([early.id, null, id]);
    await editStream(early, { status: 'cancelled' });
    expect(await streamIds()).toEqual([early.id, null, id]);
  });
});

describe('a refund line of its own', () => {
  const shop = { ...ONLINE_RETAIL, platform: 'douyin' };
  const lines = (sold: string) => [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    `1001,A1,LAMP,6,${sold},2.55,17850,UK`,
    'C1002,A1,LAMP,-6,2026-05-09 10:00:00,2.55,17850,UK',
  ];
  /** The shop's file names nobody: all that is sold in it is sold by the anchor who alone presents the lamp. */
  const presentLamp = async () => {
    const product = await scene.ownerDb
      .insertInto('product')
      .values({ name: '台灯' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await scene.ownerDb
      .insertInto('product_listing')
      .values({ product_id: product.id, platform: 'douyin', external_id: 'A1', anchor_id: anchorId })
      .onConflict((conflict) =>
        conflict.columns(['platform', 'external_id']).doUpdateSet({ anchor_id: anchorId }),
      )
      .execute();
  };
  const importShop = async (name: string, rows: readonly string[]) =>
    scene.importFile(await scene.write(`${name}.csv`, rows.join('\n')), { mapping: shop });

  it('is in the stream of its sale, not in the one on air when it came back', async () => {
    await presentLamp();
    const { id } = await addStream();
    await addStream({ startsAt: '2026-05-09T09:00:00+08:00', endsAt: '2026-05-09T11:00:00+08:00' });
    const [header, sale, refund] = lines('2026-05-01 21:00:00');
    await importShop('both', [header!, sale!, refund!]);
    expect(await streamIds()).toEqual([id, id]);
    expect(counts(await importShop('again', [header!, sale!, refund!]))).toEqual([0, 0, 2, 0]);
    expect(await streamIds()).toEqual([id, id]);
  });

  it('follows its sale when the stream moves, and when the sale comes later', async () => {
    await presentLamp();
    const stream = await addStream();
    const [header, sale, refund] = lines('2026-05-01 21:00:00');
    await importShop('refund', [header!, refund!]);
    expect(await streamIds()).toEqual([null]);
    const { importId } = await importShop('sale', [header!, sale!]);
    expect(await streamIds()).toEqual([stream.id, stream.id]);
    const moved = await editStream(stream, {
      startsAt: '2026-05-03T20:00:00+08:00',
      endsAt: '2026-05-03T23:00:00+08:00',
    });
    expect(await streamIds()).toEqual([null, null]);
    await editStream(moved, onAir);
    expect(await streamIds()).toEqual([stream.id, stream.id]);
    await undoImport({ db: scene.db, identity: FINANCE, importId: importId! });
    expect(await streamIds()).toEqual([null]);
  });
});
