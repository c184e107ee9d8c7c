/** A run of characters with its place: from the page's top left corner, `y` is the baseline. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the letters. */
  height: number;
}

/** A page as it was read, in points or in pixels of a picture. */
export interface ReadPage {
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  source: 'text' | 'ocr';
}

/** Pieces that stand together on one line without a wide gap. */
export interface Segment {
  text: string;
  x: number;
  right: number;
}

/** Everything on one baseline. */
export interface Row {
  y: number;
  height: number;
  segments: Segment[];
}

export interface PageRows {
  number: number;
  width: number;
  height: number;
  source: 'text' | 'ocr';
  rows: Row[];
}

export function rowText(row: Row): string {
  return row.segments.map((segment) => segment.text).join('\t');
}

/** Letters, digits and characters of a page: what tells a text layer from a stamp. */
export function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

export const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{323af}]/u;
