import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  docxOf,
  FAIR,
  FAIR_PENALTY,
  fileForm,
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
const { at, addDraft, upload, review, writeTerms, accept, show } = verbsOf(() => scene);

let year = 2030;
let version: number;
beforeEach(async () => {
  year += 1;
  version = (await addDraft({ effectiveFrom: `${year}-01-01` })).id;
});

/** Status and code of a refusal. */
const refusal = async (sent: Promise<Response>) => {
  const response = await sent;
  return [response.status, (await response.json()).code];
};
const decide = (id: number, kind: string, who = scene.compliance, reason: string | null = '有据可查') =>
  who.post(`/api/contract-findings/${id}/${kind}`, { reason });

describe('an upload', () => {
  it('that cannot be read is refused with the reason, and kept', async () => {
    const response = await upload(version, Buffer.from('%PDF-1.7 torn'), '合同.pdf');
    const { code, details } = await response.json();
    expect([response.status, code]).toEqual([422, expect.stringMatching(/^document_/)]);
    const kept = await mustBe(scene.operator.get(`/api/contract-documents/${details.documentId}`));
    expect(kept).toMatchObject({ outcome: 'refused', refusalCode: code, text: null });
    const original = await scene.operator.get(`/api/contract-documents/${details.documentId}/original`);
    expect(await original.text()).toBe('%PDF-1.7 torn');
    expect(await show(version)).toMatchObject({ documentId: null, clauses: [] });
  });

  it('gives the draft its clauses, which are then not typed over', async () => {
    await mustBe(upload(version, docxOf(...FAIR)));
    const { clauses, rowVersion } = await show(version);
    const draft = { effectiveFrom: `${year}-01-01`, effectiveTo: null, summary: null, rules: [], rowVersion };
    expect(await refusal(scene.operator.put(at(version), { ...draft, clauses: clauses.slice(1) }))).toEqual([
      409,
      'text_is_the_documents',
    ]);
    expect((await scene.operator.put(at(version), { ...draft, clauses })).status).toBe(200);
    await mustBe(scene.operator.delete(at(version, '/documents')));
    const { rowVersion: later } = await show(version);
    const typed = { ...draft, clauses: clauses.slice(1), rowVersion: later };
    expect((await scene.operator.put(at(version), typed)).status).toBe(200);
  });

  it('keeps the share rules whose clause is still there, and names those that are not', async () => {
    await mustBe(upload(version, docxOf(...FAIR)));
    await mustBe(writeTerms(version));
    expect(await mustBe(upload(version, docxOf(...FAIR, ...FAIR_PENALTY)))).toMatchObject({
      droppedRules: [],
    });
    expect((await show(version)).rules).toHaveLength(1);
    const without = docxOf(...FAIR.slice(0, 4));
    expect(await mustBe(upload(version, without))).toMatchObject({ droppedRules: [{ clauseNo: '第二条' }] });
    expect((await show(version)).rules).toEqual([]);
  });

  it('may be pasted, and is marked as pasted', async () => {
    const { document } = await mustBe(
      scene.operator.post(at(version, '/text'), { text: [...FAIR, ...KEEPS_ID].join('\n') }),
    );
    expect(document).toMatchObject({ source: 'pasted', format: 'txt' });
    expect(await review(version)).toMatchObject({ source: 'pasted', findings: [{ type: 'ID_RETENTION' }] });
  });

  it('is for drafts, and for who may upload', async () => {
    await mustBe(upload(version, docxOf(...FAIR)));
    await mustBe(scene.operator.post(at(version, '/submit')));
    expect(await refusal(upload(version, docxOf(...FAIR)))).toEqual([409, 'not_a_draft']);
    expect(await refusal(upload(version, docxOf(...FAIR), 'x.docx', scene.anchor))).toEqual([
      403,
      'not_your_role',
    ]);
    expect(await refusal(upload(99_999, docxOf(...FAIR)))).toEqual([404, 'not_found']);
  });
});

