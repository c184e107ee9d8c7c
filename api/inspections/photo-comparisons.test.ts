import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PhotoResult } from '../../db/queries/photo-comparisons.ts';
import { startWorker } from '../jobs/worker.ts';
import { addPhoto } from '../photo-scene.testing.ts';
import { refusePhoto } from '../photos/refusal.ts';
import { say } from '../say.testing.ts';
import { likeSealed, nextSeed, openInspectionScene } from './inspection-scene.testing.ts';
import { type ComparePhotos, runPhotoComparison } from './run-photo-comparison.ts';

const { scene, addSealed, mystery } = openInspectionScene();
let productId: number;
let inspectionId: number;
beforeAll(async () => {
  productId = await addSealed();
});
beforeEach(async () => {
  inspectionId = (await (await mystery(productId)).json()).id;
});

const RESULT: PhotoResult = {
  outcome: 'different',
  boxes: [{ x: 20, y: 30, width: 40, height: 50, kind: 'print' }],
  reason: null,
  score: 0.31,
  sharpness: 0.97,
  inliers: 120,
  homography: [0.9, 0.1, 12, -0.1, 0.9, 30, 0, 0, 1],
  thresholds: { ncc: 0.6 },
  engineVersion: 'test 1',
  tookMs: 12.6,
};
const answering =
  (result: Partial<PhotoResult>): ComparePhotos =>
  async () => ({ ...RESULT, ...result });
const addUnit = async () => {
  const photos = [{ face: 'front', photoId: await addPhoto(scene.operator, nextSeed()) }];
  return (
    await scene.operator.post(`/api/inspections/${inspectionId}/units`, { attributes: likeSealed(), photos })
  ).json();
};
const run = (comparisonId: number, compare: ComparePhotos) =>
  runPhotoComparison(scene.app.services, comparisonId, compare, new AbortController().signal);
const unitNow = async (id: number) => (await scene.operator.get(`/api/inspection-units/${id}`)).json();
const comparisonOf = (unit: { photos: { comparison: { id: number } }[] }) =>
  unit.photos.at(-1)!.comparison.id;
const decide = (id: number, kind: string, body: object) =>
  scene.compliance.post(`/api/inspection-differences/${id}/${kind}`, body);

