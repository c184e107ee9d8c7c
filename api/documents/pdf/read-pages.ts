import { DomainError } from '../../domain/error.ts';
import type { DocumentWarning } from '../document.ts';
import { DOCUMENT_LIMITS } from '../limits.ts';
import { refuseDocument } from '../refusal.ts';
import type { Piece, ReadPage } from './page.ts';

/** Every page's text with its places. Throws a refusal for a PDF with a password, a damaged one, one of too many pages. */
export async function readPages(
  bytes: Uint8Array,
): Promise<{ pages: ReadPage[]; warnings: DocumentWarning[] }> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const base = new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'));
  const task = pdfjs.getDocument({
    data: bytes,
    verbosity: 0,
    // without these tables Chinese text in fonts that are not embedded is lost
    cMapUrl: new URL('cmaps/', base).pathname,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', base).pathname,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const opened = await task.promise.catch((error: Error) => {
    throw refuseDocument(error.name === 'PasswordException' ? 'document_encrypted' : 'document_damaged', {
      reason: error.message.slice(0, 200),
    });
  });
  if (opened.numPages > DOCUMENT_LIMITS.maxPages) throw refuseDocument('document_too_many_pages');
  const pages: ReadPage[] = [];
  const found = { letters: 0, rotated: 0, fields: 0 };
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await readPage(opened, number, pdfjs.Util.transform, found).catch((error: unknown) => {
      if (error instanceof DomainError) throw error;
      // one page that cannot be read is a page without text, and is named as such
      if (opened.numPages === 1)
        throw refuseDocument('document_damaged', { reason: String(error).slice(0, 200) });
      return { number, width: 1, height: 1, pieces: [], source: 'text' as const };
    });
    pages.push(page);
  }
  const warnings: DocumentWarning[] = [];
  if (found.fields > 0) warnings.push({ code: 'form_fields', count: found.fields });
  if (found.rotated > 0) warnings.push({ code: 'rotated_text_left_out', count: found.rotated });
  return { pages, warnings };
}

type Opened = Awaited<ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs').getDocument>['promise']>;

async function readPage(
  opened: Opened,
  number: number,
  multiply: (a: number[], b: number[]) => number[],
  found: { letters: number; rotated: number; fields: number },
): Promise<ReadPage> {
  const page = await opened.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const pieces: Piece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    found.letters += item.str.length;
    if (found.letters > DOCUMENT_LIMITS.maxTextLength) throw refuseDocument('document_text_too_long');
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiply(viewport.transform, item.transform);
    // a watermark stands across the page
    if (Math.abs(b) > 0.1 * Math.abs(a)) found.rotated += item.str.length;
    else pieces.push({ text: item.str, x, y, width: item.width, height: Math.hypot(c, d) });
  }
  const written = await readWrittenIn(page, viewport.transform, multiply);
  found.fields += written.length;
  pieces.push(...written);
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, pieces, source: 'text' };
}

/** What was typed into fields or written onto the page stands beside its text: amounts and names often do. */
async function readWrittenIn(
  page: Awaited<ReturnType<Opened['getPage']>>,
  transform: number[],
  multiply: (a: number[], b: number[]) => number[],
): Promise<Piece[]> {
  const annotations = await page.getAnnotations().catch(() => []);
  return annotations.flatMap((annotation): Piece[] => {
    const text = writtenText(annotation);
    if (text === '' || annotation.hidden) return [];
    const [left, bottom, right, top] = annotation.rect as [number, number, number, number];
    const lines = text.split(/\r\n?|\n/);
    const height = Math.min(12, Math.abs(top - bottom) / lines.length);
    return lines.map((line, index) => {
      const [, , , , x = 0, y = 0] = multiply(transform, [1, 0, 0, 1, left, top - (index + 0.8) * height]);
      return { text: line, x, y, width: Math.min(right - left, line.length * height), height };
    });
  });
}

function writtenText(annotation: {
  subtype?: string;
  fieldType?: string;
  fieldValue?: unknown;
  contentsObj?: { str?: string };
}) {
  if (annotation.subtype === 'FreeText') return annotation.contentsObj?.str?.trim() ?? '';
  const isTyped =
    annotation.subtype === 'Widget' && (annotation.fieldType === 'Tx' || annotation.fieldType === 'Ch');
  return isTyped && typeof annotation.fieldValue === 'string' ? annotation.fieldValue.trim() : '';
}
