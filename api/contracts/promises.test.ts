import { beforeEach, describe, expect, it } from 'vitest';
import type { TestClient } from '../http/test-client.ts';
import { openVersionScene } from './version-scene.testing.ts';

const { state, addActive } = openVersionScene();

let anchor: TestClient;
beforeEach(async () => {
  await addActive();
  anchor = await state.app.as({ role: 'anchor', anchorId: state.anchorId });
});

const promise = (more: object = {}) => ({
  contractId: state.contractId,
  clauseNo: '4.1',
  kind: 'streams',
  title: '每月安排八场直播',
  target: 8,
  unit: '场',
  cadence: 'monthly',
  startsOn: '2026-01-01',
  endsOn: '2026-03-31',
  note: '内部:排期紧',
  ...more,
});
const add = async (more: object = {}) =>
  (await state.operator.post('/api/contract-promises', promise(more))).json();
const prove = (id: number, values: object) =>
  state.operator.post(`/api/contract-promises/${id}/evidence`, {
    note: '排期表',
    documentId: null,
    ...values,
  });

describe('a promise of the agency', () => {
  it('is written down at its clause and shown to its anchor without the note', async () => {
    const { id } = await add();
    const seen = await (await anchor.get(`/api/contract-promises/${id}`)).json();
    expect(seen).toMatchObject({ title: '每月安排八场直播', dues: [{ dueOn: '2026-01-31' }, {}, {}] });
    expect(seen).not.toHaveProperty('note');
    expect((await add({ clauseNo: '9.9' })).errors).toEqual({ clauseNo: 'no such clause' });
    expect((await add({ unit: null })).errors).toEqual({ unit: 'a figure and its unit come together' });
    expect((await anchor.post('/api/contract-promises', promise())).status).toBe(403);
  });

  it('is proved on its days, and scored for both sides alike', async () => {
    const { id } = await add();
    expect((await prove(id, { dueOn: '2026-01-31', delivered: 8 })).status).toBe(200);
    expect((await prove(id, { dueOn: '2026-02-28', delivered: 4 })).status).toBe(200);
    expect(await (await prove(id, { dueOn: '2026-02-27', delivered: 4 })).json()).toMatchObject({
      code: 'not_due_then',
    });
    const scores = `/api/contract-promises/scores?filter=${encodeURIComponent(JSON.stringify({ contractId: state.contractId }))}`;
    const expected = [
      { month: '2026-03', scoreBps: 0, missed: 1 },
      { month: '2026-02', scoreBps: 5000, partly: 1 },
      { month: '2026-01', scoreBps: 10_000, met: 1 },
    ];
    for (const who of [anchor, state.compliance])
      expect(await (await who.get(scores)).json()).toMatchObject(expected);
  });

  it('counts nothing the anchor objects to, once and with a reason', async () => {
    const { id } = await add();
    const proved = await (await prove(id, { dueOn: '2026-01-31', delivered: 8 })).json();
    const evidenceId = proved.dues[0].evidence[0].id;
    const object = () =>
      anchor.post(`/api/contract-promises/${id}/object`, { evidenceId, reason: '只播了三场' });
    expect(await (await object()).json()).toMatchObject({
      dues: [{ state: 'no_evidence', evidence: [{ objection: '只播了三场' }] }, {}, {}],
    });
    expect(await (await object()).json()).toMatchObject({ code: 'already_objected' });
  });

  it('is not rewritten once there is evidence', async () => {
    const { id } = await add();
    await prove(id, { dueOn: '2026-01-31', delivered: 8 });
    const { contractId: _, ...values } = promise();
    const edit = (more: object) =>
      state.operator.put(`/api/contract-promises/${id}`, { ...values, rowVersion: 1, ...more });
    expect(await (await edit({ target: 1 })).json()).toMatchObject({
      code: 'has_evidence',
      errors: { target: expect.any(String) },
    });
    expect((await edit({ note: '改说明' })).status).toBe(200);
    expect((await edit({ note: '又改' })).status).toBe(409);
  });

  it('is another anchor’s secret', async () => {
    const { id } = await add();
    const other = await state.app.as({ role: 'anchor' });
    expect((await other.get(`/api/contract-promises/${id}`)).status).toBe(404);
    expect(await (await other.get('/api/contract-promises')).json()).toEqual([]);
    expect(
      (await other.post(`/api/contract-promises/${id}/object`, { evidenceId: 1, reason: '?' })).status,
    ).toBe(404);
  });
});
