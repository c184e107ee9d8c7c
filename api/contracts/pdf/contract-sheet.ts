import type { Lang } from '../../domain/contract-acceptance.ts';
import { contentHash, verificationCode } from '../../pdf/content-hash.ts';
import { createPlainFonts } from '../../pdf/fonts.ts';
import { drawFact, drawFooters, drawWordmark, type Seal } from '../../pdf/letterhead.ts';
import { type MissingGlyphs, makeDrawable } from '../../pdf/missing-glyphs.ts';
import { createPageWriter, type PdfFonts } from '../../pdf/page-writer.ts';
import { GREY, HAIRLINE, INK, LEFT, PAGE_FOOT, RIGHT, SMALL, WIDTH } from '../../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../../pdf/surface.ts';
import { cutText, shrinkToFit } from '../../pdf/text-fit.ts';
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
  /** Texts with a character the font lacks, drawn as `[U+20BB7]`. */
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
  const seal = { hash, code: verificationCode(paper.no, hash) };
  const { drawable, missing } = makeDrawable(paper, fonts.regular);
  const writer = createPageWriter(fonts);
  writer.addPage();
  draw(writer, drawable, seal);
  footPages(writer, drawable, seal);
  const description = {
    title: `${title} ${paper.no}`,
    author: paper.agency.name,
    subject: `${paper.contract.no} v${paper.contract.versionNo} ${paper.anchor.name}`,
    creator,
    issuedOn: paper.issuedOn,
  };
  return { pdf: writePdf(description, writer), hash, missing };
}

/** The word in the paper's language. */
export const say = (lang: Lang, chinese: string, english: string): string =>
  lang === 'zh' ? chinese : english;

export const BODY_TEXT: TextStyle = { weight: 'regular', sizePt: 8.5, color: INK };
export const LABEL_TEXT: TextStyle = { weight: 'regular', sizePt: 7.5, color: GREY };
export const STRONG_TEXT: TextStyle = { weight: 'medium', sizePt: 9, color: INK };
const NAME: TextStyle = { weight: 'medium', sizePt: 9, color: INK };

/** Wordmark, agency, title, and the facts that name the contract; gives the top of the free room. */
export function drawPaperHead(
  surface: Surface,
  paper: ContractPaper,
  titles: { zh: string; en: string },
): number {
  const { lang, contract } = paper;
  drawWordmark(surface, LEFT, 38, 11);
  surface.text(cutText(surface, paper.agency.name, NAME, 320), RIGHT, 50, NAME, 'right');
  surface.line(LEFT, 62, RIGHT, 62, HAIRLINE, 0.6);
  const title = say(lang, titles.zh, titles.en);
  const titleStyle: TextStyle = { weight: 'medium', sizePt: 20, color: INK };
  surface.text(title, LEFT, 94, shrinkToFit(surface, title, titleStyle, WIDTH - 215));
  surface.text(say(lang, titles.en, titles.zh), LEFT + 1, 107, { ...SMALL, sizePt: 8 });
  const facts: [chinese: string, english: string, value: string][] = [
    ['合同编号', 'Contract', `${contract.no} v${contract.versionNo}`],
    ['单据编号', 'No.', paper.no],
    ['出具日期', 'Issued', paper.issuedOn],
  ];
  facts.forEach(([chinese, english, value], index) => {
    if (lang === 'zh') drawFact(surface, 79 + 14 * index, chinese, english, value);
    else drawEnglishFact(surface, 79 + 14 * index, english, value);
  });
  return 122;
}

/** The narrow head of a later page; gives the top of the free room. */
export function drawRunningHead(
  surface: Surface,
  paper: ContractPaper,
  titles: { zh: string; en: string },
): number {
  drawWordmark(surface, LEFT, 30, 8);
  const about = [
    say(paper.lang, titles.zh, titles.en),
    `${paper.contract.no} v${paper.contract.versionNo}`,
    paper.anchor.name,
  ];
  surface.text(cutText(surface, about.join('　'), SMALL, WIDTH - 120), RIGHT, 38, SMALL, 'right');
  surface.line(LEFT, 46, RIGHT, 46, HAIRLINE, 0.6);
  return 56;
}

function drawEnglishFact(surface: Surface, baseline: number, label: string, value: string): void {
  surface.text(label, RIGHT - 190, baseline, { ...SMALL, sizePt: 7.5 });
  surface.text(cutText(surface, value, NAME, 140), RIGHT, baseline, { ...NAME, sizePt: 8.5 }, 'right');
}

function footPages(surface: Surface, paper: ContractPaper, seal: Seal): void {
  if (paper.lang === 'zh') {
    drawFooters(surface, paper.no, seal);
    return;
  }
  const count = surface.pageCount();
  const baseline = PAGE_FOOT + 12;
  for (let index = 0; index < count; index++) {
    surface.turnToPage(index);
    surface.line(LEFT, PAGE_FOOT, RIGHT, PAGE_FOOT, HAIRLINE, 0.6);
    surface.text(cutText(surface, `No. ${paper.no}`, SMALL, WIDTH / 3), LEFT, baseline, SMALL);
    surface.text(`Page ${index + 1} of ${count}`, LEFT + WIDTH / 2, baseline, SMALL, 'centre');
    surface.text(`Check ${seal.hash.slice(0, 16)}  Code ${seal.code}`, RIGHT, baseline, SMALL, 'right');
  }
}
