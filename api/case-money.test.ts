import { describe, expect, it } from 'vitest';
import { inTransaction } from '../db/transaction.ts';
import { reportOnBooks } from './books/check-books.ts';
import {
  balances,
  type CaseScene,
  decide,
  gu,
  he,
  lin,
  MAY,
  openCaseScene,
  openWith,
  refused,
  sell,
  tell,
} from './case-scene.testing.ts';
import { SYSTEM } from './domain/identity.ts';
import { runSettlement } from './settlements/run-settlement.ts';
import { issueStatements } from './statements/issue-statements.ts';

const settle = (scene: CaseScene, month: '2026-05' | '2026-06' | '2026-07') =>
  runSettlement(scene.t.db, SYSTEM, { month });
const brokenRules = async (scene: CaseScene) => {
  const report = await inTransaction(scene.t.db, SYSTEM, reportOnBooks, { isolation: 'repeatable read' });
  return report.checks.filter((check) => !check.ok);
};

describe('money of a case', () => {
  const scene = openCaseScene();
  let id: number;

  it('takes exactly the shares of the affected sales and leaves the rest', async () => {
    await sell(scene, [
      { id: 1 },
      { id: 2 },
      { id: 3, anchorId: scene.otherAnchorId },
      // other goods, and the same goods paid before the window
      { id: 4, productId: scene.otherProductId },
      { id: 5, paidAt: '2026-04-30T23:59:59+08:00' },
    ]);
    await settle(scene, '2026-05');
    expect(await balances(scene)).toEqual({ 阿岚: 3200, 小满: 800, 经纪人老周: 505 });
    const opened = await openWith(scene);
    id = opened.id;
    expect(opened).toMatchObject({
      stage: 'open',
      heldFen: 2 * 800 + 800 + 3 * 101,
      heldParties: 3,
      heldLines: 3,
    });
    expect(await balances(scene)).toEqual({ 阿岚: 1600, 经纪人老周: 202, held: 2703 });
    expect(
      opened.holds[0].parties.map((one: { partyName: string; heldFen: number }) => [
        one.partyName,
        one.heldFen,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['阿岚', 1600],
        ['小满', 800],
        ['经纪人老周', 303],
      ]),
    );
    expect(await brokenRules(scene)).toEqual([]);
  });

  it('previews nothing more of what is held already', async () => {
    expect(await tell(scene, gu, `/cases/${id}/holds/preview`, MAY)).toMatchObject({
      ...{ lines: 0, totalFen: 0, alreadyHeldFen: 2703, parties: [] },
    });
  });

  it('brings new sales in held, and lets refunds reduce what is held, in the month that settles them', async () => {
    await issueStatements(scene.t.db, SYSTEM, '2026-05');
    const june = '2026-06-10T12:00:00+08:00';
    await sell(scene, [
      { id: 6, paidAt: '2026-06-01T10:00:00+08:00', settledAt: june },
      { id: 7, paidAt: '2026-06-01T10:00:00+08:00', settledAt: june, productId: scene.otherProductId },
      { id: 8, kind: 1, refundOfId: 1, salesFen: -10_000, commissionFen: -2_000, settledAt: june },
      {
        id: 9,
        kind: 1,
        refundOfId: 4,
        salesFen: -10_000,
        commissionFen: -2_000,
        settledAt: june,
        productId: scene.otherProductId,
      },
    ]);
    await settle(scene, '2026-06');
    const shown = await (await (await scene.app.as(gu)).get(`/api/cases/${id}`)).json();
    // one sale more, one taken off: as much as before
    expect(shown.heldFen).toBe(2703);
    expect(await balances(scene)).toEqual({ 阿岚: 1600, 经纪人老周: 202, held: 2703 });
    expect(await brokenRules(scene)).toEqual([]);
  });

  it('counts a part once where two holds overlap, and hands it on when the first one lets go', async () => {
    const second = await openWith(scene);
    expect(second.heldFen).toBe(0);
    expect(await balances(scene)).toMatchObject({ held: 2703 });
    await decide(scene, id, { outcome: 'cleared', bearer: null });
    const released = await tell(scene, gu, `/cases/${id}/release`, {
      partyIds: null,
      reason: '查无不符',
      endHolds: true,
    });
    expect(released).toMatchObject({ heldFen: 0, releasedFen: 2703, isHolding: false });
    expect(await balances(scene)).toEqual({ 阿岚: 1600, 经纪人老周: 202, held: 2703 });
    const taken = await (await (await scene.app.as(gu)).get(`/api/cases/${second.id}`)).json();
    expect(taken.heldFen).toBe(2703);
    expect(await brokenRules(scene)).toEqual([]);
    expect(await refused(scene, gu, `/cases/${id}/release`, { partyIds: null, reason: '再次' })).toEqual({
      ...{ status: 409, code: 'nothing_held' },
    });
    id = second.id;
  });

  it('is released by compliance alone, and a part of it to one party', async () => {
    await decide(scene, id, { bearer: 'anchor', bearerAnchorId: scene.anchorId });
    const body = { partyIds: [scene.agentId], reason: '不承担' };
    expect(await refused(scene, lin, `/cases/${id}/release`, body)).toEqual({
      status: 403,
      code: 'not_your_role',
    });
    await tell(scene, gu, `/cases/${id}/release`, body);
    expect(await balances(scene)).toEqual({ 阿岚: 1600, 经纪人老周: 505, held: 2400 });
  });

  it('is taken away from the bearer alone, by another person than who decided', async () => {
    const { partyId } = (await held()).find((one) => one.partyName === '阿岚')!;
    const other = (await held()).find((one) => one.partyName === '小满')!;
    const body = { partyIds: [partyId], reason: '主播私自换货，有聊天记录' };
    expect(await refused(scene, gu, `/cases/${id}/claw-back`, body)).toEqual({
      status: 409,
      code: 'clawback_by_another',
    });
    expect(
      await refused(scene, he, `/cases/${id}/claw-back`, { ...body, partyIds: [other.partyId] }),
    ).toEqual({
      ...{ status: 409, code: 'not_the_bearer' },
    });
    const shown = await tell(scene, he, `/cases/${id}/claw-back`, body);
    expect(shown).toMatchObject({ clawedBackFen: 1600, heldFen: 800 });
    expect(await balances(scene)).toEqual({ 阿岚: 1600, 经纪人老周: 505, held: 800, agency: 1600 });
    expect(await brokenRules(scene)).toEqual([]);
  });

  it('does not take a share a second time when its sale is refunded after it was taken away', async () => {
    await sell(scene, [
      {
        id: 10,
        kind: 1,
        refundOfId: 2,
        salesFen: -10_000,
        commissionFen: -2_000,
        settledAt: '2026-06-20T12:00:00+08:00',
      },
      {
        id: 11,
        kind: 1,
        refundOfId: 3,
        salesFen: -10_000,
        commissionFen: -2_000,
        settledAt: '2026-06-20T12:00:00+08:00',
        anchorId: scene.otherAnchorId,
      },
    ]);
    await settle(scene, '2026-06');
    // 阿岚 keeps what other sales earned; 小满's held share went with its refund; the agent, released, lost both
    expect(await balances(scene)).toEqual({ 阿岚: 1600, 经纪人老周: 303, agency: 800 });
    expect(await brokenRules(scene)).toEqual([]);
  });

  it('does not close over a hold that still takes lines, and holds nothing once closed', async () => {
    await tell(scene, gu, `/cases/${id}/remedies`, { kind: 'claim', note: '向品牌索赔' });
    const shown = await tell(scene, gu, `/cases/${id}/start-remedies`);
    expect(await refused(scene, gu, `/cases/${id}/close`)).toEqual({ status: 409, code: 'still_holding' });
    await tell(scene, gu, `/cases/${id}/holds/${shown.holds[0].id}/end`, { reason: '已换货' });
    expect(await refused(scene, gu, `/cases/${id}/close`)).toEqual({ status: 409, code: 'remedies_open' });
    await tell(scene, gu, `/cases/${id}/remedies/${shown.remedies[0].id}/finish`, { note: '品牌已付' });
    const closed = await tell(scene, gu, `/cases/${id}/close`, { note: '结案' });
    expect(closed.stage).toBe('closed');
    expect(closed.keepUntil).toBe(`${Number(closed.closedAt.slice(0, 4)) + 3}${closed.keepUntil.slice(4)}`);
    expect(await brokenRules(scene)).toEqual([]);
  });

  const held = async (): Promise<{ partyId: number; partyName: string; heldFen: number }[]> =>
    (await (await (await scene.app.as(gu)).get(`/api/cases/${id}`)).json()).holds.flatMap(
      (hold: { parties: unknown[] }) => hold.parties,
    );
});

