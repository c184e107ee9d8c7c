import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterReturn,
  SAMPLE_STAGES,
  type SampleFacts,
  type SampleStage,
  type SampleStep,
  stageAfter,
  whyNotEditSample,
  whyNotReturnPieces,
  whyNotSampleStep,
  whyNotSupersede,
} from './sample-life.ts';

const PERSON = { userId: 'lin' };
const facts = (stage: SampleStage, more: Partial<SampleFacts> = {}): SampleFacts => ({
  stage,
  pieces: 3,
  piecesReturned: 0,
  hasOpenCase: false,
  ...more,
});
const STEPS: SampleStep[] = [
  'approve',
  'decline',
  'send',
  'receive',
  'seal',
  'keep',
  'return',
  'convert',
  'lose',
];

describe('the life of a sample', () => {
  it.each<[SampleStage, SampleStep[]]>([
    ['requested', ['approve', 'decline']],
    ['declined', []],
    ['approved', ['send']],
    ['sent', ['receive', 'lose']],
    ['received', ['seal', 'keep', 'return', 'convert', 'lose']],
    ['sealed', ['keep', 'return', 'convert', 'lose']],
    ['kept', ['return', 'convert', 'lose']],
    ['returned', []],
    ['converted', []],
    ['lost', []],
  ])('from %s goes on by %j', (stage, steps) => {
    expect(STEPS.filter((step) => !whyNotSampleStep(step, facts(stage), PERSON))).toEqual(steps);
  });

  it('says where it stands when a step is refused', () => {
    expect(whyNotSampleStep('seal', facts('sent'), PERSON)).toEqual({
      code: 'not_received',
      message: 'a sample in hand is sealed, once: it is sent',
    });
    expect(whyNotSampleStep('lose', facts('returned'), PERSON)?.code).toBe('sample_ended');
  });

  it('is led by people', () => {
    for (const step of STEPS)
      expect(whyNotSampleStep(step, facts('received'), { userId: null })?.code).toBe('needs_a_person');
  });

  it('keeps what a case rests on, but a loss is a fact', () => {
    const evidence = facts('sealed', { hasOpenCase: true });
    expect(whyNotSampleStep('return', evidence, PERSON)?.code).toBe('sample_is_evidence');
    expect(whyNotSampleStep('convert', evidence, PERSON)?.code).toBe('sample_is_evidence');
    expect(whyNotSampleStep('lose', evidence, PERSON)).toBeUndefined();
  });

  it('goes back in parts, returned with the last', () => {
    const some = { ...facts('kept'), ...afterReturn(facts('kept'), 2) };
    expect(some).toMatchObject({ stage: 'kept', piecesReturned: 2 });
    expect(whyNotReturnPieces(some, 2, PERSON)?.message).toBe('give back 1 to 1 pieces, not 2');
    expect(whyNotReturnPieces(some, 1, PERSON)).toBeUndefined();
    expect(afterReturn(some, 1)).toEqual({ stage: 'returned', piecesReturned: 3 });
  });

  it('is never sealed without having been sent and received', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
        const way: SampleStage[] = ['requested'];
        for (const step of steps) {
          const stage = way.at(-1)!;
          if (whyNotSampleStep(step, facts(stage), PERSON)) continue;
          way.push(step === 'return' ? 'returned' : stageAfter(step));
        }
        if (way.includes('sealed'))
          expect(way.slice(0, 5)).toEqual(['requested', 'approved', 'sent', 'received', 'sealed']);
        expect(way.every((stage) => SAMPLE_STAGES.includes(stage))).toBe(true);
      }),
    );
  });
});

describe('a sealed sample', () => {
  const sealed = { id: 1, productId: 7, wasSealed: true, supersededBy: null };

  it('is not edited, wherever it is now', () => {
    expect(whyNotEditSample({ stage: 'kept', wasSealed: true })?.code).toBe('sealed_stays');
    expect(whyNotEditSample({ stage: 'received', wasSealed: false })).toBeUndefined();
    expect(whyNotEditSample({ stage: 'lost', wasSealed: false })?.code).toBe('sample_ended');
  });

  it('is superseded by another sealed one of the same product, once', () => {
    const next = { ...sealed, id: 2 };
    expect(whyNotSupersede(sealed, next)).toBeUndefined();
    expect(whyNotSupersede(sealed, sealed)?.code).toBe('same_sample');
    expect(whyNotSupersede(sealed, { ...next, productId: 8 })?.code).toBe('other_product');
    expect(whyNotSupersede(sealed, { ...next, wasSealed: false })?.code).toBe('not_sealed');
    expect(whyNotSupersede({ ...sealed, supersededBy: 3 }, next)?.code).toBe('superseded');
    expect(whyNotSupersede(sealed, { ...next, supersededBy: 3 })?.code).toBe('superseded');
  });
});
