import { beforeEach, describe, expect, it } from 'vitest';
import { addPhoto, SERUM, sealOf } from '../photo-scene.testing.ts';
import { say } from '../say.testing.ts';
import { openSampleScene } from './sample-scene.testing.ts';

const { scene, addProduct } = openSampleScene();
let productId: number;
let seed = 100;
let id: number;
beforeEach(async () => {
  productId = await addProduct();
  id = await received();
});

async function received(): Promise<number> {
  const { operator } = scene;
  const sample = await (await operator.post('/api/samples', { productId, anchorId: null, pieces: 1 })).json();
  for (const [verb, body] of [
    ['approve', {}],
    ['send', { carrier: '顺丰', trackingNo: 'SF1' }],
    ['receive', {}],
  ] as const)
    await operator.post(`/api/samples/${sample.id}/${verb}`, body);
  return sample.id;
}
const photo = () => addPhoto(scene.operator, seed++);
const numbered = () => `FY-${seed++}`;
const seal = async (more: object = {}, of = id) =>
  scene.operator.post(`/api/samples/${of}/seal`, sealOf(numbered(), [await photo(), await photo()], more));
const hashOf = async (who = scene.compliance, of = id) =>
  (await (await who.get(`/api/samples/${of}/seal`)).json()).contentSha256;
const witness = async (who = scene.compliance, of = id) =>
  who.post(`/api/samples/${of}/witness`, { contentSha256: await hashOf(who, of) });

describe('sealing', () => {
  it('waits for another person, in own session, and then stays', async () => {
    expect(await (await seal()).json()).toMatchObject({ stage: 'received', sealState: 'waiting_witness' });
    expect(await say(scene.operator.get(`/api/products/${productId}/sealed-sample`))).toBe(
      '404 no_sealed_sample',
    );
    expect(await say(scene.operator.post(`/api/samples/${id}/keep`, { note: '留样' }))).toBe(
      '409 waiting_for_witness',
    );
    expect(await say(witness(scene.operator))).toBe('409 two_people');
    const looked = await hashOf();
    expect(await (await witness()).json()).toMatchObject({ stage: 'sealed', sealState: 'sealed' });
    const sealed = await (await scene.operator.get(`/api/products/${productId}/sealed-sample`)).json();
    expect(sealed).toMatchObject({ sampleId: id, isInForce: true, contentSha256: looked, attributes: SERUM });
    expect(sealed.sealText).toContain(sealed.faces[0].photoSha256);
    expect(await say(scene.operator.delete(`/api/samples/${id}/seal`))).toBe('409 not_waiting');
    expect(await say(witness(scene.admin))).toBe('409 not_waiting');
  });

  it('is taken back by the sealer before the witness, and its photos are free again', async () => {
    const photos = [await photo(), await photo()];
    const body = sealOf(numbered(), photos);
    await scene.operator.post(`/api/samples/${id}/seal`, body);
    expect(await say(scene.compliance.delete(`/api/samples/${id}/seal`))).toBe('409 not_the_sealer');
    expect(await say(scene.operator.delete(`/api/samples/${id}/seal`))).toBe('200');
    expect(await say(scene.operator.post(`/api/samples/${id}/seal`, body))).toBe('200');
  });

  it('is not witnessed when it is another one than was looked at', async () => {
    await seal();
    const looked = await hashOf();
    await scene.operator.delete(`/api/samples/${id}/seal`);
    await seal({ batch: 'L20260999' });
    expect(await say(scene.compliance.post(`/api/samples/${id}/witness`, { contentSha256: looked }))).toBe(
      '409 seal_changed',
    );
  });

  it.each([
    [{ faces: [] }, '422 no_photo'],
    [{ attributes: { ...SERUM, name: '' } }, '422 attributes_missing'],
    [{ attributes: { ...SERUM, gtin: '6901234567893' } }, '422 not_a_gtin'],
    [{ batch: '' }, '422 no_batch'],
    [{ sealNumber: '' }, '422 no_seal_number'],
    [{ sealedOn: '2099-01-01' }, '422 bad_day'],
  ])('is refused with %j', async (more, answer) => {
    expect(await say(seal(more))).toBe(answer);
  });

  it('is refused with a photo, or a number, that another sample has', async () => {
    const photos = [await photo(), await photo()];
    const number = numbered();
    await scene.operator.post(`/api/samples/${id}/seal`, sealOf(number, photos));
    productId = await addProduct();
    const other = await received();
    const refused = await scene.operator.post(`/api/samples/${other}/seal`, sealOf(numbered(), photos));
    expect(await refused.json()).toMatchObject({
      code: 'photo_used',
      details: { kind: 'sample', sampleId: id },
    });
    const free = [await photo(), await photo()];
    expect(await say(scene.operator.post(`/api/samples/${other}/seal`, sealOf(number, free)))).toBe(
      '409 seal_number_taken',
    );
  });

  it('of a second sample supersedes the first, once and only when it says so', async () => {
    await seal();
    await witness();
    const next = await received();
    expect(await say(seal({}, next))).toBe('409 supersede_first');
    expect(await say(seal({ supersedes: id }, next))).toBe('200');
    expect(await say(witness(scene.compliance, next))).toBe('200');
    const old = await (await scene.operator.get(`/api/samples/${id}/seal`)).json();
    expect(old).toMatchObject({ isInForce: false, supersededBy: next });
    const inForce = await (await scene.operator.get(`/api/products/${productId}/sealed-sample`)).json();
    expect(inForce.sampleId).toBe(next);
  });

  it('cannot be changed by the app or by the owner once it was witnessed', async () => {
    await seal();
    await witness();
    const { ownerDb } = scene.testDb;
    const frozen = /witnessed seal is not changed/;
    await expect(
      ownerDb.updateTable('sample_seal').set({ batch: 'X' }).where('sample_id', '=', id).execute(),
    ).rejects.toThrow(frozen);
    await expect(ownerDb.deleteFrom('sample_seal').where('sample_id', '=', id).execute()).rejects.toThrow(
      frozen,
    );
    await expect(ownerDb.deleteFrom('sample_face').where('sample_id', '=', id).execute()).rejects.toThrow(
      frozen,
    );
    await expect(
      ownerDb.updateTable('sample_face').set({ outline: '[]' }).where('sample_id', '=', id).execute(),
    ).rejects.toThrow(frozen);
  });
});