describe('a paper that is no contract text', () => {
  it('is kept by its kind, for staff alone until it is evidence', async () => {
    const path = `/api/contracts/${scene.contractId}/files`;
    const scan = Buffer.from('%PDF-1.7 scan');
    const kept = await mustBe(
      scene.operator.request(`${path}?kind=signed_scan`, fileForm(scan, '签字页.pdf')),
    );
    expect(kept).toMatchObject({ kind: 'signed_scan', outcome: 'kept', format: 'pdf' });
    expect(await refusal(scene.anchor.get(`/api/contract-documents/${kept.id}`))).toEqual([404, 'not_found']);
    expect(await refusal(scene.operator.request(`${path}?kind=text`, fileForm(scan, 'a.pdf')))).toEqual([
      422,
      'invalid_input',
    ]);
    const page = fileForm(Buffer.from('<script>'), 'a.html');
    expect(await refusal(scene.operator.request(`${path}?kind=signed_scan`, page))).toEqual([
      422,
      'paper_kind',
    ]);
  });
});

describe('a finding', () => {
  const oneHigh = async () => {
    await mustBe(upload(version, docxOf(...FAIR, ...PENALTY)));
    return (await review(version)).findings[0] as { id: number };
  };

  it('of weight is dismissed by compliance alone, with a reason, and may be restored', async () => {
    const { id } = await oneHigh();
    expect(await refusal(decide(id, 'dismiss', scene.operator))).toEqual([409, 'needs_compliance']);
    expect((await decide(id, 'dismiss', scene.compliance, null)).status).toBe(422);
    expect(await mustBe(decide(id, 'dismiss'))).toMatchObject({ state: 'dismissed' });
    expect(await refusal(decide(id, 'dismiss'))).toEqual([409, 'already_dismissed']);
    const restored = await mustBe(decide(id, 'restore'));
    expect(restored).toMatchObject({ state: 'open', decisions: [{ kind: 'restore' }, { kind: 'dismiss' }] });
  });

  it('is not waived by who brought the text in', async () => {
    const own = await mustBe(
      scene.compliance.request(at(version, '/documents'), fileForm(docxOf(...FAIR, ...PENALTY), 'x.docx')),
    );
    expect(own.document.uploadedById).toBe(scene.compliance.identity.userId);
    const { id } = (await review(version)).findings[0];
    expect(await refusal(decide(id, 'waive'))).toEqual([409, 'own_upload']);
    expect(await refusal(decide(id, 'waive', scene.operator))).toEqual([403, 'not_your_role']);
    const second = await scene.app.as({ role: 'compliance' });
    expect(await mustBe(decide(id, 'waive', second))).toMatchObject({ state: 'waived' });
    await mustBe(scene.operator.post(at(version, '/submit')));
    expect(await refusal(scene.compliance.post(at(version, '/send')))).toEqual([409, 'own_upload']);
  });

  it('keeps its decision when the version is read again, and every reading is kept', async () => {
    const { id } = await oneHigh();
    await mustBe(decide(id, 'waive'));
    await mustBe(scene.operator.post(at(version, '/review')));
    const { findings } = await review(version);
    expect(findings).toMatchObject([{ state: 'waived', decision: { kind: 'waive', reason: '有据可查' } }]);
    expect(findings[0].id).not.toBe(id);
    expect(await refusal(decide(id, 'restore'))).toEqual([409, 'older_reading']);
  });

  it('is decided again in the next version, but a false alarm stays one', async () => {
    const { id } = await oneHigh();
    await mustBe(decide(id, 'waive'));
    const next = await addDraft({ effectiveFrom: `${year}-06-01`, copyFrom: version });
    await mustBe(scene.operator.post(at(next.id, '/review')));
    const [open] = (await review(next.id)).findings;
    expect(open).toMatchObject({ state: 'open' });
    await mustBe(decide(open.id, 'dismiss'));
    const third = await addDraft({ effectiveFrom: `${year}-07-01`, copyFrom: next.id });
    await mustBe(scene.operator.post(at(third.id, '/review')));
    expect((await review(third.id)).findings).toMatchObject([{ state: 'dismissed' }]);
  });

  it('is added by hand to a sentence, and stays when the version is read again', async () => {
    await mustBe(upload(version, docxOf(...FAIR)));
    const { text } = await review(version);
    const start = text.indexOf('甲方为乙方');
    const note = {
      type: 'OTHER',
      severity: 'medium',
      start,
      end: start + 8,
      reason: '服务范围不清',
      suggestion: '列明服务清单',
    };
    await mustBe(scene.operator.post(at(version, '/findings'), note));
    await mustBe(scene.operator.post(at(version, '/review')));
    expect((await review(version)).findings).toMatchObject([
      { origin: 'hand', quote: '甲方为乙方提供选', clauseNo: '第一条' },
    ]);
    expect(
      (await scene.operator.post(at(version, '/findings'), { ...note, start: 9_999, end: 10_000 })).status,
    ).toBe(422);
  });

  it('says that text and terms disagree, and then nothing is sent', async () => {
    const text = [...FAIR.slice(0, 5), '平台结算佣金由乙方得50%，甲方得50%。'];
    await mustBe(upload(version, docxOf(...text)));
    await mustBe(writeTerms(version));
    await mustBe(scene.operator.post(at(version, '/submit')));
    const { findings } = await review(version);
    expect(findings).toMatchObject([
      { type: 'TERMS_MISMATCH', severity: 'block', origin: 'terms', clauseNo: '第二条' },
    ]);
    expect(await refusal(scene.compliance.post(at(version, '/send')))).toEqual([409, 'findings_block']);
  });
});

