import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  docxOf,
  FAIR,
  FAIR_PENALTY,
  fileForm,
  mustBe,
  openWayScene,
  verbsOf,
  type WayScene,
} from './contract-way.testing.ts';

let scene: WayScene;
let version: number;
beforeAll(async () => {
  scene = await openWayScene();
  version = (await addDraft()).id;
  await mustBe(upload(version, docxOf(...FAIR, ...FAIR_PENALTY)));
  await mustBe(scene.operator.post(at(version, '/submit')));
});
afterAll(() => scene.testDb.close());
const { at, addDraft, upload, accept } = verbsOf(() => scene);

/** As if the birthday on file were found to be wrong: so many whole years old today. */
const beAged = (years: number) =>
  sql`update anchor set born_on = (now() at time zone 'Asia/Shanghai')::date - make_interval(years => ${years}) where id = ${scene.anchorId}`.execute(
    scene.testDb.ownerDb,
  );
const refusal = async (sent: Promise<Response>) => (await (await sent).json()).code;
const send = () => scene.compliance.post(at(version, '/send'));

it('nobody under 16 gets a contract, whatever a guardian says', async () => {
  await beAged(15);
  expect(await refusal(send())).toBe('under_16');
});

it('at 16 and 17 a guardian’s consent with its paper is recorded by one and confirmed by another', async () => {
  await beAged(17);
  expect(await refusal(send())).toBe('guardian_consent_missing');
  const file = fileForm(Buffer.from('%PDF-1.7 consent'), '同意书.pdf');
  const paper = await mustBe(
    scene.operator.request(`/api/contracts/${scene.contractId}/files?kind=guardian_consent`, file),
  );
  const consent = { guardianName: '小满母亲', relation: 'mother', documentId: paper.id };
  expect(
    (await scene.operator.post(at(version, '/guardian-consent'), { ...consent, relation: 'other' })).status,
  ).toBe(422);
  expect(
    (await scene.operator.post(at(version, '/guardian-consent'), { ...consent, documentId: 99_999 })).status,
  ).toBe(422);
  await mustBe(scene.operator.post(at(version, '/guardian-consent'), consent));
  expect(await refusal(send())).toBe('guardian_consent_unconfirmed');
  expect(await refusal(scene.operator.post(at(version, '/guardian-consent/confirm')))).toBe('not_your_role');
  await mustBe(scene.compliance.post(at(version, '/guardian-consent/confirm')));
  expect(await refusal(scene.compliance.post(at(version, '/guardian-consent/confirm')))).toBe(
    'already_confirmed',
  );
  expect(await mustBe(send())).toMatchObject({ stage: 'sent' });
  const { statement } = await mustBe(scene.anchor.get(at(version, '/acceptance')));
  expect(statement).toContain('监护人已书面同意');
});

it('age is looked at once more when it is accepted', async () => {
  await beAged(15);
  expect(await refusal(accept(version, scene.anchor, 'accept'))).toBe('under_16');
  await beAged(17);
  expect(await mustBe(accept(version, scene.anchor, 'accept'))).toMatchObject({ stage: 'accepted' });
});
