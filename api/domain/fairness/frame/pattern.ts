import { LEXICON } from './lexicon.ts';

/** A pattern over canonical text, in two widths: English says the same in about three times as many characters. */
export interface Pattern {
  source: string;
  zh: RegExp;
  en: RegExp;
}

const compiled = new Map<string, Pattern>();

/**
 * Compiles rule patterns: `<name>` is a group of the lexicon, `_` up to 8 characters inside one part of a sentence,
 * `~` up to 18 that cross no semicolon, `~~` up to 70 inside the sentence, `^` the begin of a part; the rest is a
 * regular expression. English patterns get gaps three times as long.
 */
export function pattern(source: string): Pattern {
  let found = compiled.get(source);
  if (!found) {
    found = { source, zh: build(source, 1), en: build(source, 3.4) };
    compiled.set(source, found);
  }
  return found;
}

function build(source: string, stretch: number): RegExp {
  const gap = (length: number, without: string) => `[^${without}]{0,${Math.round(length * stretch)}}?`;
  const text = source
    .replaceAll(/<(\w+)>/g, (_, name: string) => group(name))
    .replaceAll('~~', gap(70, '。'))
    .replaceAll('~', gap(18, '。;'))
    .replaceAll(/(?<![\\\w])_/g, gap(8, stretch > 1 ? '。;' : '。;,'));
  return new RegExp(text, 'g');
}

function group(name: string): string {
  const words = LEXICON[name];
  if (!words) throw new Error(`the lexicon has no <${name}>`);
  return `(?:${words[0]}|\\b(?:${words[1]}))`;
}
