import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { gu, he, lin, openCaseScene, openWith, refused, sell, tell } from './case-scene.testing.ts';
import { SYSTEM } from './domain/identity.ts';
import { runSettlement } from './settlements/run-settlement.ts';

const scene = openCaseScene();
let id: number;
const get = async (who: Parameters<typeof scene.app.as>[0], path: string) =>
  (await scene.app.as(who)).get(`/api${path}`);
const answerOf = async (who: Parameters<typeof scene.app.as>[0], path: string) =>
  (await get(who, path)).json();

beforeAll(async () => {
  await sell(scene, [
    { id: 1 },
    { id: 2, salesFen: 20_000, commissionFen: 4_000 },
    { id: 3, anchorId: scene.otherAnchorId },
    {
      id: 4,
      kind: 1,
      refundOfId: 3,
      salesFen: -10_000,
      commissionFen: -2_000,
      anchorId: scene.otherAnchorId,
    },
  ]);
  await sql`update order_line set order_no = '=1+1' where id = 1`.execute(scene.t.ownerDb);
  await runSettlement(scene.t.db, SYSTEM, { month: '2026-05' });
  id = (await openWith(scene)).id;
});

describe('goods of an open case', () => {
  it('are flagged on the offers and on the streams to come, until somebody lifts it after the decision', async () => {
    const { rows } = await sql<{ deal: number; coming: number; past: number }>`
      with d as (insert into deal (brand_id, title, status) values (${scene.brandId}, '六月合作', 'running') returning id),
      l as (insert into deal_line (deal_id, product_id, live_price_fen, commission_rate_bps) select d.id, p, 100, 2000 from d, unnest(array[${scene.productId}::int, ${scene.otherProductId}::int]) p),
      s as (insert into stream (anchor_id, platform, title, starts_at, ends_at, status)
        values (${scene.anchorId}, 'douyin', '下一场', now() + interval '1 day', now() + interval '2 days', 'planned'),
               (${scene.anchorId}, 'douyin', '上一场', now() - interval '2 days', now() - interval '1 day', 'ended') returning id, title),
      i as (insert into stream_item (stream_id, position, product_id) select id, 1, ${scene.productId}::int from s)
      select d.id as deal, (select id from s where title = '下一场') as coming, (select id from s where title = '上一场') as past from d`.execute(
      scene.t.ownerDb,
    );
    const { deal, coming, past } = rows[0]!;
    const flag = { caseId: id, caseNo: expect.stringMatching(/^SC-\d{4}-\d{4}$/), since: expect.any(String) };
    const lines = (await answerOf(gu, `/deals/${deal}`)).lines;
    expect(
      lines.map((one: { productId: number; stopSale: unknown }) => [one.productId, one.stopSale]),
    ).toEqual([
      [scene.productId, flag],
      [scene.otherProductId, null],
    ]);
    expect((await answerOf(gu, `/streams/${coming}`)).items[0].stopSale).toEqual(flag);
    expect((await answerOf(gu, `/streams/${past}`)).items[0].stopSale).toBeNull();
    const own = await answerOf({ role: 'anchor', anchorId: scene.anchorId }, `/streams/${coming}`);
    expect(own.items[0].stopSale).toEqual({ ...flag, caseId: null });
    expect((await answerOf(gu, `/cases/${id}`)).stopSale).toMatchObject({
      dealLines: [{ dealId: deal }],
      streamItems: [{ streamId: coming }],
    });
    expect(await refused(scene, gu, `/cases/${id}/lift-stop-sale`, { reason: '急着卖' })).toEqual({
      ...{ status: 409, code: 'sale_after_decision' },
    });
  });
});

