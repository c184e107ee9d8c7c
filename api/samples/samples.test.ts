import { beforeEach, describe, expect, it } from 'vitest';
import { say } from '../say.testing.ts';
import { openSampleScene } from './sample-scene.testing.ts';

const { scene, addProduct, addAnchor } = openSampleScene();
let productId: number;
let anchorId: number;
beforeEach(async () => {
  productId = await addProduct();
  anchorId = await addAnchor();
});

const ask = (more: object = {}, who = scene.operator) =>
  who.post('/api/samples', { productId, anchorId, pieces: 2, ...more });
const added = async (more: object = {}) => (await ask(more)).json();
const step = (id: number, name: string, body: object = {}, who = scene.operator) =>
  who.post(`/api/samples/${id}/${name}`, body);
const inHand = async (more: object = {}) => {
  const { id } = await added(more);
  await step(id, 'approve');
  await step(id, 'send', { carrier: '顺丰', trackingNo: 'SF100' });
  await step(id, 'receive');
  return id as number;
};

describe('asking for a sample', () => {
  it('is recorded with who and when, and goes by steps to the hand', async () => {
    const id = await inHand({ purpose: '试用' });
    const sample = await (await scene.compliance.get(`/api/samples/${id}`)).json();
    expect(sample).toMatchObject({
      stage: 'received',
      pieces: 2,
      trackingNo: 'SF100',
      sealState: 'none',
      loanDays: 15,
    });
    expect(sample.dueOn > sample.receivedOn).toBe(true);
    expect(sample.steps.map((one: { step: string }) => one.step)).toEqual([
      'request',
      'approve',
      'send',
      'receive',
    ]);
    expect(sample.steps.every((one: { actorName: string; at: string }) => one.actorName && one.at)).toBe(
      true,
    );
    expect(sample.refusals).toMatchObject({ approve: { code: 'not_your_role' }, seal: null, keep: null });
  });

  it('is refused for the same product within seven days, beyond the quota, and for goods nobody offers', async () => {
    await added();
    expect(await say(ask())).toBe('409 asked_already');
    expect(await say(ask({ productId: await addProduct({ isOffered: false }) }))).toBe(
      '409 product_not_offered',
    );
    expect(await say(scene.admin.put('/api/sample-settings', { quota: 1, loanDays: 7 }))).toBe('200');
    expect(await say(ask({ productId: await addProduct() }))).toBe('409 quota_reached');
    expect(await say(ask({ productId: await addProduct(), anchorId: null }))).toBe('200');
    await scene.admin.put('/api/sample-settings', { quota: null, loanDays: null });
  });

  it('is refused while the anchor should have given another one back', async () => {
    const id = await inHand();
    await scene.testDb.ownerDb
      .updateTable('sample')
      .set({ received_on: '2026-01-01' })
      .where('id', '=', id)
      .execute();
    const overdue = await (
      await scene.operator.get(`/api/samples?filter={"isOverdue":true,"anchorId":${anchorId}}`)
    ).json();
    expect(overdue.map((one: { id: number; isOverdue: boolean }) => [one.id, one.isOverdue])).toEqual([
      [id, true],
    ]);
    expect(await say(ask({ productId: await addProduct() }))).toBe('409 samples_overdue');
    const preview = await (await scene.operator.post('/api/samples/preview', { productId, anchorId })).json();
    expect(preview).toMatchObject({ refusal: { code: 'samples_overdue' }, open: 1, overdue: 1 });
  });

  it('of two requests at once takes one', async () => {
    const answers = await Promise.all([say(ask()), say(ask())]);
    expect(answers.sort()).toEqual(['200', '409 asked_already']);
  });
});

describe('an anchor', () => {
  it('asks for itself and sees own samples without what the office writes', async () => {
    const anchor = await scene.app.as({ role: 'anchor', anchorId });
    const offered = await (await anchor.get('/api/samples/offered')).json();
    expect(offered.map((one: { id: number }) => one.id)).toContain(productId);
    const sample = await (
      await anchor.post('/api/samples', { productId, pieces: 1, purpose: '试色' })
    ).json();
    expect(sample).toMatchObject({ stage: 'requested', anchorId });
    expect(await say(anchor.post('/api/samples', { productId, pieces: 1, isValuable: true }))).toBe(
      '403 terms_are_the_offices',
    );
    await step(sample.id, 'approve', { note: '内部：成本价' });
    const seen = await (await anchor.get(`/api/samples/${sample.id}`)).json();
    expect(JSON.stringify(seen)).not.toContain('成本价');
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['valueFen']));
    const others = await added({ anchorId: await addAnchor() });
    expect(await say(anchor.get(`/api/samples/${others.id}`))).toBe('404 not_found');
    expect(await say(anchor.post(`/api/samples/${sample.id}/approve`, {}))).toBe('403 not_your_role');
    expect(await say(anchor.get(`/api/samples/${sample.id}/seal`))).toBe('403 not_your_role');
  });
});

describe('steps', () => {
  it('do not skip, and end', async () => {
    const { id } = await added();
    expect(await say(step(id, 'receive'))).toBe('409 not_sent');
    expect(await say(step(id, 'decline', { note: '品牌缺货' }))).toBe('200');
    expect(await say(step(id, 'approve'))).toBe('409 sample_ended');
  });

  it('let a part go back, and end with the last piece', async () => {
    const id = await inHand();
    expect(await say(step(id, 'return', { pieces: 3 }))).toBe('409 bad_piece_count');
    expect(await (await step(id, 'return', { pieces: 1 })).json()).toMatchObject({
      stage: 'received',
      piecesReturned: 1,
    });
    expect(await (await step(id, 'return', { pieces: 1 })).json()).toMatchObject({
      stage: 'returned',
      dueOn: null,
    });
  });

  it('lend a valuable sample for longer while there is time', async () => {
    const plain = await inHand();
    expect(await say(step(plain, 'extend', { days: 5 }))).toBe('409 not_valuable');
    const id = await inHand({
      productId: await addProduct(),
      isValuable: true,
      valueFen: 500_000,
      loanDays: 10,
    });
    const before = await (await scene.operator.get(`/api/samples/${id}`)).json();
    const after = await (await step(id, 'extend', { days: 5, note: '补拍' })).json();
    expect(after).toMatchObject({ extensionDays: 5 });
    expect(Date.parse(after.dueOn) - Date.parse(before.dueOn)).toBe(5 * 86_400_000);
  });

  it('are refused for a day before the request or after today', async () => {
    const { id } = await added();
    await step(id, 'approve');
    await step(id, 'send', { carrier: '顺丰', trackingNo: 'SF2' });
    expect(await say(step(id, 'receive', { receivedOn: '2099-01-01' }))).toBe('422 bad_day');
    expect(await say(step(id, 'receive', { receivedOn: '2020-01-01' }))).toBe('422 bad_day');
  });

  it('stay as they were written, whoever asks', async () => {
    const { id } = await added();
    for (const db of [scene.testDb.db, scene.testDb.ownerDb])
      await expect(
        db.updateTable('sample_step').set({ note: 'x' }).where('sample_id', '=', id).execute(),
      ).rejects.toThrow(/append-only|permission denied/);
  });
});
