import type { StatementDocument } from '../../domain/statement.ts';
import { contentHash, verificationCode } from '../../pdf/content-hash.ts';
import type { FontWeight } from '../../pdf/font-source.ts';
import { createFonts, createPlainFonts, openFonts } from '../../pdf/fonts.ts';
import type { PdfDescription } from '../../pdf/metadata.ts';
import { type MissingGlyphs, makeDrawable } from '../../pdf/missing-glyphs.ts';
import { createPageWriter, type PdfFonts } from '../../pdf/page-writer.ts';
import { writePdf } from '../../pdf/write-pdf.ts';
import { checkStatement } from './check-statement.ts';
import { attachLines } from './statement-csv.ts';
import { layOutStatement, TEMPLATE_VERSION } from './statement-layout.ts';
import { templateText } from './template-text.ts';

export interface RenderedStatement {
  pdf: Buffer;
  /** Texts written with a replacement such as `[U+1F389]`; to be shown to whoever issues the statement. */
  missing: MissingGlyphs[];
}

let loadedFonts: PdfFonts | undefined;

/** The fonts of this thread, made ready for statements at the first call. `bytes` spares a worker the reading. */
export function statementFonts(bytes?: Record<FontWeight, Buffer>): PdfFonts {
  if (!loadedFonts) {
    const sources = openFonts(bytes);
    loadedFonts = createFonts(sources, templateText(createPlainFonts(sources)));
  }
  return loadedFonts;
}

/**
 * The statement as a PDF: the same document and TEMPLATE_VERSION give the same bytes, at any time and place.
 * Throws DomainError `statement_does_not_add_up` rather than print totals that contradict the lines.
 */
export function renderStatement(document: StatementDocument, fonts: PdfFonts): RenderedStatement {
  checkStatement(document);
  const hash = contentHash(document);
  const { drawable, missing } = makeDrawable(document, fonts.regular);
  const writer = createPageWriter(fonts);
  layOutStatement(writer, drawable, { hash, code: verificationCode(document.no, hash) });
  return { pdf: writePdf(describe(document, hash), writer, [attachLines(document)]), missing };
}

function describe(document: StatementDocument, contentSha256: string): PdfDescription {
  return {
    title: `主播佣金结算单 ${document.no}`,
    author: document.agency.name,
    subject: `${document.month} ${document.anchor.name}`,
    creator: `FairCast statement ${TEMPLATE_VERSION}`,
    issuedOn: document.issuedOn,
    contentSha256,
  };
}
