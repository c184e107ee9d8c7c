import { beforeAll, describe, expect, it } from 'vitest';
import { listCriticalDifferences } from '../../db/queries/inspection-differences.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addPhoto } from '../photo-scene.testing.ts';
import { say } from '../say.testing.ts';
import { likeSealed, nextSeed, openInspectionScene } from './inspection-scene.testing.ts';

const { scene, addProduct, addSealed, mystery } = openInspectionScene();
let productId: number;
beforeAll(async () => {
  productId = await addSealed();
});

const start = async () => (await mystery(productId)).json();
const addUnit = (id: number, more: object = {}) =>
  scene.operator.post(`/api/inspections/${id}/units`, { attributes: likeSealed(), ...more });
const SWAPPED = { netContent: '15 ml', ingredients: '水、甘油' };
const addSwapped = async (id: number) =>
  (await addUnit(id, { attributes: { ...likeSealed(), ...SWAPPED } })).json();
const decide = (
  differenceId: number,
  kind: string,
  body: object = { reason: '核对无误' },
  who = scene.compliance,
) => who.post(`/api/inspection-differences/${differenceId}/${kind}`, body);
const show = async (id: number) => (await scene.compliance.get(`/api/inspections/${id}`)).json();
const close = async (id: number) =>
  scene.compliance.post(`/api/inspections/${id}/close`, { rowVersion: (await show(id)).rowVersion });

describe('a mystery order', () => {
  it('begins against the sealed sample in force, or not at all', async () => {
    expect(await start()).toMatchObject({
      kind: 'mystery',
      status: 'open',
      category: 'cosmetics',
      unitCount: 0,
    });
    expect(await say(mystery(await addProduct()))).toBe('409 no_sealed_sample');
    expect(await say(mystery(999_999))).toBe('422 unknown_reference');
    expect(await say(mystery(productId, { boughtAt: '2099-01-01T00:00:00Z' }))).toBe('422 in_the_future');
    expect(await say(mystery(productId, { receivedAt: '2026-04-01T00:00:00Z' }))).toBe(
      '422 received_before_bought',
    );
  });

  it('takes a unit that is written down later, from the sealing of its sample to today', async () => {
    const { id } = await start();
    expect(await say(addUnit(id, { inspectedOn: '2026-01-01' }))).toBe('422 bad_day');
    expect(await say(addUnit(id, { inspectedOn: '2099-01-01' }))).toBe('422 bad_day');
  });

  it('finds a swap attribute by attribute, the worst first', async () => {
    const { id } = await start();
    const unit = await addSwapped(id);
    expect(
      unit.rows
        .slice(0, 2)
        .map((row: { attribute: string; outcome: string }) => [row.attribute, row.outcome]),
    ).toEqual([
      ['netContent', 'different'],
      ['ingredients', 'different'],
    ]);
    expect(unit.rows[0].words.zh).toContain('15');
    expect(unit.differences).toHaveLength(2);
    expect(unit.missing).toEqual({ barcode: true, faces: ['front'] });
  });

  it('takes traditional characters and full width for what they mean', async () => {
    const { id } = await start();
    const unit = await (
      await addUnit(id, {
        attributes: { ...likeSealed(), ingredients: '水、煙醯胺、甘油', netContent: '３０ｍｌ' },
      })
    ).json();
    expect(unit.differences).toEqual([]);
    const row = unit.rows.find((one: { attribute: string }) => one.attribute === 'ingredients');
    expect(row.outcome).toBe('same_meaning');
  });

  it('says the exact bound in words, and nothing while rows are undecided', async () => {
    const { id } = await start();
    for (let i = 0; i < 4; i++) await addUnit(id);
    const swapped = await addSwapped(id);
    expect((await show(id)).verdictNow).toMatchObject({
      verdict: 'open',
      code: 'rows_to_decide',
      bound: null,
    });
    expect(await say(close(id))).toBe('409 rows_to_decide');
    for (const { id: differenceId } of swapped.differences) await decide(differenceId, 'dismiss');
    const { verdictNow } = await show(id);
    expect(verdictNow).toMatchObject({ verdict: 'no_difference_found', differing: 0, inspected: 5 });
    expect(verdictNow.bound.en).toBe('0 of 5 differ: up to 45 % of the lot could still differ, 95 %');
  });

  it('opens a case when a person upholds a critical difference, and stays when it is closed', async () => {
    const { id } = await start();
    const { id: unitId, differences, rowVersion } = await addSwapped(id);
    expect(await say(decide(differences[0].id, 'uphold', { reason: '净含量不符' }, scene.operator))).toBe(
      '403 not_your_role',
    );
    const upheld = await (await decide(differences[0].id, 'uphold', { reason: '净含量不符' })).json();
    expect(upheld).toMatchObject({
      opensCase: true,
      difference: { state: 'upheld', decidedCriticality: 'critical' },
    });
    await decide(differences[1].id, 'uphold', { reason: '成分减少', criticality: 'minor' });
    const critical = await inTransaction(scene.testDb.db, scene.compliance.identity, (trx) =>
      listCriticalDifferences(trx, id),
    );
    expect(critical.map((one) => [one.attribute, one.unitNo])).toEqual([['netContent', 1]]);
    const closed = await (await close(id)).json();
    expect(closed).toMatchObject({ status: 'closed', verdictNow: { verdict: 'differences_found' } });
    expect(closed.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await say(addUnit(id))).toBe('409 inspection_ended');
    expect(await say(decide(differences[0].id, 'reopen'))).toBe('409 inspection_ended');
    const edit = { attributes: likeSealed(), rowVersion };
    expect(await say(scene.operator.put(`/api/inspection-units/${unitId}`, edit))).toBe(
      '409 inspection_ended',
    );
    const { ownerDb } = scene.testDb;
    for (const query of [
      ownerDb.updateTable('inspection').set({ note: 'x' }).where('id', '=', id),
      ownerDb.updateTable('inspection_unit').set({ batch: 'x' }).where('id', '=', unitId),
      ownerDb.updateTable('inspection_difference').set({ state: 'dismissed' }).where('unit_id', '=', unitId),
      ownerDb.deleteFrom('inspection_decision'),
    ])
      await expect(query.execute()).rejects.toThrow(/not changed|append-only/);
  });

  it('is not closed without a unit; withdrawn only without one', async () => {
    const { id } = await start();
    expect(await say(close(id))).toBe('409 no_units');
    expect(await say(scene.compliance.post(`/api/inspections/${id}/withdraw`, { reason: '误建' }))).toBe(
      '200',
    );
    const other = await start();
    await addUnit(other.id);
    expect(
      await say(scene.compliance.post(`/api/inspections/${other.id}/withdraw`, { reason: '误建' })),
    ).toBe('409 has_units');
  });
});

