import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { StatementDocument } from '../../domain/statement.ts';
import { checkStatement } from './check-statement.ts';
import { contentHash, verificationCode } from './content-hash.ts';
import { embedFont, type NewReference } from './embedded-font.ts';
import { type FontWeight, openFont, readFontBytes } from './font-source.ts';
import { createGlyphCache } from './glyph-cache.ts';
import { type MissingGlyphs, makeDrawable } from './missing-glyphs.ts';
import { createPageWriter, FONT_NAMES, type PageWriter, type StatementFonts } from './page-writer.ts';
import { layOutStatement, TEMPLATE_VERSION } from './statement-layout.ts';
import { PAGE } from './surface.ts';
import { templateText } from './template-text.ts';

export interface RenderedStatement {
  pdf: Buffer;
  /** Texts written with a replacement such as `[U+20BB7]`; to be shown to whoever issues the statement. */
  missing: MissingGlyphs[];
}

/** zlib's usual 6 takes twice the time on a page to save 1 % of the file, most of which comes compressed. */
const DEFLATE_LEVEL = 3;

let loadedFonts: StatementFonts | undefined;

/** The fonts of this thread, parsed at the first call. `bytes` spares a worker the reading. */
export function statementFonts(bytes?: Record<FontWeight, Buffer>): StatementFonts {
  if (!loadedFonts) {
    const regular = openFont(bytes?.regular ?? readFontBytes('regular'));
    const medium = openFont(bytes?.medium ?? readFontBytes('medium'));
    const base = templateText({
      regular: createGlyphCache(regular, ''),
      medium: createGlyphCache(medium, ''),
    });
    loadedFonts = {
      regular: createGlyphCache(regular, base.regular),
      medium: createGlyphCache(medium, base.medium),
    };
  }
  return loadedFonts;
}

/**
 * The statement as a PDF: the same document and TEMPLATE_VERSION give the same bytes, at any time and place.
 * Throws DomainError `statement_does_not_add_up` rather than print totals that contradict the lines.
 */
export function renderStatement(document: StatementDocument, fonts: StatementFonts): RenderedStatement {
  checkStatement(document);
  const hash = contentHash(document);
  const { drawable, missing } = makeDrawable(document, fonts.regular);
  const writer = createPageWriter(fonts);
  layOutStatement(writer, drawable, { hash, code: verificationCode(document.no, hash) });
  return { pdf: writePdf(document, writer), missing };
}

function writePdf(document: StatementDocument, writer: PageWriter): Buffer {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    font: null as unknown as string,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: describe(document),
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
    content.end(deflateSync(Buffer.from(operators, 'latin1'), { level: DEFLATE_LEVEL }));
    Object.assign(pdf.page.fonts, fontReferences);
    // pdfkit's own content only turns the page so that y grows downward; ours follows it.
    Object.assign(pdf.page.dictionary.data, { Contents: [pdf.page.content, content] });
  }
  pdf.end();
  return pdf.read() as Buffer;
}

/** Fixed dates, so that rendering again gives the same file. */
function describe(document: StatementDocument): Record<string, string | Date> {
  const issuedAt = new Date(`${document.issuedOn}T12:00:00+08:00`);
  return {
    Title: `主播佣金结算单 ${document.no}`,
    Author: document.agency.name,
    Subject: `${document.month} ${document.anchor.name}`,
    Creator: `FairCast statement ${TEMPLATE_VERSION}`,
    Producer: 'FairCast',
    CreationDate: issuedAt,
    ModDate: issuedAt,
  };
}
