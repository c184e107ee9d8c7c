import { type Span, sentences } from './text/sentences.ts';

/** Commercial topics of an English agreement, fair or not: what a reader looks for first. */
export const TOPICS = [
  'Exclusivity',
  'Non-Compete',
  'Liquidated Damages',
  'Ip Ownership Assignment',
  'Irrevocable Or Perpetual License',
  'Renewal Term',
  'Termination For Convenience',
  'Anti-Assignment',
  'Audit Rights',
  'Minimum Commitment',
] as const;

export type Topic = (typeof TOPICS)[number];

const WORDS: Record<Topic, { when: RegExp; also?: RegExp; unless?: RegExp }> = {
  Exclusivity: {
    when: /\bexclusive(?:ly)?\b[^.]{0,120}\b(?:right|licen[cs]e|distribut|agent|supplier|provider|partner|basis|use|sell|market|sponsor|territor|appoint|dealer|category)|\b(?:appoints?|grants?)\b[^.]{0,80}\bexclusive\b|shall not[^.]{0,80}\b(?:purchase|buy|source|sell|license|appoint)[^.]{0,60}\b(?:other|any third|another|competi)/i,
    unless:
      /non-?exclusive|exclusive (?:jurisdiction|venue|remed|of|property|owner)|exclusive, (?:forum)|mutually exclusive|sole and exclusive (?:remed|liabil|property|owner|jurisd|venue)|exclusively (?:in|by|under|governed)|other than/i,
  },
  'Non-Compete': {
    when: /\b(?:non-?compet\w*|covenant not to compete|not (?:directly or indirectly )?(?:\w+ ){0,4}compet(?:e|es|ing)\b|compet(?:e|es|ing) (?:with|products?|business|services?|goods)|competitive (?:with|products?|business|to))/i,
    also: /\b(?:shall not|will not|not to|may not|agrees? not|neither|refrain|prohibit|covenant)/i,
    unless: /competitive (?:bid|price|rate|advantage|position)/i,
  },
  'Liquidated Damages': {
    when: /\bliquidated damages?\b|\bas (?:a )?(?:genuine )?pre-?estimate|not (?:as )?a penalty|\b(?:early )?termination (?:fee|payment|charge)\b|\bcancellation fee\b/i,
    unless: /no liquidated damages|not? be (?:entitled|liable)[^.]{0,30}termination fee/i,
  },
  'Ip Ownership Assignment': {
    when: /\b(?:hereby )?(?:irrevocably )?(?:assigns?|shall assign|agrees? to assign|transfers? and assigns?|to assign)\b[^.]{0,160}\b(?:right, title|intellectual property|copyright|patent|inventions?|trade ?marks?|ownership|work product|improvements?|domain name)|work[- ](?:made[- ])?for[- ]hire|\b(?:works?|inventions?|improvements?|developments?|deliverables?)\b[^.]{0,100}\bshall (?:be|become|remain) the (?:sole |exclusive |sole and exclusive )?property of/i,
    unless: /may not assign|shall not assign|not be assign/i,
  },
  'Irrevocable Or Perpetual License': {
    when: /\b(?:perpetual|irrevocable|in perpetuity)\b[^.]{0,160}\b(?:licen[cs]e|right to use|right and licen)|\b(?:licen[cs]e|right to use)\b[^.]{0,160}\b(?:perpetual|irrevocable|in perpetuity)\b/i,
  },
  'Renewal Term': {
    when: /\b(?:automatic(?:ally)?)\b[^.]{0,60}\b(?:renew|exten)|\brenew(?:s|ed|al)?\b[^.]{0,100}\b(?:successive|additional|further|year|term|period|month)|\b(?:renewal|extension) (?:term|period)|\bextend(?:ed)?\b[^.]{0,60}\b(?:term|agreement)\b[^.]{0,60}\b(?:additional|further|successive|year)/i,
    unless: /renewal of (?:registration|trademark|patent|insurance|copyright)|letter of credit/i,
  },
  'Termination For Convenience': {
    when: /\bterminat\w*\b[^.]{0,160}\b(?:for convenience|without cause|at any time|for any reason|for no reason|at will|with or without (?:cause|reason)|in its (?:sole )?discretion)|\b(?:either party|company|licens\w+|\w+) may terminate this agreement (?:at any time )?(?:upon|by giving|on|with) (?:at least )?(?:\w+ )?\(?\d+\)?[^.]{0,40}(?:notice)/i,
    unless: /in the event|if (?:the other|either|any)|breach|default|bankrupt|insolv|fails? to|failure/i,
  },
  'Anti-Assignment': {
    when: /\b(?:not|neither|no)\b[^.]{0,120}\b(?:assign(?:ed|able|ment)?|transfer(?:red|able)?|delegate)\b|\bassign(?:ed|ment|able)?\b[^.]{0,160}\b(?:without|prior|consent|void)\b/i,
    also: /assign/i,
    unless:
      /work product|intellectual property rights? (?:therein|in)|right, title|assigned to (?:the )?(?:project|task|work)/i,
  },
  'Audit Rights': {
    when: /\b(?:audit|inspect|examin\w+)\b[^.]{0,140}\b(?:books?|records?|accounts?|statements?|facilit|premises|site)|\b(?:books?|records?|accounts?)\b[^.]{0,140}\b(?:audit|inspect|examin|available for (?:review|inspection))/i,
  },
  'Minimum Commitment': {
    when: /\bminimum\b[^.]{0,80}\b(?:purchase|order|quantit|commitment|royalt|payment|sales|fee|number|guarantee|amount|volume|requirement|of \w+ \(?\d)|\bguaranteed minimum|\bat least\b[^.]{0,40}\b(?:units|events?|hours|per (?:year|month)|annually|dollars|\$)|\bcommits? to (?:purchase|spend|order)/i,
    unless:
      /minimum (?:wage|age|insurance|coverage|standards?|of (?:thirty|sixty|ninety|\d+) (?:\(\d+\) )?days)|net worth/i,
  },
};

/** The topics a text speaks of, each with the sentences that say so. */
export function findTopics(text: string): Map<Topic, Span[]> {
  const found = new Map<Topic, Span[]>();
  for (const span of sentences(text)) {
    const sentence = text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
    for (const topic of TOPICS) {
      const { when, also, unless } = WORDS[topic];
      if (when.test(sentence) && (!also || also.test(sentence)) && !unless?.test(sentence))
        found.set(topic, [...(found.get(topic) ?? []), span]);
    }
  }
  return found;
}