describe('whose hands a parcel was in', () => {
  const hand = (id: number, at: string) =>
    scene.operator.post(`/api/inspections/${id}/custody`, {
      step: 'received',
      at,
      place: '杭州仓',
      holder: '王敏',
    });

  it('is a chain that goes forward and is not rewritten', async () => {
    const { id } = await start();
    await hand(id, '2026-05-03T09:00:00+08:00');
    expect(await say(hand(id, '2026-05-02T09:00:00+08:00'))).toBe('409 custody_order');
    expect(await say(hand(id, '2099-05-02T09:00:00+08:00'))).toBe('422 in_the_future');
    const after = await (await hand(id, '2026-05-03T10:00:00+08:00')).json();
    expect(
      after.custody.map((one: { holder: string; recordedByName: string }) => [
        one.holder,
        !!one.recordedByName,
      ]),
    ).toEqual([
      ['王敏', true],
      ['王敏', true],
    ]);
    await expect(scene.testDb.ownerDb.deleteFrom('inspection_custody').execute()).rejects.toThrow(
      'append-only',
    );
  });
});

describe('a unit', () => {
  it('is corrected and compared anew, but not over a decision', async () => {
    const { id } = await start();
    const unit = await addSwapped(id);
    const put = (attributes: object, rowVersion: number) =>
      scene.operator.put(`/api/inspection-units/${unit.id}`, { attributes, rowVersion });
    const [netContent] = unit.differences;
    await decide(netContent.id, 'uphold', { reason: '15 ml' });
    const refused = await put(likeSealed(), unit.rowVersion);
    expect(await refused.json()).toMatchObject({
      code: 'decided_already',
      details: { attributes: ['netContent'] },
    });
    const half = await (await put({ ...likeSealed(), netContent: '15 ml' }, unit.rowVersion)).json();
    expect(half.differences.map((one: { id: number; state: string }) => [one.id, one.state])).toEqual([
      [netContent.id, 'upheld'],
    ]);
    await decide(netContent.id, 'reopen', { reason: '录入错误' });
    const whole = await (await put(likeSealed(), half.rowVersion)).json();
    expect(whole.differences).toEqual([]);
    expect(await say(put(likeSealed(), half.rowVersion))).toBe('409 changed_meanwhile');
    expect(await say(decide(netContent.id, 'uphold'))).toBe('409 difference_replaced');
  });

  it('shows in photos nothing else does: one photo of two units is refused, and the unit is named', async () => {
    const { id } = await start();
    const photoId = await addPhoto(scene.operator, nextSeed());
    const first = await (await addUnit(id, { photos: [{ face: 'front', photoId }] })).json();
    const again = await addUnit(id, { photos: [{ face: 'front', photoId }] });
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { code: 'photo_used', details: { kind: 'unit', unitId: first.id, unitNo: 1, inspectionId: id } },
    ]);
    const twice = await addPhoto(scene.operator, nextSeed());
    const faces = [
      { face: 'front', photoId: twice },
      { face: 'back', photoId: twice },
    ];
    expect(await say(addUnit(id, { photos: faces }))).toBe('422 same_photo_twice');
    const seal = await (await scene.operator.get(`/api/products/${productId}/sealed-sample`)).json();
    const sealed = await addUnit(id, { photos: [{ face: 'front', photoId: seal.faces[0].photoId }] });
    expect(await sealed.json()).toMatchObject({
      code: 'photo_used',
      details: { kind: 'sample', sampleId: seal.sampleId },
    });
    expect((await show(id)).units).toHaveLength(1);
  });

  it('with another code in the photo than was typed gets a row for it', async () => {
    const { id } = await start();
    const unit = await (await addUnit(id, { barcode: '036000291452' })).json();
    expect(unit.differences).toMatchObject([
      { origin: 'barcode', code: 'other_gtin', shipped: '036000291452', criticality: 'critical' },
    ]);
  });

  it.each([
    [{ attributes: { 'no such': '1' } }, '422 invalid_input'],
    [{ barcode: 'abc' }, '422 invalid_input'],
    [{ photos: [{ face: 'front', photoId: 99_999 }] }, '422 unknown_reference'],
  ])('is refused with %j', async (more, answer) => {
    const { id } = await start();
    expect(await say(addUnit(id, more))).toBe(answer);
  });
});
