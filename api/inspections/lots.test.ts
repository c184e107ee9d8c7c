import { beforeEach, describe, expect, it } from 'vitest';
import { say } from '../say.testing.ts';
import { likeSealed, openInspectionScene } from './inspection-scene.testing.ts';

const { scene, addSealed, lot } = openInspectionScene();
let productId: number;
beforeEach(async () => {
  productId = await addSealed();
});

const addUnit = async (id: number, attributes: object = likeSealed()) =>
  (await scene.operator.post(`/api/inspections/${id}/units`, { attributes })).json();
const show = async (id: number) => (await scene.compliance.get(`/api/inspections/${id}`)).json();
const close = async (id: number) =>
  scene.compliance.post(`/api/inspections/${id}/close`, { rowVersion: (await show(id)).rowVersion });
const history = async () =>
  (await scene.compliance.get(`/api/inspection-histories?filter={"productId":${productId}}`)).json();
const turn = (kind: string, more: object = {}) =>
  scene.compliance.post('/api/inspection-histories/switch', { productId, kind, reason: '已确认', ...more });

/** A lot from its start to its end: every unit as sealed, or the first one refused as another thing. */
async function inspect(isGood: boolean, more: object = {}) {
  const { id, planMajor, planMinor } = await (await lot(productId, more)).json();
  const units = Math.max(planMajor.sampleSize, planMinor.sampleSize);
  if (isGood) for (let i = 0; i < units; i++) await addUnit(id);
  else {
    const unit = await addUnit(id, { ...likeSealed(), name: '另一款' });
    await scene.compliance.post(`/api/inspection-differences/${unit.differences[0].id}/uphold`, {
      reason: '换货',
    });
  }
  const closed = await close(id);
  expect(closed.status).toBe(200);
  return closed.json();
}

describe('a lot', () => {
  it('is planned before it is looked at, and takes no unit beyond its plan', async () => {
    const started = await (
      await lot(productId, { lotSize: 500, level: 'S-1', aqlMajor: '0.65', aqlMinor: '2.5' })
    ).json();
    expect(started).toMatchObject({
      stage: 'normal',
      score: 0,
      planMajor: { codeLetter: 'B', aql: '0.65' },
      isSingleSource: false,
    });
    const { id } = await (await lot(await addSealed(), { lotSize: 2 })).json();
    await addUnit(id);
    await addUnit(id);
    const third = scene.operator.post(`/api/inspections/${id}/units`, { attributes: likeSealed() });
    expect(await say(third)).toBe('409 unit_beyond_plan');
    expect(await (await close(id)).json()).toMatchObject({
      status: 'closed',
      verdictNow: { verdict: 'accepted' },
    });
  });

  it.each([
    [{ lotSize: 0 }, 'bad_lot_size', 'lotSize'],
    [{ lotSize: 1.5 }, 'bad_lot_size', 'lotSize'],
    [{ aqlMajor: '3.7' }, 'unknown_aql', 'aqlMajor'],
    [{ aqlMinor: 'x' }, 'unknown_aql', 'aqlMinor'],
    [{ level: 'IV' }, 'unknown_level', 'level'],
  ])('with %j is refused, at its field', async (more, code, field) => {
    const answer = await (await lot(productId, more)).json();
    expect(answer).toMatchObject({ code, errors: { [field]: expect.any(String) } });
    const preview = { lotSize: 8, level: 'II', aqlMajor: '1.0', aqlMinor: '4.0', ...more };
    expect(await (await scene.operator.post('/api/sampling-plans', preview)).json()).toMatchObject({ code });
  });

  it('waits for the one before it, and is not closed half looked at', async () => {
    const { id } = await (await lot(productId)).json();
    const second = await lot(productId);
    expect(await second.json()).toMatchObject({ code: 'lot_open', details: { inspectionId: id } });
    await addUnit(id);
    expect(await say(close(id))).toBe('409 units_to_inspect');
  });

  it('of two started at once is one', async () => {
    const answers = await Promise.all([say(lot(productId)), say(lot(productId))]);
    expect(answers.sort()).toEqual(['200', '409 lot_open']);
  });

  it('is refused at once by a critical difference, with units never looked at', async () => {
    const closed = await inspect(false);
    expect(closed.verdictNow).toMatchObject({ verdict: 'rejected', code: 'critical_difference' });
    expect(closed.verdictNow.unitsToInspect).toBeGreaterThan(0);
  });
});

describe('the history of a supplier and a product', () => {
  it('leads from normal to tightened after two refused lots, and back after five accepted ones', async () => {
    await inspect(false);
    await inspect(true, { isResubmitted: true });
    await inspect(false);
    const { now, events } = await history();
    expect(now).toMatchObject({ stage: 'tightened', isDiscontinued: false });
    expect(
      events.map((one: { isAccepted: boolean; nextStage: string }) => [one.isAccepted, one.nextStage]),
    ).toEqual([
      [false, 'normal'],
      [true, 'normal'],
      [false, 'tightened'],
    ]);
    const preview = { lotSize: 2, level: 'II', aqlMajor: '1.0', aqlMinor: '4.0', productId };
    expect(await (await scene.operator.post('/api/sampling-plans', preview)).json()).toMatchObject({
      stage: 'tightened',
    });
    for (let i = 0; i < 5; i++)
      expect(await inspect(true, { lotSize: 2 })).toMatchObject({ stage: 'tightened' });
    expect((await history()).now.stage).toBe('normal');
  });

  it('is discontinued after five refused lots on tightened, until somebody resumes it', async () => {
    for (let i = 0; i < 7; i++) await inspect(false);
    expect((await history()).now).toMatchObject({ isDiscontinued: true, refusals: { resume: null } });
    expect(await say(lot(productId))).toBe('409 inspection_discontinued');
    expect(await say(turn('resume'))).toBe('200');
    expect(await (await lot(productId)).json()).toMatchObject({ stage: 'tightened' });
    expect(await say(turn('back_to_normal'))).toBe('409 lot_open');
  });

  it('has no reduced inspection for a low score, nor for somebody who does not decide', async () => {
    expect(await say(turn('reduce', { isProductionSteady: true }))).toBe('409 score_too_low');
    const operator = scene.operator.post('/api/inspection-histories/switch', {
      productId,
      kind: 'reduce',
      reason: '…',
    });
    expect(await say(operator)).toBe('403 not_your_role');
  });
});
