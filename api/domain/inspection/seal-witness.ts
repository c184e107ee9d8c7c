import type { Reason } from '../error.ts';
import { type SampleActor, type SampleFacts, type SampleStep, whyNotSampleStep } from './sample-life.ts';

/** A sample and the seal it waits with, if any. */
export interface SealFacts extends SampleFacts {
  sealState: 'none' | 'waiting_witness' | 'sealed' | 'superseded';
  sealedById: string | null;
}

const say = (code: string, message: string): Reason => ({ code, message });
const NOT_WAITING = say('not_waiting', 'no seal of this sample waits for a witness');

/** Why this person cannot confirm the seal: it is the word of another person than the sealer's. */
export function whyNotWitness(facts: SealFacts, actor: SampleActor): Reason | undefined {
  if (facts.sealState !== 'waiting_witness') return NOT_WAITING;
  if (actor.userId === facts.sealedById)
    return say('two_people', 'two people seal a sample: another one than the sealer witnesses');
  return whyNotSampleStep('seal', facts, actor);
}

/** Why this person cannot take the seal back. */
export function whyNotUnseal(facts: SealFacts, actor: SampleActor): Reason | undefined {
  if (facts.sealState !== 'waiting_witness') return NOT_WAITING;
  return actor.userId === facts.sealedById
    ? undefined
    : say('not_the_sealer', 'only who sealed it takes a seal back that nobody witnessed');
}

/** Why a step of the sample cannot be taken while its seal waits: what is sealed stays in hand until it is settled. */
export function whyNotBesideSeal(step: SampleStep, facts: SealFacts, actor: SampleActor): Reason | undefined {
  const refusal = whyNotSampleStep(step, facts, actor);
  if (refusal) return refusal;
  // A loss is a fact, whatever was waiting.
  return facts.sealState === 'waiting_witness' && step !== 'lose'
    ? say(
        'waiting_for_witness',
        'the seal of this sample waits for its witness: have it confirmed or take it back',
      )
    : undefined;
}