describe('a month that was paid out', () => {
  const scene = openCaseScene();

  it('is held as a receivable in the open month, which the statement shows', async () => {
    await sell(scene, [{ id: 1 }, { id: 2 }]);
    await settle(scene, '2026-05');
    await issueStatements(scene.t.db, SYSTEM, '2026-05');
    const opened = await openWith(scene);
    const moves = opened.holds[0].parties.find(
      (one: { partyName: string }) => one.partyName === '阿岚',
    ).months;
    expect(moves).toMatchObject([
      { kind: 'hold', concernsMonth: '2026-05', month: '2026-06', amountFen: 1600, isReceivable: true },
    ]);
    await issueStatements(scene.t.db, SYSTEM, '2026-06');
    const { rows } = {
      rows: await scene.t.ownerDb
        .selectFrom('statement')
        .selectAll()
        .where('anchor_id', '=', scene.anchorId)
        .orderBy('month')
        .execute(),
    };
    expect(rows.map((row) => [row.month, row.entries_fen, row.payable_fen])).toEqual([
      ['2026-05', 0, 1600],
      ['2026-06', -1600, expect.any(Number)],
    ]);
    expect(await brokenRules(scene)).toEqual([]);
  });

  it('gets the same answer again for the same key, and holds nothing twice', async () => {
    const body = { productId: scene.productId, title: '再查', reason: '投诉', hold: MAY };
    const person = await scene.app.as(gu);
    const key = { 'idempotency-key': 'case-open-once' };
    const first = await (await person.post('/api/cases', body, key)).json();
    const second = await (await person.post('/api/cases', body, key)).json();
    expect(second.id).toBe(first.id);
    expect(first.heldFen).toBe(0);
  });
});

