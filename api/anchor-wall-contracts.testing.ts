import { docxOf, FAIR, FAIR_PENALTY, fileForm, mustBe } from './contract-way.testing.ts';
import type { TestApp, TestClient } from './http/test-client.ts';

const COURT = ['第四条 争议', '因本合同发生的争议，由甲方所在地人民法院管辖。'];
const dayOf = (year: number) => `${year}-01-01`;

/**
 * A contract that was sent, with everything people say about one, and a next version that was not: for the anchor who
 * walks, and for somebody else. Words of others, of drafts and of the office hold a canary.
 */
export async function plantContractPapers(app: TestApp, anchorId: number, otherId: number): Promise<void> {
  await plantFor(app, anchorId, 2041, '');
  await plantFor(app, otherId, 2042, 'canary-paper-of-others');
}

async function plantFor(app: TestApp, anchorId: number, year: number, secret: string): Promise<void> {
  const [operator, compliance] = [await app.as('operator'), await app.as('compliance')];
  const anchor = await app.as({ role: 'anchor', anchorId });
  const values = { no: `WALL-${year}`, anchorId, title: `协议 ${secret}`, startsOn: dayOf(year) };
  const { id } = await mustBe(operator.post('/api/contracts', values));
  const sent = await addVersion(operator, id, year, [...FAIR, ...FAIR_PENALTY, ...COURT, `附：${secret}`]);
  const at = `/api/contracts/${id}/versions/${sent}`;
  const { findings } = await mustBe(compliance.get(`${at}/review`));
  await mustBe(
    compliance.post(`${at}/findings`, { ...CARELESS, start: findings[0].start, end: findings[0].end }),
  ).then((added) =>
    mustBe(compliance.post(`/api/contract-findings/${added.id}/dismiss`, { reason: 'canary-dismissal' })),
  );
  await mustBe(operator.post(`${at}/submit`));
  await mustBe(compliance.post(`${at}/send`));
  const remark = { clauseNo: '第三条', kind: 'comment', body: `请说明 ${secret}` };
  const said = await mustBe(anchor.post(`${at}/remarks`, remark));
  await mustBe(operator.post(`/api/contract-remarks/${said.id}/answer`, { body: `已说明 ${secret}` }));
  const promise = await mustBe(
    operator.post('/api/contract-promises', { ...PROMISE, contractId: id, title: `培训 ${secret}` }),
  );
  const proof = { dueOn: dayOf(2026), delivered: 1, note: `签到表 ${secret}` };
  await mustBe(operator.post(`/api/contract-promises/${promise.id}/evidence`, proof));
  await addVersion(operator, id, year + 10, [...FAIR, '第三条 底稿', 'canary-draft-text']);
}

const CARELESS = { type: 'OTHER', severity: 'low', reason: 'canary-careless', suggestion: 'canary-careless' };
const PROMISE = {
  clauseNo: null,
  kind: 'training',
  target: null,
  unit: null,
  cadence: 'once',
  startsOn: dayOf(2026),
  endsOn: null,
  note: 'canary-promise-note',
};

async function addVersion(
  operator: TestClient,
  contractId: number,
  year: number,
  lines: string[],
): Promise<number> {
  const path = `/api/contracts/${contractId}/versions`;
  const { id } = await mustBe(operator.post(path, { effectiveFrom: dayOf(year) }));
  await mustBe(operator.request(`${path}/${id}/documents`, fileForm(docxOf(...lines), '合同.docx')));
  return id;
}