describe('the photo of a unit', () => {
  it('is queued with the unit, and compared with the sealed face and its marks', async () => {
    const unit = await addUnit();
    expect(unit.photos[0].comparison).toMatchObject({ state: 'queued', outcome: null });
    const close = scene.compliance.post(`/api/inspections/${inspectionId}/close`, { rowVersion: 1 });
    expect(await say(close)).toBe('409 comparing');
    let asked: Parameters<ComparePhotos> | undefined;
    await run(comparisonOf(unit), async (...args) => {
      asked = args;
      return RESULT;
    });
    expect(asked![2]).toMatchObject({
      label: [
        [10, 10],
        [300, 10],
        [300, 300],
        [10, 300],
      ],
      ignore: [],
    });
    expect(Buffer.from(asked![0]).equals(Buffer.from(asked![1]))).toBe(false);
    const after = await unitNow(unit.id);
    expect(after.photos[0].comparison).toMatchObject({
      ...{
        state: 'done',
        outcome: 'different',
        score: 0.31,
        homography: RESULT.homography,
        thresholds: { ncc: 0.6 },
        engineVersion: 'test 1',
      },
    });
    expect(after.differences).toMatchObject([
      {
        origin: 'photo',
        face: 'front',
        code: 'photo_differs',
        criticality: null,
        box: { x: 20, y: 30, width: 40, height: 50 },
      },
    ]);
  });

  it('has no class until a person gives it one, and keeps what the machine said with the decision', async () => {
    const unit = await addUnit();
    await run(comparisonOf(unit), answering({}));
    const [difference] = (await unitNow(unit.id)).differences;
    expect(await say(decide(difference.id, 'uphold', { reason: '换标' }))).toBe('409 class_missing');
    expect(await say(decide(difference.id, 'uphold', { reason: '换标', criticality: 'critical' }))).toBe(
      '200',
    );
    const { seen } = await scene.testDb.ownerDb
      .selectFrom('inspection_decision')
      .select('seen')
      .where('difference_id', '=', difference.id)
      .executeTakeFirstOrThrow();
    expect(seen).toMatchObject({ score: 0.31, thresholds: { ncc: 0.6 }, engineVersion: 'test 1' });
  });

  it.each([
    ['no_difference', []],
    ['cannot_compare', ['photo_cannot_compare']],
    ['retake', ['photo_retake']],
  ] as const)('that ends as %s leaves %j to decide', async (outcome, codes) => {
    const unit = await addUnit();
    await run(comparisonOf(unit), answering({ outcome, boxes: [] }));
    expect((await unitNow(unit.id)).differences.map((one: { code: string }) => one.code)).toEqual(codes);
  });

  it('taken again replaces what the older one left open; a result that comes late counts for nothing', async () => {
    const unit = await addUnit();
    await run(comparisonOf(unit), answering({ outcome: 'retake', boxes: [] }));
    const photo = { face: 'front', photoId: await addPhoto(scene.operator, nextSeed()) };
    const second = await (await scene.operator.post(`/api/inspection-units/${unit.id}/photos`, photo)).json();
    expect(second.differences).toEqual([]);
    expect(second.photos.map((one: { isLatest: boolean }) => one.isLatest)).toEqual([false, true]);
    const third = { face: 'front', photoId: await addPhoto(scene.operator, nextSeed()) };
    await scene.operator.post(`/api/inspection-units/${unit.id}/photos`, third);
    await run(comparisonOf(second), answering({}));
    expect((await unitNow(unit.id)).differences).toEqual([]);
  });

  it('whose comparison breaks is tried three times, then waits for a person', async () => {
    const unit = await addUnit();
    const id = comparisonOf(unit);
    const broken: ComparePhotos = async () => {
      throw new Error('out of memory');
    };
    await expect(run(id, broken)).rejects.toThrow('out of memory');
    await expect(run(id, broken)).rejects.toThrow('out of memory');
    await run(id, broken);
    expect((await unitNow(unit.id)).photos[0].comparison).toMatchObject({
      state: 'failed',
      failureCode: 'broken',
    });
    const again = await (await scene.operator.post(`/api/inspection-units/${unit.id}/compare-photos`)).json();
    expect(again.photos[0].comparison.state).toBe('queued');
    expect(comparisonOf(again)).not.toBe(id);
  });

  it('that no machine can open fails at once; one that took too long is tried again', async () => {
    const refusing =
      (code: 'photo_damaged' | 'photo_too_slow'): ComparePhotos =>
      async () => {
        throw refusePhoto(code);
      };
    const damaged = await addUnit();
    await run(comparisonOf(damaged), refusing('photo_damaged'));
    expect((await unitNow(damaged.id)).photos[0].comparison).toMatchObject({
      state: 'failed',
      failureCode: 'photo_damaged',
    });
    const slow = await addUnit();
    await expect(run(comparisonOf(slow), refusing('photo_too_slow'))).rejects.toThrow('too long');
    await run(comparisonOf(slow), answering({}));
    expect((await unitNow(slow.id)).photos[0].comparison).toMatchObject({ state: 'done' });
  });

  it('is taken from the queue by a worker', async () => {
    const unit = await addUnit();
    const worker = await startWorker(scene.app.services, {
      databaseUrl: scene.testDb.appUrl,
      comparePhotos: answering({ outcome: 'no_difference', boxes: [] }),
    });
    const state = async () => (await unitNow(unit.id)).photos[0].comparison.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('done');
    await worker.stop();
  });

  it('is compared once, and what was found stays', async () => {
    const unit = await addUnit();
    await run(comparisonOf(unit), answering({}));
    await run(comparisonOf(unit), answering({}));
    expect((await unitNow(unit.id)).differences).toHaveLength(1);
    const change = scene.testDb.ownerDb
      .updateTable('photo_comparison')
      .set({ outcome: 'no_difference' })
      .where('id', '=', comparisonOf(unit));
    await expect(change.execute()).rejects.toThrow('what was compared stays');
  });
});