describe('the second wall', () => {
  const scene = openCaseScene();

  it('keeps finance and admin from starting a hold, whatever the code above thinks', async () => {
    const { id } = await openWith(scene, null);
    const hold = { case_id: id, product_id: scene.productId, paid_from: MAY.paidFrom, reason: 'x' };
    for (const role of ['finance', 'admin', 'operator', 'anchor'] as const) {
      const { identity } = await scene.app.as(role);
      const attempt = inTransaction(scene.t.db, identity, (trx) =>
        trx.insertInto('case_hold').values(hold).execute(),
      );
      await expect(attempt, role).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('shows an operator the money of anchors in own care alone, and an anchor no case at all', async () => {
    await sell(scene, [{ id: 1 }, { id: 2, anchorId: scene.otherAnchorId }]);
    await settle(scene, '2026-05');
    const { id, heldFen } = await openWith(scene);
    expect(heldFen).toBe(2 * 901);
    const operator = await scene.app.as({ role: 'operator', scope: 'own' });
    await scene.t.ownerDb
      .updateTable('anchor')
      .set({ manager_user_id: operator.identity.userId })
      .where('id', '=', scene.anchorId)
      .execute();
    expect((await (await operator.get(`/api/cases/${id}`)).json()).heldFen).toBe(800);
    const { identity } = await scene.app.as({ role: 'anchor', anchorId: scene.anchorId });
    const seen = await inTransaction(scene.t.db, identity, async (trx) => [
      await trx.selectFrom('substitution_case').selectAll().execute(),
      await trx.selectFrom('case_evidence').selectAll().execute(),
      await trx.selectFrom('case_hold_line').selectAll().execute(),
      await trx.selectFrom('case_hold_posting').selectAll().execute(),
    ]);
    expect(seen).toEqual([[], [], [], []]);
  });

  it('holds nothing in a dry run, and a run tried again holds each part once', async () => {
    await sell(scene, [{ id: 3, settledAt: '2026-06-10T12:00:00+08:00' }]);
    await runSettlement(scene.t.db, SYSTEM, { month: '2026-06', dryRun: true });
    expect(await balances(scene)).toMatchObject({ held: 2 * 901 });
    await settle(scene, '2026-06');
    await settle(scene, '2026-06');
    expect(await balances(scene)).toMatchObject({ held: 3 * 901 });
    expect(await brokenRules(scene)).toEqual([]);
  });
});
