import { type Pattern, pattern } from './pattern.ts';
import type { ClauseReading, Reading } from './reading.ts';

export type Severity = 'block' | 'high' | 'medium' | 'low';

/** One way to say an unfair term. */
export interface Signal {
  /** All of these must stand in the sentence; the first places the finding. */
  when: string[];
  /** Any of these near the match takes the signal away. */
  unless?: string[];
  /** `sentence` unless said: `clause` reads the sentences of the clause together. */
  scope?: 'sentence' | 'clause';
  /** Looks at numbers and frames: false takes the signal away, a severity replaces the type's own. */
  judge?: (reading: Reading, match: RegExpExecArray) => boolean | Severity;
}

export interface Matcher {
  signals: Signal[];
  /** What makes any of the signals fair. */
  fair?: string[];
}

/** Where a type was found in the canonical text of the clause. */
export interface Hit {
  start: number;
  end: number;
  severity: Severity | undefined;
}

/** Hits of one type in a clause, at most one a sentence. */
export function findHits(matcher: Matcher, clause: ClauseReading): Hit[] {
  const hits: Hit[] = [];
  const wholes = matcher.signals.filter(({ scope }) => scope === 'clause');
  const perSentence = matcher.signals.filter(({ scope }) => scope !== 'clause');
  clause.sentences.forEach((reading, index) => {
    const next = clause.sentences[index + 1];
    const hit = firstHit(perSentence, matcher.fair ?? [], reading, next);
    if (hit) hits.push(hit);
  });
  if (hits.length === 0 && wholes.length > 0 && clause.sentences.length > 0) {
    const whole = wholeOf(clause);
    const hit = firstHit(wholes, matcher.fair ?? [], whole, undefined);
    if (hit) hits.push(hit);
  }
  return hits.filter(({ end }) => end > clause.lead);
}

function firstHit(
  signals: Signal[],
  fair: string[],
  reading: Reading,
  next: Reading | undefined,
): Hit | undefined {
  for (const signal of signals) {
    const others = signal.when.slice(1).map(pattern);
    if (!others.every((other) => search(other, reading))) continue;
    for (const match of reading.text.matchAll(side(pattern(signal.when[0]!), reading))) {
      const near = neighbourhood(reading, match.index, match.index + match[0].length, next);
      const isFair = [...(signal.unless ?? []), ...fair].some((words) =>
        side(pattern(words), reading).test(reset(near)),
      );
      if (isFair) continue;
      const verdict = signal.judge ? signal.judge(reading, match as RegExpExecArray) : true;
      if (verdict === false) continue;
      return {
        start: reading.at + match.index,
        end: reading.at + match.index + Math.max(match[0].length, 1),
        severity: verdict === true ? undefined : verdict,
      };
    }
  }
  return undefined;
}

/** The piece between semicolons that holds the match, what follows it in the sentence, and a next sentence that limits it. */
function neighbourhood(reading: Reading, start: number, end: number, next: Reading | undefined): string {
  const from = reading.text.lastIndexOf(';', start) + 1;
  const limits =
    next &&
    /^(?:但|除|且|前述|上述|前款|该|其|此|超过|超出|however|except|provided|this|such|any such)/.test(
      next.text,
    );
  return (
    reading.text.slice(Math.min(from, start), Math.max(end, reading.text.length)) + (limits ? next.text : '')
  );
}

function search(words: Pattern, reading: Reading): boolean {
  const expression = side(words, reading);
  expression.lastIndex = 0;
  return expression.test(reading.text);
}

function side(words: Pattern, reading: Reading): RegExp {
  const expression = reading.isEnglish ? words.en : words.zh;
  expression.lastIndex = 0;
  return expression;
}

const reset = (text: string): string => text;

function wholeOf(clause: ClauseReading): Reading {
  const text = clause.canon.text.replaceAll('。', ';');
  return {
    ...clause.sentences[0]!,
    text,
    at: 0,
    frames: clause.sentences.flatMap(({ frames }) => frames),
    quantities: clause.sentences.flatMap(({ quantities }) => quantities),
  };
}
