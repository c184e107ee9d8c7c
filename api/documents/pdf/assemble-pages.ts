import type { DocumentWarning, ExtractedDocument, PageSpan } from '../document.ts';
import { DOCUMENT_LIMITS } from '../limits.ts';
import { normaliseText } from '../normalise-text.ts';
import { refuseDocument } from '../refusal.ts';
import { groupRows } from './group-rows.ts';
import { continuesParagraph, joinText } from './join-lines.ts';
import { type Line, median, orderLines } from './order-lines.ts';
import { countLetters, type PageRows, type ReadPage, rowText } from './page.ts';
import { stripMargins } from './strip-margins.ts';

/** Fewer letters are a stamp or a scanner's mark. */
const MIN_PAGE_LETTERS = 8;

/** Rows of all pages without headers, footers and page numbers. */
export function layOutPages(pages: ReadPage[]): PageRows[] {
  return stripMargins(pages.map(groupRows));
}

/** Pages whose text is missing, or is characters of a font nobody can name. */
export function pagesWithoutText(pages: PageRows[]): number[] {
  return pages.filter((page) => !isReadable(page.rows.map(rowText).join('\n'))).map((page) => page.number);
}

/** Joins the lines of all pages to paragraphs and says which part of the text each page is. */
export function assemblePages(pages: PageRows[], warnings: DocumentWarning[]): ExtractedDocument {
  const paragraphs: Paragraph[] = [];
  let previous: Line | undefined;
  for (const page of pages) {
    const lines = orderLines(page);
    const pageRight = lines.length === 0 ? 0 : median(lines.map((line) => line.column.right));
    for (const line of lines) {
      const current = paragraphs.at(-1);
      const goesOn =
        previous !== undefined &&
        current !== undefined &&
        continuesParagraph(previous, line, current.lines === 1, pageRight);
      if (goesOn) addLine(current, line);
      else paragraphs.push({ text: line.text, lines: 1, starts: [[line.page, 0]] });
      previous = line;
    }
  }
  const { text, spans, lost } = layOut(paragraphs, pages);
  if (text.trim() === '') throw refuseDocument('document_no_text_layer');
  const broken = text.match(BROKEN)?.length ?? 0;
  if (broken > 0) warnings.push({ code: 'broken_characters', count: broken });
  const source = pages.some((page) => page.source === 'ocr') ? 'ocr' : 'text';
  return { kind: 'pdf', text, pages: spans, source, warnings: [...warnings, ...lost] };
}

interface Paragraph {
  text: string;
  lines: number;
  /** Pages that begin in this paragraph, and at which character of it. */
  starts: [page: number, at: number][];
}

/** Signs of the private areas and unknown ones: a font without a table of its characters. */
const BROKEN = /[\ufffd\ue000-\uf8ff]/g;

function isReadable(text: string): boolean {
  const broken = text.match(BROKEN)?.length ?? 0;
  const letters = countLetters(text);
  return letters >= MIN_PAGE_LETTERS && broken < 0.3 * (letters + broken);
}

function addLine(paragraph: Paragraph, line: Line): void {
  const joined = joinText(paragraph.text, line.text);
  if (paragraph.starts.at(-1)![0] !== line.page) {
    paragraph.starts.push([line.page, joined.length - line.text.length]);
  }
  paragraph.text = joined;
  paragraph.lines++;
}

/** Each stretch is made plain on its own, so that a page's bounds hold in the text that comes out. */
function layOut(paragraphs: Paragraph[], pages: PageRows[]) {
  const startOf = new Map<number, number>();
  const parts: string[] = [];
  let invisible = 0;
  let length = 0;
  for (const paragraph of paragraphs) {
    const plain: string[] = [];
    let written = 0;
    paragraph.starts.forEach(([page, from], index) => {
      if (!startOf.has(page)) startOf.set(page, length + written);
      const stretch = paragraph.text.slice(from, paragraph.starts[index + 1]?.[1]);
      const { text, warnings } = normaliseText(stretch);
      const kept = /\s$/.test(stretch) && index + 1 < paragraph.starts.length ? `${text} ` : text;
      invisible += warnings[0]?.count ?? 0;
      plain.push(kept);
      written += kept.length;
    });
    const text = plain.join('');
    parts.push(text);
    length += text.length + 1;
    if (length > DOCUMENT_LIMITS.maxTextLength) throw refuseDocument('document_text_too_long');
  }
  const text = parts.join('\n');
  const spans: PageSpan[] = [];
  for (const page of pages.toReversed()) {
    const end = spans.at(-1)?.start ?? text.length;
    spans.push({
      number: page.number,
      start: Math.min(end, startOf.get(page.number) ?? end),
      end,
      source: page.source,
    });
  }
  const lost: DocumentWarning[] = invisible > 2 ? [{ code: 'invisible_characters', count: invisible }] : [];
  return { text, spans: spans.toReversed(), lost };
}
