import type { DocumentWarning } from './document.ts';

/**
 * The same text for the same words wherever they came from: one kind of line end, plain blanks, no characters that cannot
 * be seen (they would split a word that is searched for), radicals and ligatures as the letters they stand for.
 * Full-width digits and punctuation stay as written. Lines keep no blanks at their ends; at most one line is empty in a row.
 */
export function normaliseText(raw: string): { text: string; warnings: DocumentWarning[] } {
  let invisible = 0;
  const text = raw
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(INVISIBLE, () => {
      invisible++;
      return '';
    })
    .replace(CONTROLS, '')
    .replace(BLANKS, ' ')
    .replace(ARTEFACTS, (character) => character.normalize('NFKC'))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
  // one or two come with any copied text; many are a pattern
  const warnings: DocumentWarning[] =
    invisible > 2 ? [{ code: 'invisible_characters', count: invisible }] : [];
  return { text, warnings };
}

const INVISIBLE =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Kangxi and CJK radicals, compatibility ideographs, Latin ligatures: what PDF fonts answer for ordinary letters. */
const ARTEFACTS = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g;
