import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_STAGES,
  type CaseDecision,
  type CaseFacts,
  type CaseStage,
  type CaseStep,
  stageAfterCaseStep,
  whyNotCaseStep,
  whyNotDecide,
  whyNotNotifyBrand,
} from './case-life.ts';

const PERSON = { userId: 'mei' };
const substitution: CaseDecision = {
  outcome: 'substitution',
  bearer: 'brand',
  reason: '净含量与配料均与封样不符',
  anchorFaultEvidenceIds: [],
};
/** Nothing but the stage stands in the way. */
const facts = (stage: CaseStage, more: Partial<CaseFacts> = {}): CaseFacts => ({
  stage,
  evidenceIds: [1, 2],
  upheldDifferences: 2,
  answerBy: '2026-05-08',
  today: '2026-05-09',
  decision: substitution,
  remediesPlanned: 1,
  remediesOpen: 0,
  heldFen: 0,
  isStillHolding: false,
  ...more,
});
const STEPS: CaseStep[] = [
  'add_evidence',
  'notify_brand',
  'record_answer',
  'record_silence',
  'decide',
  'release',
  'claw_back',
  'start_remedies',
  'close',
];
const held = { heldFen: 120_000 };

describe('a substitution case', () => {
  it.each<[CaseStage, CaseStep[]]>([
    ['open', ['add_evidence']],
    ['evidence', ['add_evidence', 'notify_brand']],
    ['brand_notified', ['add_evidence', 'record_answer', 'record_silence']],
    ['answered', ['add_evidence', 'decide']],
    ['decided', ['release', 'claw_back', 'start_remedies']],
    ['remedies', ['release', 'claw_back']],
    ['closed', []],
  ])('that is %s goes on by %j', (stage, steps) => {
    expect(STEPS.filter((step) => !whyNotCaseStep(step, facts(stage, held), PERSON))).toEqual(steps);
  });

  it('skips nothing, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 60 }), (steps) => {
        const way: CaseStage[] = ['open'];
        for (const step of steps) {
          const stage = way.at(-1)!;
          if (whyNotCaseStep(step, facts(stage), PERSON)) continue;
          const next = stageAfterCaseStep(step, stage);
          if (next !== stage) way.push(next);
        }
        expect(way).toEqual(CASE_STAGES.slice(0, way.length));
      }),
    );
  });

  it('is not closed over money that is held', () => {
    expect(whyNotCaseStep('close', facts('remedies', held), PERSON)).toEqual({
      code: 'money_held',
      message: 'money is still held for this case: release it or claw it back',
    });
    expect(whyNotCaseStep('close', facts('remedies', { heldFen: -1 }), PERSON)?.code).toBe('money_held');
    expect(whyNotCaseStep('close', facts('remedies', { isStillHolding: true }), PERSON)?.code).toBe(
      'still_holding',
    );
    expect(whyNotCaseStep('close', facts('remedies', { remediesOpen: 1 }), PERSON)?.code).toBe(
      'remedies_open',
    );
    expect(whyNotCaseStep('close', facts('remedies'), PERSON)).toBeUndefined();
  });

  it('never closes with money held, in any history', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: 0, max: 3 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moves, (steps) => {
        let stage: CaseStage = 'open';
        for (const [step, heldFen] of steps) {
          if (whyNotCaseStep(step, facts(stage, { heldFen }), PERSON)) continue;
          stage = stageAfterCaseStep(step, stage);
          if (stage === 'closed') expect(heldFen).toBe(0);
        }
      }),
    );
  });

  it('is led by people', () => {
    for (const step of STEPS)
      expect(whyNotCaseStep(step, facts('remedies', held), { userId: null })?.code).toBe('needs_a_person');
  });

  it('moves money by its decision alone, and claws back only for a substitution', () => {
    const deviation = { decision: { ...substitution, outcome: 'deviation' as const } };
    expect(whyNotCaseStep('claw_back', facts('decided', { ...held, ...deviation }), PERSON)?.code).toBe(
      'not_a_substitution',
    );
    expect(whyNotCaseStep('release', facts('decided', { ...held, ...deviation }), PERSON)).toBeUndefined();
    expect(whyNotCaseStep('release', facts('answered', held), PERSON)?.code).toBe('money_after_decision');
    expect(whyNotCaseStep('release', facts('decided'), PERSON)?.code).toBe('nothing_held');
  });

  it('of a substitution has a remedy', () => {
    const without = { remediesPlanned: 0 };
    expect(whyNotCaseStep('start_remedies', facts('decided', without), PERSON)?.code).toBe('no_remedy');
    const cleared = { ...without, decision: { ...substitution, outcome: 'cleared' as const, bearer: null } };
    expect(whyNotCaseStep('start_remedies', facts('decided', cleared), PERSON)).toBeUndefined();
  });
});

describe('the brand is heard', () => {
  const letter = { sha256: 'c'.repeat(64), answerBy: '2026-05-16' };

  it('by a letter that is kept, with a day to answer by', () => {
    expect(whyNotNotifyBrand(facts('evidence'), letter, PERSON)).toBeUndefined();
    expect(whyNotNotifyBrand(facts('evidence'), { ...letter, sha256: '' }, PERSON)?.code).toBe('no_letter');
    expect(whyNotNotifyBrand(facts('evidence'), { ...letter, answerBy: '2026-05-09' }, PERSON)?.code).toBe(
      'deadline_passed',
    );
    expect(whyNotNotifyBrand(facts('evidence', { evidenceIds: [] }), letter, PERSON)?.code).toBe(
      'no_evidence',
    );
    expect(whyNotNotifyBrand(facts('open'), letter, PERSON)?.code).toBe('not_in_evidence');
  });

  it('until its last day: silence counts only after it', () => {
    const on = (today: string) =>
      whyNotCaseStep('record_silence', facts('brand_notified', { today }), PERSON)?.code;
    expect(on('2026-05-08')).toBe('brand_has_time');
    expect(on('2026-05-09')).toBeUndefined();
  });
});

describe('the decision', () => {
  const why = (decision: Partial<CaseDecision>, more: Partial<CaseFacts> = {}) =>
    whyNotDecide(facts('answered', more), { ...substitution, ...decision }, PERSON)?.code;

  it('has a reason, and a bearer where something is to be borne', () => {
    expect(why({})).toBeUndefined();
    expect(why({ reason: ' ' })).toBe('no_reason');
    expect(why({ bearer: null })).toBe('no_bearer');
    expect(why({ outcome: 'cleared' })).toBe('nothing_to_bear');
    expect(why({ outcome: 'cleared', bearer: null })).toBeUndefined();
  });

  it('can only clear where nobody upheld a difference, the brand silent or not', () => {
    expect(why({}, { upheldDifferences: 0 })).toBe('no_difference_upheld');
    expect(why({ outcome: 'cleared', bearer: null }, { upheldDifferences: 0 })).toBeUndefined();
  });

  it('puts it on an anchor only with evidence of this case for a fault of the anchor', () => {
    expect(why({ bearer: 'anchor' })).toBe('anchor_fault_not_shown');
    expect(why({ bearer: 'anchor', anchorFaultEvidenceIds: [9] })).toBe('anchor_fault_not_shown');
    expect(why({ bearer: 'anchor', anchorFaultEvidenceIds: [2] })).toBeUndefined();
  });

  it('comes after the brand was heard', () => {
    expect(whyNotDecide(facts('brand_notified'), substitution, PERSON)?.code).toBe('brand_not_heard');
  });
});
