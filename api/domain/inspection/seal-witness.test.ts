import { describe, expect, it } from 'vitest';
import { type SealFacts, whyNotBesideSeal, whyNotUnseal, whyNotWitness } from './seal-witness.ts';

const facts: SealFacts = {
  stage: 'received',
  pieces: 1,
  piecesReturned: 0,
  hasOpenCase: false,
  sealState: 'waiting_witness',
  sealedById: 'lin',
};
const [lin, zhao] = [{ userId: 'lin' }, { userId: 'zhao' }];

describe('a seal that waits for its witness', () => {
  it('is confirmed by another person than the sealer', () => {
    expect(whyNotWitness(facts, zhao)).toBeUndefined();
    expect(whyNotWitness(facts, lin)?.code).toBe('two_people');
    expect(whyNotWitness(facts, { userId: null })?.code).toBe('needs_a_person');
  });

  it('is taken back by the sealer alone', () => {
    expect(whyNotUnseal(facts, lin)).toBeUndefined();
    expect(whyNotUnseal(facts, zhao)?.code).toBe('not_the_sealer');
  });

  it('keeps the sample in hand; only a loss is a fact', () => {
    expect(whyNotBesideSeal('keep', facts, zhao)?.code).toBe('waiting_for_witness');
    expect(whyNotBesideSeal('return', facts, zhao)?.code).toBe('waiting_for_witness');
    expect(whyNotBesideSeal('lose', facts, zhao)).toBeUndefined();
  });

  it.each(['none', 'sealed', 'superseded'] as const)('is not there when the seal is %s', (sealState) => {
    expect(whyNotWitness({ ...facts, sealState }, zhao)?.code).toBe('not_waiting');
    expect(whyNotUnseal({ ...facts, sealState }, lin)?.code).toBe('not_waiting');
  });
});
