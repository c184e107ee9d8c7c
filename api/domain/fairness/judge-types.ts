import { type Models, type Scores, scoreText } from './classifier/score-text.ts';
import type { ClauseType } from './clause-type.ts';
import { findHits, type Hit } from './frame/match.ts';
import type { ClauseReading, Reading } from './frame/reading.ts';
import type { Rule } from './rule.ts';

/** A type found in a clause, and who saw it: the rule, the classifier or both. */
export interface Judged {
  rule: Rule;
  hit: Hit;
  by: 'rule' | 'classifier' | 'both';
}

/** Settled on the held-out wordings of the development set and on state model contracts. */
const FLOORS = {
  topic: -3.5,
  topicOfRule: -6,
  burden: 1,
  burdenOfRule: -1.2,
  burdenOfWideRule: 0.3,
  secondTopic: 3,
};
/** Without a party named only a clear case counts: boilerplate of other trades names none. */
const CLEAR = { topic: 0, burden: 1.5 };
const SHORTEST_CLAUSE = 9;
/** A longer clause is several thoughts; the classifier was taught one at a time. */
const LONGEST_THOUGHT = { zh: 160, en: 480 };

/** How far the classifier has a say; `models` are others than the shipped ones. */
export interface Say {
  classifier: 'none' | 'doubts rules' | 'finds too';
  models?: Models;
}

/** What a clause is found to say: the rules' hits that the classifier does not contradict, and what it sees clearly itself. */
export function judgeClause(
  rules: readonly Rule[],
  clause: ClauseReading,
  { classifier, models }: Say,
): Judged[] {
  const hits = rules.map((rule) => ({ rule, hits: findHits(rule.matcher, clause) }));
  if (classifier === 'none')
    return hits.flatMap(({ rule, hits }) => hits.map((hit) => ({ rule, hit, by: 'rule' as const })));
  return thoughtsOf(clause).flatMap(({ text, start, end }) => {
    const scores = scoreText(text, models);
    return hits.flatMap(({ rule, hits }): Judged[] => {
      const own = hits.filter((hit) => hit.start < end && hit.end > start);
      if (!isFound(text, scores, rule.type, strengthOf(own))) return [];
      if (own.length === 0 && classifier !== 'finds too') return [];
      if (own.length === 0 && rule.matcher.isPlausible?.(text) === false) return [];
      if (own.length === 0)
        return [{ rule, hit: { start, end, severity: undefined, isWide: true }, by: 'classifier' }];
      const by = isFound(text, scores, rule.type, 'none') ? 'both' : 'rule';
      return own.map((hit) => ({ rule, hit, by }));
    });
  });
}

type Strength = 'none' | 'wide' | 'narrow';

function strengthOf(hits: Hit[]): Strength {
  if (hits.length === 0) return 'none';
  return hits.every(({ isWide }) => isWide) ? 'wide' : 'narrow';
}

/** A rule's hit stands unless the text as a whole is plainly in the anchor's favour. */
function isFound(
  text: string,
  { topics, loudest, burden }: Scores,
  type: ClauseType,
  hit: Strength,
): boolean {
  if (hit !== 'none') {
    const floor = hit === 'wide' ? FLOORS.burdenOfWideRule : FLOORS.burdenOfRule;
    return burden > floor && topics.get(type)! > FLOORS.topicOfRule;
  }
  const topic = topics.get(type)! - (type === loudest ? 0 : FLOORS.secondTopic);
  // A bare heading says nothing of anyone.
  if (text.length < SHORTEST_CLAUSE || text.includes('□')) return false;
  const floor = /[ⒶⒸ]/.test(text) ? FLOORS : CLEAR;
  return topic > floor.topic && burden > floor.burden;
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