describe('a version with its anchor', () => {
  const send = async () => {
    await mustBe(upload(version, docxOf(...FAIR, ...FAIR_PENALTY)));
    await mustBe(scene.operator.post(at(version, '/submit')));
    await mustBe(scene.compliance.post(at(version, '/send')));
  };

  it('is accepted as it was shown, to the letter', async () => {
    await send();
    for (const field of ['textSha256', 'termsSha256', 'statementSha256'])
      expect(await refusal(accept(version, scene.anchor, 'accept', { [field]: '0'.repeat(64) }))).toEqual([
        409,
        'text_changed',
      ]);
    expect(await refusal(accept(version, scene.anchor, 'accept', { isRead: false }))).toEqual([
      422,
      'invalid_input',
    ]);
    expect(await refusal(accept(version, scene.operator, 'accept'))).toEqual([403, 'not_your_role']);
    expect(await refusal(accept(version, scene.operator, 'acknowledge'))).toEqual([
      409,
      'not_accepted_by_anchor',
    ]);
  });

  it('is signed on paper only by the word of somebody else than the uploader, and its scan is asked for', async () => {
    await send();
    const paper = { signerName: '小满', signedOn: '2026-01-01', documentId: null };
    expect(await refusal(scene.operator.post(at(version, '/paper-acceptance'), paper))).toEqual([
      403,
      'not_your_role',
    ]);
    const scan = await refusal(
      scene.compliance.post(at(version, '/paper-acceptance'), { ...paper, documentId: 99_999 }),
    );
    expect(scan).toEqual([422, 'unknown_reference']);
    expect(await mustBe(scene.compliance.post(at(version, '/paper-acceptance'), paper))).toMatchObject({
      stage: 'accepted',
      acceptances: [{ method: 'paper', signedOn: '2026-01-01' }],
    });
  });

  it('may be taken back with a reason, which the anchor reads', async () => {
    await send();
    await mustBe(scene.compliance.post(at(version, '/withdraw'), { reason: '条款有误，另发新版' }));
    const { stage, events } = await mustBe(scene.anchor.get(at(version, '/workflow')));
    expect([stage, events.at(-1)]).toMatchObject([
      'withdrawn',
      { step: 'withdraw', reason: '条款有误，另发新版' },
    ]);
    expect(await refusal(accept(version, scene.anchor, 'accept'))).toEqual([409, 'not_sent']);
  });

  it('tells each person what may be done and why not', async () => {
    await send();
    const stepsOf = async (who = scene.anchor) => {
      const { steps } = await mustBe(who.get(at(version, '/workflow')));
      return Object.fromEntries(
        steps.map(({ step, refusal }: { step: string; refusal: { code: string } | null }) => [
          step,
          refusal?.code,
        ]),
      );
    };
    expect(await stepsOf()).toMatchObject({ accept: undefined, remark: undefined, send: 'not_your_role' });
    expect(await stepsOf(scene.compliance)).toMatchObject({
      send: 'not_in_review',
      withdraw: undefined,
      accept: 'not_your_role',
    });
  });
});
