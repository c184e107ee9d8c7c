import type { Frame } from '../frame/reading.ts';
import { type Quantity, readQuantities } from '../text/quantities.ts';

/** Takes a feature by its name. */
export type Add = (name: string) => void;

/** A part of a sentence between commas. */
export interface Part {
  frame: Frame;
  next: Frame | undefined;
  words: string[];
  /** Groups of the lexicon that speak in it. */
  concepts: Set<string>;
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

/** Who acts, under which modality, on what, and whether it is negated. */
export function addPart(add: Add, part: Part): void {
  const { frame, next, words, concepts } = part;
  addFrame(add, frame, next);
  for (const concept of concepts) {
    add(`W:${frame.who}:${concept}`);
    add(`M:${frame.who}:${frame.modality}:${concept}`);
    if (frame.receiver) add(`R:${frame.receiver}:${concept}`);
    if (frame.bearer) add(`Y:${frame.bearer}:${concept}`);
  }
  for (const size of sizesOf(part.text)) {
    add(`Q:${size}`);
    add(`QW:${size}:${frame.who}`);
    for (const concept of concepts) add(`QC:${size}:${concept}`);
  }
  let negatives = 0;
  for (const word of words) {
    add(`SW:${frame.who}:${word}`);
    add(`MW:${frame.modality}:${word}`);
    if ((/[\u4e00-\u9fff]/.test(word) ? NEGATIVE_ZH : NEGATIVE_EN).test(word)) {
      negatives++;
      add(`NN:${frame.who}:${word}`);
    } else {
      add(`NW:${negatives > 0}:${word}`);
      add(`NX:${negatives > 0}:${frame.who}:${word}`);
    }
  }
  add(`NC:${frame.who}:${Math.min(negatives, 2)}`);
  for (const concept of concepts) {
    add(`NL:${Math.min(negatives, 2)}:${concept}`);
    add(`NM:${Math.min(negatives, 2)}:${frame.who}:${concept}`);
  }
}

function addFrame(add: Add, frame: Frame, next: Frame | undefined): void {
  if (frame.bearer) add(`FB:${frame.bearer}`);
  if (frame.receiver) add(`FR:${frame.receiver}`);
  const said = nameOf(frame);
  add(`F:${said}`);
  add(`FF:${said}>${next ? nameOf(next) : 'end'}`);
  if (frame.at === 0) add(`F1:${said}`);
}

function nameOf({ who, modality }: Frame): string {
  return `${who ?? '?'}:${modality ?? '?'}`;
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
