import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLines } from '../db/test-scene.ts';
import {
  docxOf,
  FAIR,
  FAIR_PENALTY,
  KEEPS_ID,
  mustBe,
  openWayScene,
  PENALTY,
  verbsOf,
  type WayScene,
} from './contract-way.testing.ts';

let scene: WayScene;
beforeAll(async () => {
  scene = await openWayScene();
});
afterAll(() => scene.testDb.close());
const { at, addDraft, upload, show, review, writeTerms, accept } = verbsOf(() => scene);

describe('a contract from an uploaded file to a settled month', () => {
  let first: number;
  let second: number;
  const bytes = docxOf(...FAIR, ...PENALTY);

  it('begins with a docx, kept byte for byte, read clause by clause', async () => {
    first = (await addDraft()).id;
    const { document, reviewId, droppedRules } = await mustBe(upload(first, bytes));
    expect(document).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      outcome: 'read',
      source: 'layer',
      fileName: '合同.docx',
    });
    expect([typeof reviewId, droppedRules]).toEqual(['number', []]);
    const original = await scene.compliance.get(`/api/contract-documents/${document.id}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
    const { text, clauses, findings, summary } = await review(first);
    for (const { clauseNo, start, end } of clauses.slice(1))
      expect(text.slice(start, end)).toContain(clauseNo);
    expect(findings).toMatchObject([
      { type: 'LD_EXCESSIVE', severity: 'high', state: 'open', clauseNo: '第三条' },
    ]);
    expect(text.slice(findings[0].start, findings[0].end)).toBe(findings[0].quote);
    expect(summary).toMatchObject({ high: 1, block: 0 });
  });

  it('goes to compliance, who waives the penalty with a reason the anchor reads', async () => {
    await mustBe(writeTerms(first));
    await mustBe(scene.operator.post(at(first, '/submit')));
    expect((await scene.anchor.get(`/api/contracts/${scene.contractId}`)).status).toBe(404);
    const stopped = await scene.compliance.post(at(first, '/send'));
    expect([stopped.status, (await stopped.json()).code]).toEqual([409, 'findings_need_waiver']);
    const [{ id }] = (await review(first)).findings;
    const reason = '主播为头部，双方协商一致，违约金以前期投入为限。';
    const waived = await mustBe(scene.compliance.post(`/api/contract-findings/${id}/waive`, { reason }));
    expect(waived).toMatchObject({ state: 'waived', decision: { kind: 'waive', reason } });
    expect(await mustBe(scene.compliance.post(at(first, '/send')))).toMatchObject({ stage: 'sent' });
    const reading = await mustBe(scene.anchor.get(at(first, '/reading')));
    expect(reading.waivers).toMatchObject([{ id, decision: { reason } }]);
    const clause = reading.clauses.find(({ clauseNo }: { clauseNo: string }) => clauseNo === '第三条');
    expect(clause).toMatchObject({ findings: [{ id }], mark: null });
    expect(clause.questions.length).toBeGreaterThan(0);
  });

  it('is asked to change, and cannot be accepted before the answer', async () => {
    const wish = { clauseNo: '第三条', kind: 'request_change', body: '违约金太高，请改为实际损失。' };
    const { id } = await mustBe(scene.anchor.post(at(first, '/remarks'), wish));
    const early = await accept(first, scene.anchor, 'accept');
    expect([early.status, await early.json()]).toMatchObject([
      409,
      { code: 'open_change_requests', details: { clauses: ['第三条'] } },
    ]);
    const answer = { body: '同意，见第二版。', outcome: 'agreed' };
    await mustBe(scene.operator.post(`/api/contract-remarks/${id}/answer`, answer));
    const reading = await mustBe(scene.anchor.get(at(first, '/reading')));
    const clause = reading.clauses.find(({ clauseNo }: { clauseNo: string }) => clauseNo === '第三条');
    expect(clause).toMatchObject({
      mark: 'request_change',
      remarks: [{ isOpen: false }, { outcome: 'agreed' }],
    });
  });

  it('comes back as a second version that resolved the finding; the first is withdrawn by it', async () => {
    second = (await addDraft({ copyFrom: first })).id;
    await mustBe(upload(second, docxOf(...FAIR, ...FAIR_PENALTY), '第二版.docx'));
    expect(await review(second)).toMatchObject({
      findings: [],
      compared: { beforeVersionNo: 1, resolved: 1, fresh: 0, same: 0 },
    });
    await mustBe(scene.operator.post(at(second, '/submit')));
    await mustBe(scene.compliance.post(at(second, '/send')));
    expect(await show(first)).toMatchObject({ stage: 'withdrawn' });
    expect((await accept(first, scene.anchor, 'accept')).status).toBe(409);
  });

  it('is accepted by both with evidence, and only then comes into force', async () => {
    const early = await scene.compliance.post(at(second, '/activate'));
    expect([early.status, (await early.json()).code]).toEqual([409, 'not_accepted_by_anchor']);
    expect(await mustBe(accept(second, scene.anchor, 'accept') as Promise<Response>)).toMatchObject({
      stage: 'accepted',
    });
    const alone = await scene.compliance.post(at(second, '/activate'));
    expect([alone.status, (await alone.json()).code]).toEqual([409, 'not_accepted_by_agency']);
    await mustBe(accept(second, scene.operator, 'acknowledge', { signerName: '明播' }));
    const { acceptances } = await mustBe(scene.compliance.get(at(second, '/acceptance')));
    expect(acceptances).toMatchObject([
      { side: 'anchor', method: 'portal', signerName: '小满', ipAddress: '127.0.0.1' },
      { side: 'agency', method: 'portal', signerName: '明播' },
    ]);
    const { text, textSha256 } = await review(second);
    expect(textSha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(acceptances[0].textSha256).toBe(textSha256);
    expect(acceptances[0].statement).toContain(textSha256);
    expect(await mustBe(scene.compliance.post(at(second, '/activate')))).toMatchObject({ status: 'active' });
  });

  it('settles a month by its terms', async () => {
    await addLines(scene.testDb.ownerDb, [{ id: 1, anchorId: scene.anchorId, commissionFen: 10_000 }]);
    const run = await mustBe(scene.finance.post('/api/settlements', { month: '2026-05' }));
    expect(run.parties).toContainEqual(expect.objectContaining({ kind: 'anchor', amountFen: 6000 }));
  });
});

describe('what nobody may send', () => {
  it('stays with the agency until its text changes, whatever compliance would say', async () => {
    const { id } = await addDraft({ effectiveFrom: '2027-01-01' });
    await mustBe(upload(id, docxOf(...FAIR, ...FAIR_PENALTY, ...KEEPS_ID)));
    await mustBe(scene.operator.post(at(id, '/submit')));
    const { findings } = await review(id);
    expect(findings).toMatchObject([{ type: 'ID_RETENTION', severity: 'block' }]);
    const reason = '对方要求';
    const waived = await scene.compliance.post(`/api/contract-findings/${findings[0].id}/waive`, { reason });
    expect([waived.status, (await waived.json()).code]).toEqual([409, 'block_is_not_waived']);
    const sent = await scene.compliance.post(at(id, '/send'));
    expect([sent.status, await sent.json()]).toMatchObject([
      409,
      { code: 'findings_block', details: { findings: [findings[0].id] } },
    ]);
    await mustBe(scene.compliance.post(at(id, '/return'), { reason: '删去第四条' }));
    await mustBe(upload(id, docxOf(...FAIR, ...FAIR_PENALTY)));
    await mustBe(scene.operator.post(at(id, '/submit')));
    await mustBe(scene.compliance.post(at(id, '/send')));
  });
});