describe('papers of a case', () => {
  it('freeze the letter to the brand by its hash, after which the answer is awaited', async () => {
    await tell(scene, gu, `/cases/${id}/evidence`, {
      kind: 'note',
      title: '称重',
      note: '15 g',
      difference: '净含量少一半',
    });
    const preview = await get(gu, `/cases/${id}/letter.pdf?answerBy=2099-01-01`);
    expect(
      Buffer.from(await preview.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await refused(scene, gu, `/cases/${id}/notify`, { answerBy: '2020-01-01' })).toEqual({
      ...{ status: 409, code: 'deadline_passed' },
    });
    const told = await tell(scene, gu, `/cases/${id}/notify`, {
      answerBy: '2099-01-01',
      demands: '请提供批次检验报告',
    });
    const [paper] = told.papers;
    const pdf = await get(gu, `/cases/${id}/papers/${paper.id}/pdf`);
    expect(pdf.headers.get('etag')).toBe(`"${paper.sha256}"`);
    expect(await refused(scene, gu, `/cases/${id}/silence`)).toEqual({ status: 409, code: 'brand_has_time' });
    await tell(scene, gu, `/cases/${id}/answer`, { text: '发错批次', answeredOn: '2026-06-01' });
  });

  it('claim from the brand what the lines come to, the estimate apart, with its article and least sum', async () => {
    expect(await refused(scene, gu, `/cases/${id}/claim`, { ground: 'fraud' })).toMatchObject({
      code: 'not_the_bearer',
    });
    await tell(scene, gu, `/cases/${id}/decide`, {
      outcome: 'substitution',
      bearer: 'brand',
      reason: '实物与封样不符',
    });
    const claim = await answerOf(gu, `/cases/${id}/claim?ground=fraud`);
    expect(claim).toMatchObject({
      ...{
        commissionFen: 8_000,
        refundFen: 30_000,
        withoutEstimateFen: 38_000,
        lines: 3,
        orderCount: 3,
        floorOrders: 2,
      },
      compensation: {
        article: '55',
        times: 3,
        floorFen: 50_000,
        isEstimate: true,
        totalFen: 50_000 + 60_000 + 50_000,
      },
      totalFen: 198_000,
    });
    const shown = await tell(scene, gu, `/cases/${id}/claim`, { ground: 'fraud' });
    expect(shown.papers.map((one: { kind: string }) => one.kind)).toEqual(['letter', 'claim']);
  });

  it('list buyers by order number alone, without a live formula, and who took the list out', async () => {
    const answer = await get(lin, `/cases/${id}/buyers.csv?for=refund`);
    const text = await answer.text();
    expect(text.trim().split('\r\n')).toEqual([
      '平台,订单号,子订单号,商品,数量,实付（元）,已退（元）,待退（元）',
      "douyin,'=1+1,,焕亮精华 30ml,1,100.00,0.00,100.00",
      'douyin,NO2,,焕亮精华 30ml,1,200.00,0.00,200.00',
    ]);
    const audit = await scene.t.ownerDb
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'cases.buyers-list')
      .execute();
    expect(audit).toHaveLength(1);
    expect((await get({ role: 'operator' }, `/cases/${id}/buyers.csv`)).status).toBe(403);
  });

  it('list the sales the case is about with what became of their shares', async () => {
    const lines = await answerOf(gu, `/cases/${id}/lines?sort=["lineId","ASC"]`);
    expect(
      lines.map((one: { lineId: number; heldFen: number; state: string }) => [
        one.lineId,
        one.heldFen,
        one.state,
      ]),
    ).toEqual([
      [1, 901, 'held'],
      [2, 1802, 'held'],
      [3, 0, 'held'],
    ]);
  });
});

describe('evidence of a case', () => {
  it('keeps an uploaded file byte for byte, and refuses what nobody should open', async () => {
    const other = await openWith(scene, null);
    const send = async (name: string, content: string) => {
      const form = new FormData();
      form.append('file', new File([content], name));
      return (await scene.app.as(gu)).request(
        `/api/cases/${other.id}/files?title=${encodeURIComponent('检验报告')}`,
        {
          ...{ method: 'POST', body: form },
        },
      );
    };
    const shown = await (await send('报告.txt', '净含量 15.2 g')).json();
    const [kept] = shown.evidence;
    const back = await get(gu, `/cases/${other.id}/evidence/${kept.id}/file`);
    expect(await back.text()).toBe('净含量 15.2 g');
    expect(back.headers.get('content-disposition')).toContain('attachment');
    expect((await send('run.exe', 'MZ\0')).status).toBe(422);
  });

  it('upholds a difference by compliance alone', async () => {
    const other = await openWith(scene, null);
    const note = { kind: 'note', title: '目测', note: '颜色不同', difference: '颜色' };
    expect(await refused(scene, { role: 'operator' }, `/cases/${other.id}/evidence`, note)).toMatchObject({
      ...{ status: 403, code: 'upheld_by_compliance' },
    });
    expect(
      await refused(scene, { role: 'operator' }, '/cases', {
        ...{ productId: scene.productId, title: '投诉', reason: '投诉' },
        hold: { paidFrom: '2026-05-01T00:00:00+08:00' },
      }),
    ).toMatchObject({ status: 403, code: 'holds_by_compliance' });
  });
});

