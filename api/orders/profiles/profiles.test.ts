import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImportScene, fixture, type ImportScene, pick, readFixture } from '../import-scene.testing.ts';
import { PROFILES } from './index.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

/** Fields with their quotes; no fixture has a line break in a field. */
const fieldsAsWritten = (line: string): string[] =>
  [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map((match) => match[1]!);
const day = (text: string) => `2026-${text}+08:00`;

describe('every platform file is read by its header', () => {
  it.each(PROFILES.map((profile) => profile.id))(
    '%s is recognised, also with its columns the other way round',
    async (id) => {
      const result = await scene.importFile(fixture(id));
      expect(result.profile).toBe(id);
      expect(result.lines).toBe(result.stored + result.rejected);
      const before = await scene.lines();
      await scene.clear();
      const reversed = (await readFixture(id))
        .replace(/^\ufeff/, '')
        .split('\r\n')
        .map((line) => fieldsAsWritten(line).reverse().join(','))
        .join('\r\n');
      const again = await scene.importFile(await scene.write('reversed.csv', reversed));
      expect(again.profile).toBe(id);
      expect(await scene.lines()).toEqual(before);
    },
  );

  it('Douyin commission: settled amounts only with a settlement time, an unknown status is named', async () => {
    const result = await scene.importFile(fixture('douyin-commission'));
    const names = [
      'order_no',
      'status',
      'paid_fen',
      'commission_est_fen',
      'settled_fen',
      'commission_fen',
      'settled_at',
    ];
    expect(pick(await scene.lines(), ...names)).toEqual([
      ['6953547102608758621', 1, 5990, 1917, null, null, null],
      ['6953547102608758622', 3, 115980, 37114, 109980, 35194, day('05-20T03:00:00')],
      ['6953547102608758623', 2, 5990, 1917, null, null, null],
      ['6953547102608758624', 4, 5990, 1917, null, null, null],
    ]);
    expect((await scene.lines())[0]).toMatchObject({
      product_ext_id: '3612000000000000001',
      product_name: '山楂棒 "原味" 500g',
      anchor_ext_id: 'xiaohe_01',
      anchor_name: '小禾',
      rate_bps: 3200,
      media: 'video',
      status_raw: '订单付款',
      paid_at: day('05-01T20:30:15'),
      received_at: null,
      unsettled_reason: null,
      line_no: '',
    });
    expect(result.rejects).toEqual([
      {
        line: 6,
        columnName: '订单状态',
        code: 'unknown_status',
        reason: 'the status "等待审核" is not known',
      },
    ]);
  });

  it('Douyin leader: adds service fees to the orders of the commission file; of two 订单来源 the values tell which is which', async () => {
    await scene.importFile(fixture('douyin-commission'));
    const result = await scene.importFile(fixture('douyin-leader'));
    expect(result).toMatchObject({ stored: 0, updated: 2, rejected: 0 });
    const names = [
      'order_no',
      'commission_fen',
      'service_rate_bps',
      'service_est_fen',
      'service_fen',
      'media',
    ];
    const lines = await scene.lines("order_no in ('6953547102608758621', '6953547102608758622')");
    expect(pick(lines, ...names).sort()).toEqual([
      ['6953547102608758621', null, 500, 300, null, 'video'],
      ['6953547102608758622', 35194, 500, 5799, 5499, 'live'],
    ]);
  });

  it('Douyin order lines: net of refunds, a partly refunded line is settled when it has a settlement time', async () => {
    const result = await scene.importFile(fixture('douyin-orders'));
    const names = [
      'order_no',
      'line_no',
      'status',
      'paid_fen',
      'refund_fen',
      'settled_fen',
      'commission_fen',
    ];
    expect(pick(await scene.lines(), ...names)).toEqual([
      ['6920260000000000037', '1', 3, 10000, 0, 10000, 2000],
      ['6920260000000000037', '2', 1, 10000, 0, null, null],
      ['6920260000000000074', '1', 4, 10000, 10000, null, null],
      // 2001 × 6667 ÷ 10001 = 1333.93…
      ['6920260000000000111', '1', 3, 10001, 3334, 6667, 1334],
      ['6920260000000000148', '1', 1, 10000, 5000, null, null],
      ['6920260000000000185', '1', 4, 10000, 10000, 0, 0],
    ]);
    expect(result.rejects).toMatchObject([
      { line: 8, code: 'refund_exceeds_paid', columnName: '退款金额(元)' },
    ]);
  });

  it('Kuaishou settlement: the split base is what settled; without a settlement time nothing did', async () => {
    await scene.importFile(fixture('kuaishou-settlement'));
    const names = [
      'status',
      'paid_fen',
      'refund_fen',
      'settled_fen',
      'commission_fen',
      'tech_fee_fen',
      'settled_at',
    ];
    expect(pick(await scene.lines(), ...names)).toEqual([
      [3, 8800, 800, 8000, 1600, 400, day('04-20T08:05:00')],
      [1, 8800, 0, null, null, null, null],
    ]);
  });

  it('Taobao alliance: 结算预估收入 is the settled commission; a closed line needs no amount', async () => {
    await scene.importFile(fixture('taobao-alliance'));
    const names = [
      'line_no',
      'status',
      'rate_bps',
      'settled_fen',
      'commission_fen',
      'anchor_ext_id',
      'remark',
    ];
    expect(pick(await scene.lines(), ...names)).toEqual([
      ['3300000000000000011', 3, 1800, 18900, 3402, '阿梨直播间', null],
      ['3300000000000000012', 1, 1800, null, null, '阿梨直播间', null],
      ['3300000000000000013', 5, 1800, null, null, '阿梨直播间', '维权'],
    ]);
  });

  it('Taobao agency: has no settlement evidence, so nothing of it is settled, in either spelling of its headers', async () => {
    await scene.importFile(fixture('taobao-agency'));
    const lines = await scene.lines();
    expect(pick(lines, 'status', 'settled_fen', 'refund_fen', 'anchor_ext_id')).toEqual([
      [2, null, 0, '阿梨'],
      [4, null, 29900, '阿梨'],
    ]);
    await scene.clear();
    const header =
      'biz_order_id,parent_order_id,seller_nick,item_title,item_id,ad_user_nick,agency_nick,order_status,order_paid_time,order_amount,predict_amount,order_commission_amount,seller_commission_ratio,remark,refund_amount,predict_total_amount,buy_amount,login_user_name,user_flow';
    const text = (await readFixture('taobao-agency')).replace(/^.*\r\n/, `${header}\r\n`);
    const english = await scene.importFile(await scene.write('english.csv', text));
    expect(english.profile).toBe('taobao-agency');
    expect(await scene.lines()).toEqual(lines);
  });

  it('WeChat orders: one row per product, named by its code; settled net when the order has its settlement time', async () => {
    await scene.importFile(fixture('wechat-orders'));
    const names = ['order_no', 'line_no', 'status', 'paid_fen', 'settled_fen', 'commission_fen'];
    expect(pick(await scene.lines(), ...names)).toEqual([
      ['3705000000000000001', '100200300', 3, 6000, 4000, 400],
      ['3705000000000000001', '100200300#2', 3, 3000, 3000, 300],
      ['3705000000000000002', '100200300', 1, 6000, null, null],
    ]);
  });

  it('Xiaohongshu settlement: refunds are lines of their own, linked by order number where the sale is there', async () => {
    const result = await scene.importFile(fixture('xiaohongshu-settlement'));
    const lines = await scene.lines();
    expect(pick(lines, 'line_no', 'kind', 'status', 'paid_fen', 'settled_fen', 'commission_fen')).toEqual([
      ['', 0, 3, 10000, 10000, 1500],
      ['R900000000000000001', 1, 3, -4000, -4000, -600],
      ['R900000000000000002', 1, 3, -4000, -4000, -600],
    ]);
    expect(pick(lines, 'refund_of_id')).toEqual([[null], [lines[0]!.id], [null]]);
    expect(result).toMatchObject({ paidFen: 2000, settledFen: 2000, refundedFen: 8000 });
  });

  it('Tmall orders: a refund above what is paid is no mistake, and nothing has settlement evidence', async () => {
    const result = await scene.importFile(fixture('tmall-orders'));
    const lines = await scene.lines();
    expect(pick(lines, 'status', 'total_fen', 'paid_fen', 'refund_fen', 'settled_at')).toEqual([
      [0, 17880, 0, 0, null],
      [1, 2100, 2100, 0, null],
      [4, 6480, 0, 6480, null],
      [1, 32770, 14890, 17880, null],
    ]);
    expect(result).toMatchObject({ paidFen: 16990, settledFen: 0, refundedFen: 24360 });
  });
});
