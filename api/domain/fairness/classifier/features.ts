import { LEXICON } from '../frame/lexicon.ts';
import { MATTERS } from '../frame/matters.ts';
import { readFrames } from '../frame/reading.ts';
import { type Add, addPart } from './part-features.ts';

const CONCEPTS = [
  ...Object.entries(LEXICON),
  ...Object.entries(MATTERS).map(([name, words]) => [`@${name}`, words] as const),
].map(([name, [zh, en]]) => [name, new RegExp(zh, 'g'), new RegExp(`\\b(?:${en})`, 'g')] as const);
const CHARACTERS_AT_ONCE = 3;
const WORDS_APART = 5;
let segmenter: Intl.Segmenter | undefined;

/**
 * What the classifier sees of a canonical text: runs of characters, words and pairs of words near each other, which groups
 * of the lexicon speak and in which order, and part by part who acts, under which modality, negated or not, on which side
 * of which limit. Each feature is a hash of 30 bits; a number in running text is one sign, so that 三百万 and 五十万 look alike.
 */
export function readFeatures(canonical: string): Set<number> {
  const text = withoutNumbers(canonical);
  const isChinese = /[\u4e00-\u9fff]{2}/.test(text);
  const features = new Set<number>();
  const add: Add = (name) => features.add(hash(name));
  if (isChinese) addCharacters(add, text);
  const frames = readFrames(text);
  const numbers = canonical.split(/(?<=[,;:。])/);
  const words = frames.map((frame) => wordsOf(frame.text, isChinese));
  const marks = readMarks(text, isChinese);
  addWords(add, words.flat());
  addConcepts(add, marks);
  frames.forEach((frame, index) => {
    const end = frame.at + frame.text.length;
    const concepts = new Set(
      marks.flatMap(({ at, name }) => (at >= frame.at && at < end && name.length > 1 ? [name] : [])),
    );
    addPart(add, { frame, next: frames[index + 1], words: words[index]!, concepts, text: numbers[index]! });
  });
  return features;
}

export function withoutNumbers(canonical: string): string {
  return canonical.replaceAll(/\d+(?:\.\d+)?/g, '#');
}

function addCharacters(add: Add, text: string): void {
  for (let size = 1; size <= CHARACTERS_AT_ONCE; size++)
    for (let at = 0; at + size <= text.length; at++) add(text.slice(at, at + size));
  // Which party was named last, and which is named next, tells the giver from the taker.
  let before = '';
  for (let at = 0; at + 2 <= text.length; at++) {
    before = partyAt(text[at]!, before);
    if (isWordy(text, at) && isWordy(text, at + 1)) add(`PP:${before}:${text.slice(at, at + 2)}`);
  }
  let after = '';
  for (let at = text.length - 2; at >= 0; at--) {
    after = partyAt(text[at]!, after);
    if (isWordy(text, at) && isWordy(text, at + 1)) add(`NP:${after}:${text.slice(at, at + 2)}`);
  }
}

function isWordy(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x4e00 && code <= 0x9fff) || text[at] === '#';
}

function partyAt(sign: string, known: string): string {
  if (sign === 'Ⓐ' || sign === 'Ⓒ' || sign === 'Ⓑ') return sign;
  return sign === '。' || sign === ';' ? '' : known;
}

function addWords(add: Add, words: string[]): void {
  words.forEach((word, index) => {
    add(`S:${word}`);
    for (let next = index + 1; next <= Math.min(words.length - 1, index + WORDS_APART); next++)
      add(`${next === index + 1 ? 'B' : 'K'}:${word} ${words[next]}`);
  });
}

interface Mark {
  at: number;
  name: string;
}

function readMarks(text: string, isChinese: boolean): Mark[] {
  const marks: Mark[] = [];
  for (const [name, zh, en] of CONCEPTS)
    for (const match of text.matchAll(isChinese ? zh : en)) marks.push({ at: match.index, name });
  for (const match of text.matchAll(/[ⒶⒸⒷ#]/g)) marks.push({ at: match.index, name: match[0] });
  return marks.sort((a, b) => a.at - b.at);
}

function addConcepts(add: Add, marks: Mark[]): void {
  const concepts = [...new Set(marks.map(({ name }) => name).filter((name) => name.length > 1))].sort();
  concepts.forEach((concept, index) => {
    add(`L:${concept}`);
    for (const other of concepts.slice(index + 1)) add(`P:${concept}+${other}`);
  });
  marks.forEach(({ name }, index) => {
    for (const next of marks.slice(index + 1, index + 5)) add(`O:${name}>${next.name}`);
  });
}

function wordsOf(text: string, isChinese: boolean): string[] {
  if (!isChinese) return text.split(/[^\wⒶⒷⒸ#%']+/).filter((word) => word !== '');
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text))
    if (/[\u4e00-\u9fffⒶⒸⒷ#%\w]/.test(segment)) words.push(segment);
  return words;
}

/** FNV-1a over UTF-16 units, its upper 30 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 2;
}
