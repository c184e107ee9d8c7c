import { ACCENT, HAIRLINE, INK, LEFT, PAGE_FOOT, RIGHT, SMALL, WIDTH } from './sheet-style.ts';
import type { Surface, TextStyle } from './surface.ts';
import { cutText, shrinkToFit } from './text-fit.ts';

/** What identifies the document on paper. */
export interface Seal {
  /** sha256, 64 hex digits. */
  hash: string;
  /** Code the page `/verify` answers, `7KQ2-9XMD`: only on a paper that page knows, or it would call a true one unknown. */
  code?: string;
}

/** Two equal bars in a square: the fair split, readable at 8 points. */
export function drawWordmark(surface: Surface, x: number, y: number, sizePt: number): void {
  const side = sizePt * 1.3;
  surface.fillBox(x, y, side, side, ACCENT);
  surface.fillBox(x + side * 0.25, y + side * 0.3, side * 0.5, side * 0.13, '#ffffff');
  surface.fillBox(x + side * 0.25, y + side * 0.57, side * 0.5, side * 0.13, '#ffffff');
  const style: TextStyle = { weight: 'medium', sizePt, color: INK };
  surface.text('FairCast 明播', x + side * 1.4, y + side * 0.8, style);
}

/** The language a paper is written in; in Chinese, English stands small beside it. */
export type PaperLang = 'zh' | 'en';

export interface Letterhead {
  lang: PaperLang;
  /** Name of who issues the paper. */
  agency: string;
  title: Record<PaperLang, string>;
  /** Up to three lines at the top right that name the paper. */
  facts: readonly Fact[];
}
export type Fact = readonly [chinese: string, english: string, value: string];

/** Wordmark, agency, title and facts at the top of the first page; gives the top of the free room. */
export function drawLetterhead(surface: Surface, { lang, agency, title, facts }: Letterhead): number {
  drawWordmark(surface, LEFT, 38, 11);
  surface.text(cutText(surface, agency, NAME, 320), RIGHT, 50, NAME, 'right');
  surface.line(LEFT, 62, RIGHT, 62, HAIRLINE, 0.6);
  const other = lang === 'zh' ? 'en' : 'zh';
  surface.text(title[lang], LEFT, 94, shrinkToFit(surface, title[lang], TITLE, WIDTH - 215));
  surface.text(title[other], LEFT + 1, 107, { ...SMALL, sizePt: 8 });
  facts.forEach((fact, index) => {
    drawFact(surface, lang, 79 + 14 * index, fact);
  });
  return 122;
}

/** The narrow head of a later page, `about` on one line; gives the top of the free room. */
export function drawRunningHead(surface: Surface, about: readonly string[]): number {
  drawWordmark(surface, LEFT, 30, 8);
  surface.text(cutText(surface, about.join('　'), SMALL, WIDTH - 120), RIGHT, 38, SMALL, 'right');
  surface.line(LEFT, 46, RIGHT, 46, HAIRLINE, 0.6);
  return 56;
}

/** Number, page x of y, hash and code (where there is one) at the foot of every page. */
export function drawFooters(surface: Surface, no: string, seal: Seal, lang: PaperLang): void {
  const count = surface.pageCount();
  const baseline = PAGE_FOOT + 12;
  const isChinese = lang === 'zh';
  const check = seal.hash.slice(0, 16);
  for (let index = 0; index < count; index++) {
    surface.turnToPage(index);
    surface.line(LEFT, PAGE_FOOT, RIGHT, PAGE_FOOT, HAIRLINE, 0.6);
    const numbered = cutText(surface, isChinese ? `单号 ${no}` : `No. ${no}`, SMALL, WIDTH / 3);
    const page = isChinese ? `第 ${index + 1} 页 / 共 ${count} 页` : `Page ${index + 1} of ${count}`;
    const code = seal.code && (isChinese ? `　验证码 ${seal.code}` : `  Code ${seal.code}`);
    const sealed = `${isChinese ? '校验' : 'Check'} ${check}${code ?? ''}`;
    surface.text(numbered, LEFT, baseline, SMALL);
    surface.text(page, LEFT + WIDTH / 2, baseline, SMALL, 'centre');
    surface.text(sealed, RIGHT, baseline, SMALL, 'right');
  }
}

const TITLE: TextStyle = { weight: 'medium', sizePt: 20, color: INK };
const NAME: TextStyle = { weight: 'medium', sizePt: 9, color: INK };
const FACT: TextStyle = { weight: 'medium', sizePt: 8.5, color: INK };

/** `结算月份 Month 2026-05` */
function drawFact(surface: Surface, lang: PaperLang, baseline: number, fact: Fact): void {
  const [chinese, english, value] = fact;
  const left = RIGHT - 190;
  surface.text(lang === 'zh' ? chinese : english, left, baseline, { ...SMALL, sizePt: 7.5 });
  if (lang === 'zh') surface.text(english, left + 34, baseline, { ...SMALL, sizePt: 6.5 });
  surface.text(cutText(surface, value, FACT, lang === 'zh' ? 125 : 140), RIGHT, baseline, FACT, 'right');
}
