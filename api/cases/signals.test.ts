import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { gu, openCaseScene, refused, tell } from '../case-scene.testing.ts';

const scene = openCaseScene();
const signals = async () => (await (await scene.app.as(gu)).get('/api/case-signals')).json();

/** Sales of the serum, so many a day before the last one; `from` is the first id. */
async function addSales(from: number, count: number, daysAgo: number, changes = '') {
  await sql`insert into order_line (id, platform, import_id, src_line, order_no, status, anchor_id, product_id, quantity, paid_fen, paid_at)
    select n, 'douyin', 1, n, 'NO' || n, 1, ${scene.anchorId}::int, ${scene.productId}::int, 1, 9900, timestamptz '2026-06-30 12:00+08' - make_interval(days => ${daysAgo}::int)
      from generate_series(${from}::int, ${from + count - 1}::int) n`.execute(scene.t.ownerDb);
  if (changes)
    await sql
      .raw(`update order_line set ${changes} where id between ${from} and ${from + count - 1}`)
      .execute(scene.t.ownerDb);
}

describe('signals of the orders', () => {
  it('are none while all is as usual, and none for reasons of the buyers', async () => {
    await addSales(1, 100, 60);
    await addSales(101, 2, 60, "refund_fen = 9900, status = 4, remark = '质量问题'");
    await addSales(201, 40, 1);
    await addSales(301, 15, 1, "refund_fen = 9900, status = 4, remark = '七天无理由'");
    expect(await signals()).toEqual([]);
  });

  it('are returns beyond the own history, with the lines behind them', async () => {
    await addSales(401, 12, 0, "refund_fen = 9900, status = 4, remark = '包装不一样，怀疑假货'");
    const found = await signals();
    expect(found.map((one: { kind: string }) => one.kind).sort()).toEqual([
      'complaint_words',
      'quality_return',
    ]);
    const returns = found.find((one: { kind: string }) => one.kind === 'quality_return');
    expect(returns).toMatchObject({
      ...{
        from: '2026-06-17',
        to: '2026-06-30',
        observed: { count: 12, of: 67 },
        lines: 12,
        openCaseId: null,
      },
      expected: { from: 'anchor_product' },
    });
    const lines = await (await (await scene.app.as(gu)).get(`/api/case-signals/${returns.key}/lines`)).json();
    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatchObject({ refundFen: 9900, text: '包装不一样，怀疑假货' });
  });

  it('are a barcode or a price that is another one now', async () => {
    await addSales(501, 1, 0, "spec = '条码 6909999999995'");
    await addSales(601, 80, 0, 'paid_fen = 4900');
    const kinds = (await signals()).map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(expect.arrayContaining(['gtin_change', 'price_change']));
  });

  it('open a case with what they rest on, once', async () => {
    const [worst] = await signals();
    const body = { reason: '退货异常', hold: null };
    const shown = await tell(scene, gu, `/case-signals/${worst.key}/open`, body);
    expect(shown).toMatchObject({ origin: 'signal', signalKey: worst.key, stage: 'evidence' });
    expect(shown.evidence[0]).toMatchObject({ kind: 'signal', lineCount: worst.lines });
    expect(await refused(scene, gu, `/case-signals/${worst.key}/open`, body)).toEqual({
      status: 409,
      code: 'case_open_already',
    });
    expect(await refused(scene, gu, '/case-signals/price_change:999:999/open', body)).toEqual({
      status: 409,
      code: 'signal_gone',
    });
  });
});
