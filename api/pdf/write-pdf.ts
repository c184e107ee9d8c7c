import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { embedFont, type NewReference } from './embedded-font.ts';
import { FONT_NAMES, type PageWriter } from './page-writer.ts';
import { PAGE } from './surface.ts';

/** What the file says of itself. `issuedOn` is its day, `2026-05-31`: the same input gives the same bytes at any time. */
export interface PdfDescription {
  title: string;
  author: string;
  subject: string;
  creator: string;
  issuedOn: string;
}

/** zlib's usual 6 takes twice the time on a page to save 1 % of the file, most of which comes compressed. */
const DEFLATE_LEVEL = 3;

/** The drawn pages as a PDF file. */
export function writePdf(description: PdfDescription, writer: PageWriter): Buffer {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    font: null as unknown as string,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: toInfo(description),
  });
  const newReference: NewReference = (dictionary) => pdf.ref(dictionary) as ReturnType<NewReference>;
  const fontReferences: Record<string, object> = {};
  for (const weight of ['regular', 'medium'] as const) {
    const font = newReference(embedFont(newReference, writer.subsets[weight], DEFLATE_LEVEL));
    font.end();
    fontReferences[FONT_NAMES[weight]] = font;
  }
  for (const operators of writer.contents()) {
    pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    const content = newReference({ Filter: 'FlateDecode' });
    content.end(deflateSync(operators, { level: DEFLATE_LEVEL }));
    Object.assign(pdf.page.fonts, fontReferences);
    // pdfkit's own content only turns the page so that y grows downward; ours follows it.
    Object.assign(pdf.page.dictionary.data, { Contents: [pdf.page.content, content] });
  }
  pdf.end();
  return pdf.read() as Buffer;
}

function toInfo({
  title,
  author,
  subject,
  creator,
  issuedOn,
}: PdfDescription): Record<string, string | Date> {
  const at = new Date(`${issuedOn}T12:00:00+08:00`);
  return {
    Title: title,
    Author: author,
    Subject: subject,
    Creator: creator,
    Producer: 'FairCast',
    CreationDate: at,
    ModDate: at,
  };
}