describe('the deadline of a case', () => {
  it('finds what is due within days, and what is overdue apart', async () => {
    const waiting = await openWith(scene, null);
    const note = { kind: 'note', title: '称重', note: '15 g', difference: '净含量少一半' };
    await tell(scene, gu, `/cases/${waiting.id}/evidence`, note);
    const inDays = (days: number) =>
      new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
    await tell(scene, gu, `/cases/${waiting.id}/notify`, { answerBy: inDays(2) });
    const found = async (filter: object) =>
      (await answerOf(gu, `/cases?filter=${JSON.stringify(filter)}`)).map((one: { id: number }) => one.id);
    expect(await found({ dueWithinDays: 3 })).toEqual([waiting.id]);
    expect(await found({ dueWithinDays: 1 })).toEqual([]);
    expect(await answerOf(gu, '/cases/counts')).toMatchObject({ dueIn3Days: 1, overdue: 0 });
    await tell(scene, gu, `/cases/${id}/remedies`, { kind: 'refund', note: '退款', dueOn: inDays(-1) });
    expect(await found({ isOverdue: true })).toEqual([id]);
    expect(await found({ dueWithinDays: 3 })).toEqual([waiting.id]);
  });
});

describe('a brand', () => {
  it('loses points by decisions, is blacklisted with an end, and gets no new offer meanwhile', async () => {
    const score = await answerOf(gu, `/supplier-scores/${scene.brandId}`);
    expect(score).toMatchObject({ score: 60, grade: 'C', substitutions: 1, blacklist: null });
    const entry = await tell(scene, gu, '/brand-blacklist', {
      ...{ brandId: scene.brandId, reason: '偷换', endsOn: '2099-01-01', caseId: id },
    });
    expect(entry).toMatchObject({ state: 'in_force', appeal: null });
    const offer = { productId: scene.productId, livePriceFen: 100, commissionRateBps: 1000 };
    const deal = { brandId: scene.brandId, title: '七月', lines: [offer] };
    expect(await refused(scene, { role: 'operator' }, '/deals', deal)).toEqual({
      status: 409,
      code: 'brand_blacklisted',
    });
    expect(
      (await get(gu, '/supplier-scores?filter={"isBlacklisted":true}')).headers.get('content-range'),
    ).toContain('/1');
    await tell(scene, { role: 'operator' }, `/brand-blacklist/${entry.id}/appeal`, {
      text: '已整改',
      receivedOn: '2026-07-01',
    });
    const decision = { outcome: 'lifted', reason: '整改属实' };
    expect(await refused(scene, gu, `/brand-blacklist/${entry.id}/decide-appeal`, decision)).toMatchObject({
      code: 'appeal_by_another',
    });
    expect(await tell(scene, he, `/brand-blacklist/${entry.id}/decide-appeal`, decision)).toMatchObject({
      state: 'lifted',
    });
    await tell(scene, { role: 'operator' }, '/deals', deal);
  });
});

describe('an anchor', () => {
  it('sees the own money held, why, until when, and no more', async () => {
    const anchor = { role: 'anchor' as const, anchorId: scene.anchorId };
    const [hold] = await answerOf(anchor, '/me/holds');
    expect(hold).toMatchObject({
      ...{ heldFen: 2400, lineCount: 2, state: 'held', productName: '焕亮精华 30ml' },
      entries: [{ kind: 'hold', amountFen: -2400, words: { zh: expect.stringContaining('暂时冻结') } }],
    });
    expect(hold.stageWords.zh).toContain('不由您承担');
    expect(await answerOf(anchor, `/me/holds/${hold.id}/lines`)).toMatchObject([
      { lineId: 1, amountFen: 800 },
      { lineId: 2, amountFen: 1600 },
    ]);
    const other = { role: 'anchor' as const, anchorId: scene.otherAnchorId };
    const theirs = await answerOf(other, `/me/holds/${hold.id}/lines`);
    expect(theirs.map((line: { amountFen: number }) => line.amountFen)).toEqual([800, -800]);
    expect((await get(anchor, `/cases/${id}`)).status).toBe(403);
  });
});
