import { insertAnswer, insertCaseEvidence, setAnswerBy } from '../../db/queries/case-writes.ts';
import { contentDigest } from '../../db/queries/content-digest.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotNotifyBrand } from '../domain/inspection/case-life.ts';
import type { Services } from '../http/context.ts';
import { after, inCase, requireStep, writeStep } from './case-in-hand.ts';
import type { AnswerBody, NotifyBody } from './cases.schema.ts';
import { freezePaper } from './freeze-paper.ts';
import { gatherLetter } from './gather-letter.ts';
import { renderCaseLetter } from './pdf/case-letter.ts';
import type { ShownCase } from './show-case.ts';

/** Freezes the letter to the brand with its hash and starts the deadline. */
export function notifyBrand(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  input: NotifyBody,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    requireStep(held, 'notify_brand');
    const letter = await gatherLetter(held.trx, held, input);
    const rendered = renderCaseLetter(letter);
    const paper = await freezePaper(held.trx, identity, {
      ...{ caseId: id, kind: 'letter', no: letter.no, answerBy: input.answerBy },
      ...{ document: letter, pdf: rendered.pdf, contentSha256: rendered.hash },
    });
    const refusal = whyNotNotifyBrand(
      held.facts,
      { sha256: paper.sha256, answerBy: input.answerBy },
      held.actor,
    );
    if (refusal) throw refuse('conflict', refusal);
    await setAnswerBy(held.trx, id, input.answerBy);
    await writeStep(held, identity, {
      ...{ step: 'notify_brand', reason: null, to: after('notify_brand', held) },
      details: { paperId: paper.id, sha256: paper.sha256, answerBy: input.answerBy },
    });
  });
}

export function recordAnswer(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  input: AnswerBody,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    requireStep(held, 'record_answer');
    await insertAnswer(held.trx, { ...input, caseId: id, kind: 'answer', recordedBy: actorId(identity) });
    await insertCaseEvidence(held.trx, {
      ...{ caseId: id, kind: 'answer', title: '品牌方答复', note: input.text.slice(0, 4000) },
      ...{ snapshot: input, sha256: contentDigest(input), addedBy: actorId(identity) },
    });
    await writeStep(held, identity, {
      ...{ step: 'record_answer', reason: null, to: after('record_answer', held) },
      details: { answeredOn: input.answeredOn, accepts: input.accepts },
    });
  });
}

/** The deadline passed without a word. It is no confession: the evidence decides. */
export function recordSilence(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  note: string,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    requireStep(held, 'record_silence');
    await insertAnswer(held.trx, {
      ...{ caseId: id, kind: 'silence', text: note, accepts: null },
      ...{ answeredOn: held.today, recordedBy: actorId(identity) },
    });
    await writeStep(held, identity, {
      ...{ step: 'record_silence', reason: note || null, to: after('record_silence', held) },
    });
  });
}
