import type { Line } from './order-lines.ts';
import { CJK } from './page.ts';

/** Whether a line goes on with the sentence of the one before it, or begins a paragraph of its own. */
export function continuesParagraph(
  previous: Line,
  next: Line,
  isPreviousFirst: boolean,
  pageRight: number,
): boolean {
  if (previous.isTabbed || next.isTabbed) return false;
  const size = Math.max(previous.height, next.height);
  // the letters of a recognised page are measured, and differ by what the line happens to hold
  if (size > 1.45 * Math.min(previous.height, next.height)) return false;
  if (previous.page === next.page && previous.column === next.column) {
    if (next.y - previous.y > 1.6 * Math.max(previous.column.leading, size)) return false;
  }
  if (!isFull(previous, next, size, pageRight)) return false;
  if (beginsClause(next.text) && !isReference(previous.text, next.text)) return false;
  const shift = shiftOf(previous, next);
  // a hanging indent follows a numbered first line; a first line stands further in than the rest
  if (shift > 1.2 * size) return isPreviousFirst && beginsClause(previous.text);
  if (shift < -1.2 * size) return isPreviousFirst;
  return true;
}

/** How far a line stands in from the one before it: on the paper, or within their two columns, whichever is less. */
function shiftOf(previous: Line, next: Line): number {
  const onPaper = next.x - previous.x;
  const inColumns = onPaper - (next.column.left - previous.column.left);
  return Math.abs(onPaper) < Math.abs(inColumns) ? onPaper : inColumns;
}

/** The text of two lines as one: no blank between Chinese characters, a word parted by a hyphen made whole. */
export function joinText(before: string, after: string): string {
  const parted = /([A-Za-z]+)[-\u00ad]$/.exec(before);
  if (parted !== null && /^[a-z]/.test(after)) {
    return KEEPS_HYPHEN.has(parted[1]!.toLowerCase()) ? before + after : before.slice(0, -1) + after;
  }
  const isChinese = CJK.test(before.at(-1) ?? '') || CJK.test(after[0] ?? '');
  return isChinese || before.endsWith('-') ? before + after : `${before} ${after}`;
}

const KEEPS_HYPHEN = new Set([
  'non',
  'self',
  'co',
  'ex',
  'third',
  'cross',
  'long',
  'short',
  'full',
  'part',
  'well',
  'one',
  'two',
]);

/** A line is full when the first word of the next would not have fitted. */
function isFull(previous: Line, next: Line, size: number, pageRight: number): boolean {
  const word = /^[\w'’-]{3,}/.exec(next.text)?.[0] ?? next.text.slice(0, 2);
  const perLetter = (next.right - next.x) / Math.max(1, next.text.length);
  // a column of few lines has no edge of its own
  const edge = Math.max(previous.column.right, Math.min(pageRight, previous.column.right + 2 * size));
  if (previous.right + Math.min(word.length * perLetter, 12 * size) + 0.3 * size > edge) return true;
  // a line that ends inside a sentence goes on, though what may not stand at an end or a beginning made it short
  const isCutChinese =
    CJK.test(previous.text.at(-1) ?? '') && !/[。；：！？;:!?.）)》】]$/.test(previous.text);
  const isCutEnglish = /[a-z,]$/.test(previous.text) && /^[a-z]{2}/.test(next.text);
  const share = (previous.right - previous.column.left) / (edge - previous.column.left);
  return (isCutChinese && share > 0.9) || (isCutEnglish && share > 0.6);
}

const ORDINAL = '[一二三四五六七八九十百千零〇\\d]+';
const CLAUSE_STARTS: readonly RegExp[] = [
  new RegExp(`^第\\s*${ORDINAL}(?:[.．]${ORDINAL})*\\s*(?:条|章|节|款|编|部分)`),
  /^[一二三四五六七八九十]{1,3}\s*[、．.]/,
  /^[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z]|[ivx]{1,4})\s*[)）]/i,
  /^[①-⑳⑴-⒇⒈-⒛㈠-㈩]/,
  /^\d{1,2}(?:\.\d{1,2}){0,3}\s*[、．.)）](?!\d)/,
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?=\s*[^\d.\s%％条款元万亿倍天日年个])/,
  /^(?:article|section|clause|schedule|annex|appendix|exhibit)\s+[\divxlc]+\b/i,
  /^\d{1,2}(?:\.\d{1,2})*$/,
  /^[a-z]\.\s/i,
  /^(?:[a-z]|[ivx]{1,4})\s*[)）]/i,
  /^[•·●■○◆◇–]\s?/,
  /^[甲乙丙丁]\s*方\s*[（(:：]/,
  /^附件\s*[一二三四五六七八九十\d]*\s*[:：]?.{0,20}$/,
  /^(?:IN )?WITNESS(?:ETH| WHEREOF)|^WHEREAS\b|^RECITALS$/,
];

/** Whether a line looks like the first of a clause. */
export function beginsClause(text: string): boolean {
  const plain = toHalfWidth(text);
  return CLAUSE_STARTS.some((pattern) => pattern.test(plain));
}

function toHalfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => character.normalize('NFKC'));
}

/** `…依照本合同` + `第五条的约定…`: a clause that is spoken of, cut by the end of a line. */
function isReference(before: string, after: string): boolean {
  if (/[。；;！？!?]$/.test(before)) return false;
  if (/[第按照依据至和及或、，,(（]$/.test(before)) return true;
  if (/\b(?:section|article|clause|and|or|of|to|in|under|see|by)$/i.test(before)) return true;
  return new RegExp(`^第\\s*${ORDINAL}\\s*[条款]\\s*(?:第|的|之|所|中|约定|规定|和|及|或|、|，|项|款)`).test(
    after,
  );
}
