import { afterAll, beforeAll, expect, it } from 'vitest';
import { addLines } from '../db/test-scene.ts';
import {
  docxOf,
  FAIR,
  mustBe,
  openWayScene,
  PENALTY,
  verbsOf,
  type WayScene,
} from './contract-way.testing.ts';

let scene: WayScene;
let version: number;
beforeAll(async () => {
  scene = await openWayScene();
  version = (await addDraft()).id;
  await mustBe(upload(version, docxOf(...FAIR, ...PENALTY)));
});
afterAll(() => scene.testDb.close());
const { at, addDraft, upload, writeTerms } = verbsOf(() => scene);
const figureOf = async (key: RegExp) =>
  (await mustBe(scene.compliance.get(at(version, '/figures')))).figures.find((one: { key: string }) =>
    key.test(one.key),
  );

it('the terms of the text are proposed with their sentence, and disagree with what was entered', async () => {
  const before = await mustBe(scene.operator.get(at(version, '/proposed-terms')));
  const share = before.terms.find(
    ({ field, value }: { field: string; value: { party: string } }) =>
      field === 'share' && value.party === 'anchor',
  );
  expect(share).toMatchObject({ value: { rateBps: 6000 }, quote: expect.stringContaining('60%') });
  expect(before.mismatches).toEqual([]);
  await mustBe(writeTerms(version));
  expect((await mustBe(scene.operator.get(at(version, '/proposed-terms')))).mismatches).toEqual([]);
  expect((await scene.anchor.get(at(version, '/proposed-terms'))).status).toBe(403);
});

it('a penalty is set against what the anchor earned, and what is not known is said', async () => {
  expect(await figureOf(/penalty/)).toMatchObject({ missing: expect.any(String) });
  await mustBe(scene.operator.post(at(version, '/submit')));
  const { findings } = await mustBe(scene.compliance.get(at(version, '/review')));
  await mustBe(
    scene.compliance.post(`/api/contract-findings/${findings[0].id}/waive`, { reason: '协商一致' }),
  );
  await mustBe(scene.compliance.post(at(version, '/send')));
  const paper = { signerName: '小满', signedOn: '2025-12-30', documentId: null };
  await mustBe(scene.compliance.post(at(version, '/paper-acceptance'), paper));
  const form = await mustBe(scene.operator.get(at(version, '/acceptance')));
  const { textSha256, termsSha256, statementSha256 } = form;
  await mustBe(
    scene.operator.post(at(version, '/acknowledge'), {
      signerName: '明播',
      textSha256,
      termsSha256,
      statementSha256,
      lang: 'zh',
      isRead: true,
    }),
  );
  await mustBe(scene.compliance.post(at(version, '/activate')));
  await addLines(scene.testDb.ownerDb, [{ id: 1, anchorId: scene.anchorId, commissionFen: 1_000_000 }]);
  await mustBe(scene.finance.post('/api/settlements', { month: '2026-05' }));
  await mustBe(scene.finance.post('/api/statements/issue', { month: '2026-05' }));
  const answer = await mustBe(scene.anchor.get(at(version, '/figures')));
  expect(answer.income).toMatchObject({ months: 1, earnedFen: 600_000 });
  // Five million yuan against six thousand.
  expect(answer.figures).toContainEqual(
    expect.objectContaining({ hundredths: 83_333, beside: expect.arrayContaining(['LD_EXCESSIVE']) }),
  );
  // The same orders by the terms in force and by what somebody asks for.
  const asked = await mustBe(scene.compliance.get(at(version, '/figures?fairBps=7000')));
  const shareOf = (key: string) => asked.figures.find((one: { key: string }) => one.key === key);
  expect([shareOf('share_this_term').amountFen, shareOf('share_fair_term').amountFen]).toEqual([
    600_000, 700_000,
  ]);
  expect(shareOf('share_counter_offer')).toMatchObject({ missing: 'no_counter_offer' });
});

it('the papers of a contract are drawn from what is kept', async () => {
  for (const [who, name] of [
    [scene.compliance, 'report.pdf'],
    [scene.anchor, 'sheet.pdf?lang=en'],
    [scene.anchor, 'certificate.pdf'],
  ] as const) {
    const response = await who.get(at(version, `/${name}`));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([name, response.status, bytes.subarray(0, 5).toString()]).toEqual([name, 200, '%PDF-']);
  }
});
