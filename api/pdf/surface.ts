import type { FontWeight } from './font-source.ts';

/** `#rrggbb` */
export type Color = `#${string}`;
export interface TextStyle {
  weight: FontWeight;
  sizePt: number;
  color: Color;
}
export type Box = readonly [x: number, y: number, width: number, height: number];
export type Align = 'left' | 'right' | 'centre';

/**
 * What a document is drawn on. Points from the top left corner of an A4 page; text stands on its baseline,
 * and `x` is its left edge, right edge or centre, as `align` says.
 */
export interface Surface {
  addPage(): void;
  /** Draws on that page from now on; the first is 0. */
  turnToPage(index: number): void;
  pageCount(): number;
  widthOf(text: string, style: TextStyle): number;
  text(text: string, x: number, baseline: number, style: TextStyle, align?: Align): void;
  fillBox(x: number, y: number, width: number, height: number, color: Color): void;
  /** Many boxes as one shape, so that no seam shows between two that touch: `[x, y, width, height]` each. */
  fillBoxes(boxes: readonly Box[], color: Color): void;
  strokeBox(x: number, y: number, width: number, height: number, color: Color, lineWidth: number): void;
  line(x1: number, y1: number, x2: number, y2: number, color: Color, lineWidth: number): void;
}

export const PAGE = { width: 595.28, height: 841.89 } as const;
