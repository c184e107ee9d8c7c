import type { DocumentWarning, ExtractedDocument } from './document.ts';
import { readDocx } from './docx/read-docx.ts';
import { assemblePages, layOutPages, pagesWithoutText } from './pdf/assemble-pages.ts';
import type { ReadPage } from './pdf/page.ts';
import { readPages } from './pdf/read-pages.ts';
import { readPlainText } from './plain-text.ts';
import { readDoc } from './read-doc.ts';

export type ReadRequest =
  | { form: 'zip'; path: string }
  | { form: 'doc' | 'pdf' | 'txt' | 'md'; bytes: Uint8Array };

/** A PDF some pages of which have no text answers its pages, for the missing ones to be recognised. */
export type ReadAnswer =
  | { document: ExtractedDocument }
  | { pages: ReadPage[]; missing: number[]; warnings: DocumentWarning[] };

/** What the worker does: one file, read to its text. Throws refusals; anything else thrown is a bug of a reader. */
export async function readRequest(request: ReadRequest): Promise<ReadAnswer> {
  switch (request.form) {
    case 'zip':
      return { document: await readDocx(request.path) };
    case 'doc':
      return { document: await readDoc(request.bytes) };
    case 'pdf':
      return readPdf(request.bytes);
    case 'txt':
    case 'md':
      return { document: readPlainText(request.bytes, request.form) };
  }
}

async function readPdf(bytes: Uint8Array): Promise<ReadAnswer> {
  const { pages, warnings } = await readPages(bytes);
  const laidOut = layOutPages(pages);
  const missing = pagesWithoutText(laidOut);
  if (missing.length > 0) return { pages, missing, warnings };
  return { document: assemblePages(laidOut, warnings) };
}
