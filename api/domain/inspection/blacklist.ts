import type { Reason } from '../error.ts';

export interface BlacklistFacts {
  state: 'in_force' | 'ended' | 'lifted';
  listedById: string | null;
  appeal: { outcome: 'upheld' | 'lifted' | null } | null;
}

/** Why an appeal cannot be taken in: one is heard once for an entry that still stands. */
export function whyNotAppeal({ state, appeal }: BlacklistFacts): Reason | undefined {
  if (state !== 'in_force') return say('not_in_force', 'this entry does not stand any more');
  return appeal === null
    ? undefined
    : say('already_appealed', 'an appeal against this entry was taken in already');
}

/** Why this person cannot decide the appeal: whoever listed the brand does not judge their own reasons. */
export function whyNotDecideAppeal(facts: BlacklistFacts, actorId: string | null): Reason | undefined {
  if (facts.appeal === null) return say('no_appeal', 'nobody appealed against this entry');
  if (facts.appeal.outcome !== null) return say('already_decided', 'the appeal was decided already');
  if (actorId === null) return say('needs_a_person', 'an appeal is decided by a person');
  return facts.listedById === actorId
    ? say(
        'appeal_by_another',
        'who listed the brand does not decide the appeal: another person of compliance does',
      )
    : undefined;
}

const say = (code: string, message: string): Reason => ({ code, message });
