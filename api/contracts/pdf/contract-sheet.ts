import type { Lang } from '../../domain/contract-acceptance.ts';
import { contentHash } from '../../pdf/content-hash.ts';
import { createPlainFonts } from '../../pdf/fonts.ts';
import {
  drawFooters,
  drawLetterhead,
  drawRunningHead as drawNarrowHead,
  type Letterhead,
  type Seal,
} from '../../pdf/letterhead.ts';
import { type MissingGlyphs, makeDrawable } from '../../pdf/missing-glyphs.ts';
import { createPageWriter, type PdfFonts } from '../../pdf/page-writer.ts';
import { GREY, INK } from '../../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../../pdf/surface.ts';
import { writePdf } from '../../pdf/write-pdf.ts';

/** What every paper about a contract says at its head. */
export interface ContractPaper {
  version: 1;
  lang: Lang;
  /** The paper's own number, `MCN-2026-003-v2-R12`. */
  no: string;
  /** `2026-11-23` */
  issuedOn: string;
  agency: { name: string; creditCode: string | null };
  anchor: { name: string };
  contract: { no: string; title: string; versionNo: number };
}

export interface RenderedPaper {
  pdf: Buffer;
  /** sha256 of what the paper says. */
  hash: string;
  /** Texts with a character the font lacks, drawn as `[U+1F389]`. */
  missing: MissingGlyphs[];
}

let fonts: PdfFonts | undefined;

/** Draws a paper: the same facts give the same bytes. `draw` gets it with every character drawable. */
export function renderPaper<Paper extends ContractPaper>(
  paper: Paper,
  { title, creator }: { title: string; creator: string },
  draw: (surface: Surface, paper: Paper, seal: Seal) => void,
): RenderedPaper {
  fonts ??= createPlainFonts();
  const hash = contentHash(paper);
  const seal = { hash };
  const { drawable, missing } = makeDrawable(paper, fonts.regular);
  const writer = createPageWriter(fonts);
  writer.addPage();
  draw(writer, drawable, seal);
  drawFooters(writer, drawable.no, seal, drawable.lang);
  const description = {
    title: `${title} ${paper.no}`,
    author: paper.agency.name,
    subject: `${paper.contract.no} v${paper.contract.versionNo} ${paper.anchor.name}`,
    creator,
    issuedOn: paper.issuedOn,
    contentSha256: hash,
  };
  return { pdf: writePdf(description, writer), hash, missing };
}

/** The word in the paper's language. */
export const say = (lang: Lang, chinese: string, english: string): string =>
  lang === 'zh' ? chinese : english;

export const BODY_TEXT: TextStyle = { weight: 'regular', sizePt: 8.5, color: INK };
export const LABEL_TEXT: TextStyle = { weight: 'regular', sizePt: 7.5, color: GREY };
export const STRONG_TEXT: TextStyle = { weight: 'medium', sizePt: 9, color: INK };

/** Wordmark, agency, title, and the facts that name the contract; gives the top of the free room. */
export function drawPaperHead(surface: Surface, paper: ContractPaper, title: Letterhead['title']): number {
  const { lang, agency, contract, no, issuedOn } = paper;
  return drawLetterhead(surface, {
    lang,
    agency: agency.name,
    title,
    facts: [
      ['合同编号', 'Contract', `${contract.no} v${contract.versionNo}`],
      ['单据编号', 'No.', no],
      ['出具日期', 'Issued', issuedOn],
    ],
  });
}

/** The narrow head of a later page; gives the top of the free room. */
export function drawRunningHead(surface: Surface, paper: ContractPaper, title: Letterhead['title']): number {
  const { lang, contract, anchor } = paper;
  return drawNarrowHead(surface, [title[lang], `${contract.no} v${contract.versionNo}`, anchor.name]);
}
