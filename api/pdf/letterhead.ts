import { ACCENT, HAIRLINE, INK, LEFT, PAGE_FOOT, RIGHT, SMALL, WIDTH } from './sheet-style.ts';
import type { Surface, TextStyle } from './surface.ts';
import { cutText } from './text-fit.ts';

/** What identifies the document on paper. */
export interface Seal {
  /** sha256, 64 hex digits. */
  hash: string;
  /** Short code to type, `7KQ2-9XMD`. */
  code: string;
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

/** One line of the facts at the top right: `结算月份 Month 2026-05`. */
export function drawFact(
  surface: Surface,
  baseline: number,
  chinese: string,
  english: string,
  value: string,
): void {
  const style: TextStyle = { weight: 'medium', sizePt: 8.5, color: INK };
  surface.text(chinese, RIGHT - 190, baseline, { ...SMALL, sizePt: 7.5 });
  surface.text(english, RIGHT - 156, baseline, { ...SMALL, sizePt: 6.5 });
  surface.text(cutText(surface, value, style, 125), RIGHT, baseline, style, 'right');
}

/** Number, page x of y, hash and code at the foot of every page. */
export function drawFooters(surface: Surface, no: string, seal: Seal): void {
  const count = surface.pageCount();
  const baseline = PAGE_FOOT + 12;
  for (let index = 0; index < count; index++) {
    surface.turnToPage(index);
    surface.line(LEFT, PAGE_FOOT, RIGHT, PAGE_FOOT, HAIRLINE, 0.6);
    const numbered = cutText(surface, `单号 ${no}`, SMALL, WIDTH / 3);
    surface.text(numbered, LEFT, baseline, SMALL);
    surface.text(`第 ${index + 1} 页 / 共 ${count} 页`, LEFT + WIDTH / 2, baseline, SMALL, 'centre');
    surface.text(`校验 ${seal.hash.slice(0, 16)}　验证码 ${seal.code}`, RIGHT, baseline, SMALL, 'right');
  }
}
