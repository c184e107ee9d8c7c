import type { DocumentWarning, ExtractedDocument } from './document.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { normaliseText } from './normalise-text.ts';
import { refuseDocument } from './refusal.ts';

/** The text of a Word 97–2003 file. Numbers of automatic lists are not in its text, so the reader is told to look. */
export async function readDoc(bytes: Uint8Array): Promise<ExtractedDocument> {
  const { default: WordExtractor } = await import('word-extractor');
  const opened = await new WordExtractor().extract(Buffer.from(bytes)).catch((error: Error) => {
    if (/magic number: a5dc/.test(error.message)) throw refuseDocument('document_old_word');
    throw refuseDocument('document_damaged', { reason: String(error.message).slice(0, 200) });
  });
  const notes = [opened.getFootnotes(VERBATIM), opened.getEndnotes(VERBATIM)]
    .map((text) => text.trim())
    .filter(Boolean);
  const boxes = opened
    .getTextboxes({ ...VERBATIM, includeBody: true, includeHeadersAndFooters: false })
    .trim();
  const raw = [opened.getBody(VERBATIM), boxes, ...notes]
    .filter(Boolean)
    .join('\n')
    .replaceAll(CELL_END, '\t');
  if (raw.length > DOCUMENT_LIMITS.maxTextLength) throw refuseDocument('document_text_too_long');
  const { text, warnings } = normaliseText(raw);
  if (text.trim() === '') throw refuseDocument('document_no_text');
  const headers = opened
    .getHeaders({ ...VERBATIM, includeFooters: true })
    .replace(/\s+/g, ' ')
    .trim();
  const more: DocumentWarning[] = [{ code: 'numbers_may_be_missing' }];
  if (boxes !== '') more.push({ code: 'text_boxes' });
  if (notes.length > 0) more.push({ code: 'notes_at_end' });
  if (headers !== '') more.push({ code: 'headers_left_out', detail: headers.slice(0, 200) });
  return { kind: 'doc', text, source: 'text', warnings: [...warnings, ...more] };
}

/** Its reader would turn Chinese quotation marks into typewriter ones. */
const VERBATIM = { filterUnicode: false };

/** Word 97 ends a cell with a bell. */
const CELL_END = '\u0007';
