import { type Folded, fold, joinFolded, replaceIn } from '../text/folded.ts';
import { ANCHOR, BOTH, COMPANY, type Parties, signParties } from '../text/parties.ts';
import { writePlainNumbers } from '../text/plain-numbers.ts';
import { type Quantity, readQuantities } from '../text/quantities.ts';
import { LEXICON } from './lexicon.ts';

export type Side = 'company' | 'anchor' | 'both';
export type Modality = 'must' | 'may' | 'mustnot' | 'neednot' | 'deemed';

/** A part of a sentence between commas: who does what, under which modality. */
export interface Frame {
  text: string;
  /** Place in the sentence's text. */
  at: number;
  /** The grammatical subject, inherited from the part before when this one names none. */
  who: Side | undefined;
  /** Who is named after 由 or 向 … : the bearer and the one who receives. */
  bearer: Side | undefined;
  receiver: Side | undefined;
  modality: Modality | undefined;
}

/** A sentence in canonical text: parties are signs, numbers are digits, punctuation is one kind. */
export interface Reading {
  text: string;
  /** Place of the sentence in the clause's canonical text. */
  at: number;
  isEnglish: boolean;
  frames: Frame[];
  quantities: Quantity[];
}

/** A clause as the rules read it. `lead` characters at the front belong to the clause above (a list's opening). */
export interface ClauseReading {
  canon: Folded;
  lead: number;
  isEnglish: boolean;
  sentences: Reading[];
}

/** The canonical text of text[start, end). */
export function toCanonical(
  text: string,
  start: number,
  end: number,
  parties: Parties,
  skips: readonly [number, number][] = [],
): Folded {
  const signed = signParties(writePlainNumbers(fold(text, start, end, skips)), parties);
  // 双方确认/约定 at the head of a statement is a formula, not a sign of reciprocity.
  return replaceIn(
    signed,
    /(?<=^|[,。;:])(?:经)?Ⓑ(?:一致|均|共同|在此|特此|充分|已)*(?:确认|同意|约定|认可|明确|理解|知悉|认为|承认|协商一致)(?:并(?:确认|同意|认可))?(?:的是)?[,:]?(?=[^,。;])|(?<=^|[.;:] ?)Ⓑ (?:hereby )?(?:acknowledge|agree|confirm)(?: and agree)? that /g,
    () => '○',
  );
}

/** Reads a canonical clause; `lead` is the canonical text of the clause above when that one opens a list. */
export function readClause(canon: Folded, lead?: Folded): ClauseReading {
  const whole = lead ? joinFolded(lead, canon) : canon;
  const isEnglish = !/[\u4e00-\u9fff]{2}/.test(whole.text);
  const sentences: Reading[] = [];
  let at = 0;
  for (const piece of splitSentences(whole.text, isEnglish)) {
    if (piece.trim() !== '') sentences.push(lazyReading(piece, at, isEnglish));
    at += piece.length;
  }
  return { canon: whole, lead: lead?.text.length ?? 0, isEnglish, sentences };
}

/** A sentence whose frames and quantities are read when first asked for. */
export function lazyReading(text: string, at: number, isEnglish: boolean): Reading {
  let frames: Frame[] | undefined;
  let quantities: Quantity[] | undefined;
  return {
    text,
    at,
    isEnglish,
    get frames() {
      frames ??= readFrames(text);
      return frames;
    },
    get quantities() {
      quantities ??= readQuantities(text);
      return quantities;
    },
  };
}

function splitSentences(text: string, isEnglish: boolean): string[] {
  return text.split(
    isEnglish
      ? /(?<=[.!?](?:["')])?)\s+(?=[a-zⒶⒸⒷ("'\d])(?<!\b(?:e\.g|i\.e|no|inc|ltd|co|corp|art|vs|mr|ms)\.\s+)/
      : /(?<=[。!?！？])/,
  );
}

const MODALITIES: [Modality, RegExp][] = (
  [
    ['neednot', 'neednot'],
    ['mustnot', 'mustnot'],
    ['deemed', 'deem'],
    ['may', 'may'],
    ['must', 'must'],
  ] as const
).map(([modality, name]) => [modality, new RegExp(`(?:${LEXICON[name]![0]}|\\b(?:${LEXICON[name]![1]}))`)]);

/** The parts of a text between commas and stops. */
export function splitFrames(text: string): string[] {
  return text.split(/(?<=[,;:。]|\. )/);
}

export function readFrames(text: string): Frame[] {
  const frames: Frame[] = [];
  let at = 0;
  let inherited: Side | undefined;
  for (const part of splitFrames(text)) {
    const who = subjectOf(part) ?? inherited;
    frames.push({
      text: part,
      at,
      who,
      bearer: sideAfter(part, /(?:由|归|使|要求|令|责令|charged to|borne by) ?([ⒶⒸⒷ])/),
      receiver: sideAfter(part, /(?:向|给予?|归|归属于?|对|to) ?([ⒶⒸⒷ])/),
      modality: MODALITIES.find(([, words]) => words.test(part))?.[0],
    });
    inherited = who;
    at += part.length;
  }
  return frames;
}

/** The first party of the part that is not an object (向Ⓐ, 由Ⓒ, 经Ⓒ, Ⓒ的…). */
function subjectOf(part: string): Side | undefined {
  const match =
    /(?<![向给由经与和对因按以于为归]|\bto |\bby |\bof |\bfrom )([ⒶⒸⒷ])(?!的[\u4e00-\u9fff]{1,6}(?:由|归))/.exec(
      part,
    );
  return match ? SIDES[match[1]!] : undefined;
}

function sideAfter(part: string, before: RegExp): Side | undefined {
  const match = before.exec(part);
  return match ? SIDES[match[1]!] : undefined;
}

const SIDES: Record<string, Side> = { [COMPANY]: 'company', [ANCHOR]: 'anchor', [BOTH]: 'both' };
