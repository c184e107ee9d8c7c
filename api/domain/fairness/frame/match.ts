import { type Pattern, pattern } from './pattern.ts';
import { type ClauseReading, lazyReading, type Reading } from './reading.ts';

export type Severity = 'block' | 'high' | 'medium' | 'low';

/** One way to say an unfair term. */
export interface Signal {
  /** Reads words that stand together in any order; general signs of fairness then take it away too. */
  wide?: boolean;
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
  /** Whether the classifier alone may find the type in this text. */
  isPlausible?: (text: string) => boolean;
}

/** Where a type was found in the canonical text of the clause. */
export interface Hit {
  start: number;
  end: number;
  severity: Severity | undefined;
  /** Made by words in any order: easier to doubt. */
  isWide: boolean;
}

/** Hits of one type in a clause, at most one a sentence. */
export function findHits(matcher: Matcher, clause: ClauseReading): Hit[] {
  const hits: Hit[] = [];
  const wholes = matcher.signals.filter(({ scope }) => scope === 'clause');
  const perSentence =
    wholes.length === 0 ? matcher.signals : matcher.signals.filter(({ scope }) => scope !== 'clause');
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
    const { first, cheapFirst } = patternsOf(signal);
    if (!cheapFirst.every((one) => search(one, reading))) continue;
    for (const match of reading.text.matchAll(side(first, reading))) {
      const near = neighbourhood(reading, match.index, match.index + match[0].length, next);
      const isFair = [...(signal.unless ?? []), ...fair, ...(signal.wide ? GENERALLY_FAIR : [])].some(
        (words) => side(pattern(words), reading).test(near),
      );
      if (isFair) continue;
      const verdict = signal.judge ? signal.judge(reading, match as RegExpExecArray) : true;
      if (verdict === false) continue;
      return {
        start: reading.at + match.index,
        end: reading.at + match.index + Math.max(match[0].length, 1),
        severity: verdict === true ? undefined : verdict,
        isWide: signal.wide ?? false,
      };
    }
  }
  return undefined;
}

interface Patterns {
  first: Pattern;
  /** All of them, the shortest before the others: most sentences fail it, and are spared the long ones. */
  cheapFirst: Pattern[];
}
const patterns = new WeakMap<Signal, Patterns>();

/** Compiled once a signal: each is asked of every sentence. */
function patternsOf(signal: Signal): Patterns {
  let found = patterns.get(signal);
  if (!found) {
    const all = signal.when.map(pattern);
    found = { first: all[0]!, cheapFirst: [...all].sort((a, b) => costOf(a) - costOf(b)) };
    patterns.set(signal, found);
  }
  return found;
}

/** Gaps make a search slow, and many words do. */
function costOf({ source }: Pattern): number {
  return source.length + (/[~_]|\{0,/.test(source) ? 1000 : 0);
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

function wholeOf(clause: ClauseReading): Reading {
  const { isEnglish } = clause;
  return lazyReading(clause.canon.text.replaceAll('。', ';'), 0, isEnglish);
}

/** What makes a clause fair whatever it speaks of: the company is held back, both must agree, the anchor may choose. */
const GENERALLY_FAIR = [
  'Ⓒ[^,;。]{0,12}(?:不得|无权|不应|不可(?!撤|抗))',
  '(?:须|应|需|经|由|征得|取得)[^,;。]{0,6}(?:Ⓑ|Ⓐ)[^,;。]{0,6}(?:书面|同意|签字|签署|协商)',
  'Ⓑ[^,;。]{0,10}(?:均可|均不得|均有权|互不|各自|共同|协商|另行|书面)',
  'Ⓐ[^,;。]{0,8}(?:可|有权|可以)(?:以)?(?:随时|书面|立即|自行|直接|单方)?(?:在[^,;。]{0,8})?(?:拒绝|解除|终止|选择|查|提出异议|撤回|撤销|要求|退出|自由|请求|主张|申请|取回|带走|解约)',
  '按(?:各自)?过错|凭[^,;。]{0,8}(?:凭证|票据|单据|决定书|罚单)|不影响Ⓐ|Ⓐ[^,;。]{0,8}不受影响',
];
