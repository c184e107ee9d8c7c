import { LEXICON } from '../frame/lexicon.ts';
import { readFrames } from '../frame/reading.ts';

const CONCEPTS = Object.entries(LEXICON).map(
  ([name, [zh, en]]) => [name, new RegExp(`(?:${zh}|\\b(?:${en}))`)] as const,
);
let segmenter: Intl.Segmenter | undefined;

/**
 * What the classifier sees of a canonical text: runs of characters, words and pairs of words near each other, and which
 * groups of the lexicon speak. Each feature is a 32-bit hash; numbers are one sign, so that 三百万 and 五十万 look alike.
 */
export function readFeatures(canonical: string): Set<number> {
  const text = canonical.replaceAll(/\d+(?:\.\d+)?/g, '#');
  const features = new Set<number>();
  if (/[\u4e00-\u9fff]{2}/.test(text)) {
    for (let size = 1; size <= 4; size++)
      for (let at = 0; at + size <= text.length; at++) features.add(hash(text.slice(at, at + size)));
    addWords(features, wordsOf(text));
  } else
    addWords(
      features,
      text.split(/[^\wⒶⒷⒸ#%']+/).filter((word) => word !== ''),
    );
  addFrames(features, text);
  const concepts = CONCEPTS.filter(([, words]) => words.test(text)).map(([name]) => name);
  concepts.forEach((concept, index) => {
    features.add(hash(`L:${concept}`));
    for (const other of concepts.slice(index + 1)) features.add(hash(`P:${concept}+${other}`));
  });
  return features;
}

function addWords(features: Set<number>, words: string[]): void {
  words.forEach((word, index) => {
    features.add(hash(`S:${word}`));
    for (let next = index + 1; next < Math.min(words.length, index + 6); next++)
      features.add(hash(`${next === index + 1 ? 'B' : 'K'}:${word} ${words[next]}`));
  });
}

/** Who must, may or must not: what makes a term fair or not is said of the parties more than of the matter. */
function addFrames(features: Set<number>, text: string): void {
  const said = readFrames(text).map(({ who, modality, bearer, receiver }) => {
    if (bearer) features.add(hash(`FB:${bearer}`));
    if (receiver) features.add(hash(`FR:${receiver}`));
    return `${who ?? '?'}:${modality ?? '?'}`;
  });
  said.forEach((frame, index) => {
    features.add(hash(`F:${frame}`));
    features.add(hash(`FF:${frame}>${said[index + 1] ?? 'end'}`));
  });
  if (said.length > 0) features.add(hash(`F1:${said[0]}`));
}

function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text))
    if (segment.trim() !== '' && !/^[,。;:、()]$/.test(segment)) words.push(segment);
  return words;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
