import { type Color, PAGE, type Surface, type TextStyle } from './surface.ts';

/** Inks that stay apart in black-and-white print: two darks, two greys, and one red that is always signed as well. */
export const INK: Color = '#1b2430';
export const ACCENT: Color = '#24506b';
export const GREY: Color = '#6a7380';
export const HAIRLINE: Color = '#d3d8de';
export const RULE: Color = '#8a94a0';
export const TINT: Color = '#f1f4f6';
export const RED: Color = '#a3302b';
export const RED_TINT: Color = '#f6e3e1';

export const LEFT = 42;
export const RIGHT = PAGE.width - 42;
export const WIDTH = RIGHT - LEFT;
/** Where the flow of a page ends; the footer stands below. */
export const BOTTOM = PAGE.height - 58;
export const PAGE_FOOT = PAGE.height - 46;

export const BODY: TextStyle = { weight: 'regular', sizePt: 7.5, color: INK };
export const STRONG: TextStyle = { weight: 'medium', sizePt: 7.5, color: INK };
export const SMALL: TextStyle = { weight: 'regular', sizePt: 6.5, color: GREY };
/** English under Chinese. */
export const ENGLISH: TextStyle = { weight: 'regular', sizePt: 5.5, color: GREY };
export const HEADING: TextStyle = { weight: 'medium', sizePt: 10, color: INK };

/** The document being filled from top to bottom. */
export interface Flow {
  surface: Surface;
  /** Top of the free room. */
  y: number;
  /** Turns to a new page unless `height` fits on this one; true when it did. */
  makeRoom(height: number): boolean;
}

export function createFlow(surface: Surface, drawPageHead: (surface: Surface) => number): Flow {
  const flow: Flow = {
    surface,
    y: 0,
    makeRoom(height) {
      if (flow.y + height <= BOTTOM) return false;
      surface.addPage();
      flow.y = drawPageHead(surface);
      return true;
    },
  };
  return flow;
}

/** `结算明细 Lines` with a rule below; keeps `follow` points free under itself. */
export function drawHeading(flow: Flow, chinese: string, english: string, follow: number): void {
  flow.makeRoom(24 + follow);
  const { surface } = flow;
  const baseline = flow.y + 17;
  surface.text(chinese, LEFT, baseline, HEADING);
  const englishStyle: TextStyle = { ...SMALL, sizePt: 7 };
  surface.text(english, LEFT + surface.widthOf(chinese, HEADING) + 6, baseline, englishStyle);
  flow.y += 24;
}

/** `2748` → `2,748` */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
