import { LEXICON } from '../frame/lexicon.ts';
import { MATTERS } from '../frame/matters.ts';
import { readFrames, splitFrames } from '../frame/reading.ts';
import { STANCES } from '../frame/stances.ts';
import { hashText, join, type Take, toFeature } from './hashes.ts';
import { type Part, takePart } from './part-features.ts';

/** Marks are named by number: parties and numbers first, then the groups of the lexicon and of matters. */
const SIGNS = 'ⒶⒸⒷ#';
const CONCEPTS = [LEXICON, MATTERS, STANCES]
  .flatMap(Object.values<readonly [string, string]>)
  .map(([zh, en], place) => ({
    name: SIGNS.length + place,
    zh: new RegExp(zh, 'g'),
    en: new RegExp(`\\b(?:${en})`, 'g'),
  }));
const CHARACTERS_AT_ONCE = 3;
const WORDS_APART = 5;
const MARKS_APART = 4;
const TAG = Object.fromEntries(
  ['character', 'before', 'after', 'word', 'pair', 'apart', 'concept', 'both', 'order'].map((name) => [
    name,
    hashText(name),
  ]),
) as Record<string, number>;
let segmenter: Intl.Segmenter | undefined;

/** A group of the lexicon, a party or a number, where it is spoken of. */
interface Mark {
  at: number;
  name: number;
}

/** A text taken apart once: the whole and its parts are read from the same pieces. */
export interface Analysis {
  /** Canonical, every number as one sign, so that 三百万 and 五十万 look alike. */
  text: string;
  isChinese: boolean;
  parts: Part[];
  marks: Mark[];
}

export function analyse(canonical: string): Analysis {
  const text = canonical.replaceAll(/\d+(?:\.\d+)?/g, '#');
  const isChinese = /[\u4e00-\u9fff]{2}/.test(text);
  const marks = readMarks(text, isChinese);
  const withNumbers = splitFrames(canonical);
  const parts = readFrames(text).map(
    (frame, index): Part => ({
      frame,
      words: wordsOf(frame.text, isChinese),
      concepts: [...new Set(conceptsIn(marks, frame.at, frame.at + frame.text.length))],
      text: withNumbers[index]!,
    }),
  );
  return { text, isChinese, parts, marks };
}

/**
 * What the classifier sees of the stretch [from, to) of a text: runs of characters, words and pairs of words near each
 * other, which groups of the lexicon speak and in which order, and part by part who acts, under which modality, negated or
 * not, on which side of which limit. A feature may be taken more than once.
 */
export function takeFeatures(
  { text, isChinese, parts, marks }: Analysis,
  from: number,
  to: number,
  take: Take,
) {
  if (isChinese) takeCharacters(take, text, from, to);
  const inside = parts.filter(({ frame }) => frame.at >= from && frame.at < to);
  takeWords(
    take,
    inside.flatMap(({ words }) => words),
  );
  takeMarks(
    take,
    marks.filter(({ at }) => at >= from && at < to),
  );
  inside.forEach((part, index) => {
    takePart(take, part, inside[index + 1]?.frame, index === 0);
  });
}

function takeCharacters(take: Take, text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    let hash = TAG.character!;
    for (let next = at; next < Math.min(to, at + CHARACTERS_AT_ONCE); next++) {
      hash = join(hash, text.charCodeAt(next));
      take(toFeature(hash));
    }
  }
  // Which party was named last, and which is named next, tells the giver from the taker.
  takeBesideParties(take, text, from, to, TAG.before!);
  takeBesideParties(take, text, to - 1, from - 1, TAG.after!);
}

function takeBesideParties(take: Take, text: string, from: number, to: number, tag: number): void {
  const step = from < to ? 1 : -1;
  let party = 0;
  for (let at = from; at !== to - (step > 0 ? 1 : 0); at += step) {
    const sign = text[at]!;
    if (SIGNS.indexOf(sign) >= 0 && sign !== '#') party = sign.charCodeAt(0);
    else if (sign === '。' || sign === ';') party = 0;
    if (isWordy(text, at) && isWordy(text, at + 1))
      take(toFeature(join(join(join(tag, party), text.charCodeAt(at)), text.charCodeAt(at + 1))));
  }
}

function isWordy(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x4e00 && code <= 0x9fff) || code === 35;
}

function takeWords(take: Take, words: { hash: number }[]): void {
  for (let at = 0; at < words.length; at++) {
    const { hash } = words[at]!;
    take(toFeature(join(TAG.word!, hash)));
    const last = Math.min(words.length - 1, at + WORDS_APART);
    for (let next = at + 1; next <= last; next++)
      take(toFeature(join(join(next === at + 1 ? TAG.pair! : TAG.apart!, hash), words[next]!.hash)));
  }
}

function readMarks(text: string, isChinese: boolean): Mark[] {
  const marks: Mark[] = [];
  for (const { name, zh, en } of CONCEPTS) {
    const words = isChinese ? zh : en;
    words.lastIndex = 0;
    for (let match = words.exec(text); match; match = words.exec(text)) marks.push({ at: match.index, name });
  }
  for (let at = 0; at < text.length; at++) {
    const name = SIGNS.indexOf(text[at]!);
    if (name >= 0) marks.push({ at, name });
  }
  return marks.sort((a, b) => a.at - b.at);
}

function conceptsIn(marks: Mark[], from: number, to: number): number[] {
  return marks
    .filter(({ at, name }) => at >= from && at < to && name >= SIGNS.length)
    .map(({ name }) => name);
}

function takeMarks(take: Take, marks: Mark[]): void {
  const concepts = [...new Set(conceptsIn(marks, 0, Number.POSITIVE_INFINITY))].sort((a, b) => a - b);
  for (let at = 0; at < concepts.length; at++) {
    take(toFeature(join(TAG.concept!, concepts[at]!)));
    const first = join(TAG.both!, concepts[at]!);
    for (let next = at + 1; next < concepts.length; next++) take(toFeature(join(first, concepts[next]!)));
  }
  for (let at = 0; at < marks.length; at++) {
    const first = join(TAG.order!, marks[at]!.name);
    for (let next = at + 1; next <= Math.min(marks.length - 1, at + MARKS_APART); next++)
      take(toFeature(join(first, marks[next]!.name)));
  }
}

function wordsOf(text: string, isChinese: boolean): { text: string; hash: number }[] {
  if (!isChinese)
    return text
      .split(/[^\wⒶⒷⒸ#%']+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: word, hash: hashText(word) }));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: { text: string; hash: number }[] = [];
  for (const { segment } of segmenter.segment(text))
    if (/[\u4e00-\u9fffⒶⒸⒷ#%\w]/.test(segment)) words.push({ text: segment, hash: hashText(segment) });
  return words;
}
