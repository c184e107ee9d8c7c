import { contentHash } from '../../pdf/content-hash.ts';
import { createPlainFonts } from '../../pdf/fonts.ts';
import {
  drawFooters,
  drawLetterhead,
  drawRunningHead,
  type PaperLang,
  type Seal,
} from '../../pdf/letterhead.ts';
import { makeDrawable } from '../../pdf/missing-glyphs.ts';
import { createPageWriter, type PageWriter, type PdfFonts } from '../../pdf/page-writer.ts';
import { createFlow, type Flow, GREY, INK, LEFT, WIDTH } from '../../pdf/sheet-style.ts';
import type { TextStyle } from '../../pdf/surface.ts';
import { wrapText } from '../../pdf/text-fit.ts';
import { writePdf } from '../../pdf/write-pdf.ts';

/** What every paper of a case says at its head. */
export interface CasePaper {
  version: 1;
  lang: PaperLang;
  no: string;
  /** `2026-11-23` */
  issuedOn: string;
  agency: { name: string; creditCode: string | null };
  case: { no: string; title: string; productName: string; batch: string | null };
}

export interface RenderedCasePaper {
  pdf: Buffer;
  /** sha256 of what the paper says. */
  hash: string;
}

let fonts: PdfFonts | undefined;

/** Draws a paper of a case: the same facts give the same bytes. */
export function renderCasePaper<Paper extends CasePaper>(
  paper: Paper,
  { title, creator }: { title: Record<PaperLang, string>; creator: string },
  draw: (flow: Flow, paper: Paper, seal: Seal, writer: PageWriter) => void,
): RenderedCasePaper {
  fonts ??= createPlainFonts();
  const hash = contentHash(paper);
  const seal = { hash };
  const { drawable } = makeDrawable(paper, fonts.regular);
  const writer = createPageWriter(fonts);
  const { lang, agency, no, issuedOn } = drawable;
  const flow = createFlow(writer, (surface) => drawRunningHead(surface, [title[lang], drawable.case.no]));
  writer.addPage();
  flow.y = drawLetterhead(writer, {
    ...{ lang, agency: agency.name, title },
    facts: [
      ['案件编号', 'Case', drawable.case.no],
      ['单据编号', 'No.', no],
      ['出具日期', 'Issued', issuedOn],
    ],
  });
  draw(flow, drawable, seal, writer);
  drawFooters(writer, no, seal, lang);
  const description = {
    title: `${title.zh} ${paper.no}`,
    author: paper.agency.name,
    subject: `${paper.case.no} ${paper.case.productName}`,
    creator,
    issuedOn: paper.issuedOn,
    contentSha256: hash,
  };
  return { pdf: writePdf(description, writer), hash };
}

export const say = (lang: PaperLang, chinese: string, english: string): string =>
  lang === 'zh' ? chinese : english;

const BODY: TextStyle = { weight: 'regular', sizePt: 9, color: INK };
const LABEL: TextStyle = { weight: 'regular', sizePt: 8, color: GREY };

/** A paragraph over the whole width. */
export function drawParagraph(flow: Flow, text: string, style: TextStyle = BODY): void {
  for (const line of wrapText(flow.surface, text, style, WIDTH, 200)) {
    flow.makeRoom(14);
    flow.surface.text(line, LEFT, flow.y + 10, style);
    flow.y += 14;
  }
  flow.y += 4;
}

/** A label and its value, which may take several lines. */
export function drawFactRow(flow: Flow, label: string, value: string): void {
  const lines = wrapText(flow.surface, value, BODY, WIDTH - 110, 40);
  flow.makeRoom(14);
  flow.surface.text(label, LEFT, flow.y + 10, LABEL);
  for (const line of lines) {
    flow.makeRoom(14);
    flow.surface.text(line, LEFT + 110, flow.y + 10, BODY);
    flow.y += 14;
  }
}
