import { CJK, type PageRows, type Piece, type ReadPage, type Row, type Segment } from './page.ts';

/** A gap this many letters wide parts cells of a table, or the two sides of a signature. */
const WIDE_GAP = 2.2;

/** Puts a page's pieces into rows, top to bottom and left to right, whatever order they were drawn in. */
export function groupRows(page: ReadPage): PageRows {
  const sorted = page.pieces
    .filter((piece) => piece.text.trim() !== '' && piece.height > 0)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: Piece[][] = [];
  let base: Piece | undefined;
  for (const piece of sorted) {
    // a raised sign is small and near; two lines are a letter apart
    const isSameRow = base !== undefined && piece.y - base.y < 0.45 * Math.max(base.height, piece.height);
    if (isSameRow) groups.at(-1)!.push(piece);
    else groups.push([piece]);
    if (base === undefined || !isSameRow || piece.height > base.height) base = piece;
  }
  const { number, width, height, source } = page;
  return { number, width, height, source, rows: groups.map((group) => toRow(group, source)) };
}

function toRow(pieces: Piece[], source: ReadPage['source']): Row {
  // what an engine calls two words are two words, however near
  const wordGap = source === 'ocr' ? 0 : 0.15;
  pieces.sort((a, b) => a.x - b.x);
  const height = Math.max(...pieces.map((piece) => piece.height));
  const segments: Segment[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last !== undefined && isDrawnTwice(last, piece)) continue;
    const current = segments.at(-1);
    const gap = current === undefined ? 0 : piece.x - current.right;
    if (current === undefined || gap > WIDE_GAP * height) {
      segments.push({ text: piece.text.trim(), x: piece.x, right: piece.x + piece.width });
    } else {
      current.text = joinPieces(current.text, piece.text, gap / height, wordGap);
      current.right = Math.max(current.right, piece.x + piece.width);
    }
    last = piece;
  }
  const largest = pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));
  // a bullet of a larger font does not make the line a larger one
  return { y: largest.y, height: largest.height, segments };
}

/** Bold is often the same text drawn again a hair beside. */
function isDrawnTwice(a: Piece, b: Piece): boolean {
  return a.text === b.text && Math.abs(a.x - b.x) < 0.25 * a.height && Math.abs(a.y - b.y) < 0.25 * a.height;
}

function joinPieces(before: string, after: string, gapInLetters: number, wordGap: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return `${before.trimEnd()} ${after.trim()}`;
  const isChinese = CJK.test(before.at(-1) ?? '') || CJK.test(after[0] ?? '');
  return before + (gapInLetters > (isChinese ? 0.8 : wordGap) ? ' ' : '') + after.trim();
}
