import type { Frame } from '../frame/reading.ts';
import { type Quantity, readQuantities } from '../text/quantities.ts';
import { hashText, join, type Take, toFeature } from './hashes.ts';

/** A part of a sentence between commas. */
export interface Part {
  frame: Frame;
  words: { text: string; hash: number }[];
  /** Groups of the lexicon that speak in it, by number. */
  concepts: number[];
  /** With its numbers. */
  text: string;
}

/** Where a number begins to matter, kind by kind, in yuan, times, percent, days, hours, years of age, pieces. */
const LIMITS: Record<Quantity['kind'], number[]> = {
  money: [1000, 10_000, 50_000, 300_000, 1_000_000],
  times: [1, 1.3, 3],
  percent: [5, 10, 20, 29.9, 50, 69.9, 70, 100],
  duration: [1, 3, 7, 15, 30, 31, 60, 62, 92, 185, 366, 731, 1097, 1827],
  hours: [4, 6, 8, 12, 24, 208],
  age: [15.9, 17.9],
  count: [1, 3, 10],
};
const NEGATIVE_ZH = /[不未无没非勿毋免别仅只]|禁止|严禁|取消|拒绝/;
const NEGATIVE_EN = /^(?:not|no|never|nor|neither|cannot|without|only|non|nothing|none|free|.*n't)$/;
const NAMES = [
  ...['who', 'modal', 'receiver', 'bearer', 'size', 'sizeWho', 'sizeConcept', 'whoWord', 'modalWord'],
  ...['negativeWord', 'afterNegative', 'afterNegativeWho', 'negatives', 'negativesConcept'],
  ...['negativesWhoConcept', 'bears', 'receives', 'says', 'saysNext', 'saysFirst'],
] as const;
const TAG = Object.fromEntries(NAMES.map((name) => [name, hashText(`part ${name}`)])) as Record<
  (typeof NAMES)[number],
  number
>;

/** Who acts, under which modality, on what, and whether it is negated. */
export function takePart(take: Take, part: Part, next: Frame | undefined, isFirst: boolean): void {
  const { frame, words, concepts } = part;
  // Spelled out by length: this runs some thousand times a clause.
  const put = (tag: number, first: number) => take(toFeature(join(tag, first)));
  const putTwo = (tag: number, first: number, second: number) =>
    take(toFeature(join(join(tag, first), second)));
  const who = hashText(frame.who ?? '?');
  const modality = hashText(frame.modality ?? '?');
  const bearer = frame.bearer && hashText(frame.bearer);
  const receiver = frame.receiver && hashText(frame.receiver);
  if (bearer) put(TAG.bears, bearer);
  if (receiver) put(TAG.receives, receiver);
  const said = join(who, modality);
  put(TAG.says, said);
  putTwo(TAG.saysNext, said, next ? join(hashText(next.who ?? '?'), hashText(next.modality ?? '?')) : 0);
  if (isFirst) put(TAG.saysFirst, said);
  const negatives = takePartWords(putTwo, words, who, modality);
  putTwo(TAG.negatives, who, negatives);
  for (const concept of concepts) {
    putTwo(TAG.who, who, concept);
    putTwo(TAG.modal, said, concept);
    if (receiver) putTwo(TAG.receiver, receiver, concept);
    if (bearer) putTwo(TAG.bearer, bearer, concept);
    putTwo(TAG.negativesConcept, negatives, concept);
    putTwo(join(TAG.negativesWhoConcept, negatives), who, concept);
  }
  for (const size of sizesOf(part.text)) {
    const hash = hashText(size);
    put(TAG.size, hash);
    putTwo(TAG.sizeWho, hash, who);
    for (const concept of concepts) putTwo(TAG.sizeConcept, hash, concept);
  }
}

/** Puts the words with who acts and whether a negation came before; how many negations there are, two at most. */
function takePartWords(
  putTwo: (tag: number, first: number, second: number) => void,
  words: Part['words'],
  who: number,
  modality: number,
): number {
  let negatives = 0;
  for (const { text, hash } of words) {
    putTwo(TAG.whoWord, who, hash);
    putTwo(TAG.modalWord, modality, hash);
    if ((/[\u4e00-\u9fff]/.test(text) ? NEGATIVE_ZH : NEGATIVE_EN).test(text)) {
      negatives++;
      putTwo(TAG.negativeWord, who, hash);
    } else {
      const isNegated = negatives > 0 ? 1 : 0;
      putTwo(TAG.afterNegative, isNegated, hash);
      putTwo(join(TAG.afterNegativeWho, isNegated), who, hash);
    }
  }
  return Math.min(negatives, 2);
}

/** Each number as the stretch it lies in and as the limits it passes or keeps. */
function sizesOf(text: string): Set<string> {
  const sizes = new Set<string>();
  if (!/\d/.test(text)) return sizes;
  for (const quantity of readQuantities(text)) {
    const { kind } = quantity;
    const value =
      kind === 'money' ? quantity.amountFen / 100 : kind === 'duration' ? quantity.days : quantity.value;
    const limits = LIMITS[kind];
    sizes.add(`${kind}${limits.filter((limit) => value > limit).length}`);
    for (const limit of limits) sizes.add(`${kind}${value > limit ? '>' : '<'}${limit}`);
  }
  return sizes;
}
