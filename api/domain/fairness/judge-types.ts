import type { Model } from './classifier/model.ts';
import { scoreText } from './classifier/score-text.ts';
import { type Joint, type Strength, weigh } from './classifier/weigh.ts';
import { findHits, type Hit } from './frame/match.ts';
import type { ClauseReading, Reading } from './frame/reading.ts';
import type { Rule } from './rule.ts';

/** A type found in a clause, and who saw it: the rule, the classifier or both. */
export interface Judged {
  rule: Rule;
  hit: Hit;
  by: 'rule' | 'classifier' | 'both';
}

/** Log-odds a finding must reach; more where no party is named or the contract is of another trade. */
const FLOORS = { ofParties: 0, ofNobody: 1.5, ofOtherTrade: 3 };
const SHORTEST_CLAUSE = 9;
/** A longer clause is several thoughts; the classifier was taught one at a time. */
const LONGEST_THOUGHT = { zh: 160, en: 480 };

/** Weights of the classifier. */
export interface Learnt {
  model: Model;
  joint?: Joint;
}

/** How far the classifier has a say; `learnt` are other weights than the shipped ones. */
export interface Say {
  classifier: 'none' | 'doubts rules' | 'finds too';
  learnt?: Learnt;
}

/** What a clause is found to say: the rules' hits that the classifier does not contradict, and what it sees clearly itself. */
export function judgeClause(
  rules: readonly Rule[],
  clause: ClauseReading,
  { classifier, learnt }: Say,
): Judged[] {
  const hits = rules.map((rule) => ({ rule, hits: findHits(rule.matcher, clause) }));
  if (classifier === 'none')
    return hits.flatMap(({ rule, hits }) => hits.map((hit) => ({ rule, hit, by: 'rule' as const })));
  return thoughtsOf(clause).flatMap((thought) => {
    const { text, start, end } = thought;
    const near = hits.map(({ rule, hits }) => ({
      rule,
      own: hits.filter((hit) => hit.start < end && hit.end > start),
    }));
    const speaking = near.filter(({ own }) => own.length > 0).length;
    const scores = scoreText(text, learnt?.model);
    const oddsOf = (rule: Rule, strength: Strength) =>
      weigh(
        {
          scores,
          type: rule.type,
          rule: strength,
          otherRules: speaking - (strength === 'none' ? 0 : 1),
          isPlausible: rule.matcher.isPlausible?.(text) !== false,
          isEnglish: clause.isEnglish,
        },
        learnt?.joint,
      );
    return near.flatMap(({ rule, own }): Judged[] => {
      const floor = floorOf(text, classifier);
      // Numbers within the house's limits, or money that flows the other way, are not overruled by words.
      const isPlausible = rule.matcher.isPlausible?.(text) !== false;
      const isSeen =
        classifier === 'finds too' && isPlausible && canStandAlone(text) && oddsOf(rule, 'none') > floor;
      if (own.length === 0)
        return isSeen
          ? [{ rule, hit: { start, end, severity: undefined, isWide: true }, by: 'classifier' }]
          : [];
      if (oddsOf(rule, strengthOf(own)) <= floor) return [];
      return own.map((hit) => ({ rule, hit, by: isSeen ? 'both' : 'rule' }));
    });
  });
}

export function strengthOf(hits: Hit[]): Strength {
  if (hits.length === 0) return 'none';
  return hits.every(({ isWide }) => isWide) ? 'wide' : 'narrow';
}

/** A bare heading says nothing of anyone, a form not yet filled in neither. */
function canStandAlone(text: string): boolean {
  return text.length >= SHORTEST_CLAUSE && !text.includes('□');
}

function floorOf(text: string, classifier: Say['classifier']): number {
  if (classifier === 'doubts rules') return FLOORS.ofOtherTrade;
  return /[ⒶⒸ]/.test(text) ? FLOORS.ofParties : FLOORS.ofNobody;
}

/** The whole of a short clause, or each sentence of a long one. */
function thoughtsOf({
  canon,
  lead,
  isEnglish,
  sentences,
}: ClauseReading): { text: string; start: number; end: number }[] {
  const own = sentences.filter(
    ({ at, text }) => at + text.length > lead && /[ⒶⒸⒷ\u4e00-\u9fff]|[a-z]{3}/.test(text),
  );
  if (canon.text.length <= LONGEST_THOUGHT[isEnglish ? 'en' : 'zh'])
    return own.length === 0 ? [] : [{ text: canon.text, start: Math.max(lead, 0), end: canon.text.length }];
  return own.map((sentence: Reading) => ({
    text: lead > 0 ? canon.text.slice(0, lead) + sentence.text : sentence.text,
    start: sentence.at,
    end: sentence.at + sentence.text.length,
  }));
}
