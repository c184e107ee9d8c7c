import type { Flow } from '../../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../../pdf/surface.ts';
import { wrapText } from '../../pdf/text-fit.ts';

/** A Latin word or a figure with what clings to it, blanks, or one character of anything else. */
const PIECE = /[\w\u00c0-\u024f.,:;'’§\-/%+@()]+|\s+|[\s\S]/gu;
/** Marks that no line may begin with; they hang over the margin instead. */
const CLOSER = /^[，。、；：！？）】》」』”’%]$/;

/** Lines of a text of any length, as wide as the column allows; a figure stays whole, a closing mark with its word. */
export function breakLines(surface: Surface, text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  for (const piece of text.trim().match(PIECE) ?? []) {
    const fits = surface.widthOf((line + piece).trimEnd(), style) <= width;
    if (fits || (line !== '' && CLOSER.test(piece))) {
      if (line !== '' || piece.trim() !== '') line += piece;
      continue;
    }
    if (line !== '') flush();
    line = breakPiece(surface, piece, style, width, lines);
  }
  if (line !== '' || lines.length === 0) flush();
  return lines;
}

/** A piece wider than the column (a hash, an address) is cut into lines; gives what is left of it. */
function breakPiece(
  surface: Surface,
  piece: string,
  style: TextStyle,
  width: number,
  lines: string[],
): string {
  let rest = piece.trimStart();
  while (surface.widthOf(rest, style) > width) {
    const [head] = wrapText(surface, rest, style, width, 2);
    lines.push(head!);
    rest = rest.slice(head!.length);
  }
  return rest;
}

export interface Column {
  x: number;
  width: number;
  style: TextStyle;
  lineHeight: number;
}

/** Draws the lines from the top of the free room on, turning pages; `onLine` draws behind each line before it. */
export function drawLines(
  flow: Flow,
  lines: readonly string[],
  column: Column,
  onLine?: (top: number, height: number) => void,
): void {
  const { x, style, lineHeight } = column;
  for (const line of lines) {
    flow.makeRoom(lineHeight);
    onLine?.(flow.y, lineHeight);
    if (line !== '') flow.surface.text(line, x, flow.y + lineHeight * 0.76, style);
    flow.y += lineHeight;
  }
}

/** Lines beside a label; the label stands on the first, and never at the foot of a page without two of them. */
export function drawLabelled(
  flow: Flow,
  label: { text: string; x: number; style: TextStyle },
  paragraphs: readonly string[],
  column: Column,
): void {
  const lines = paragraphs.map((text) => breakLines(flow.surface, text, column.style, column.width));
  const count = lines.reduce((sum, each) => sum + each.length, 0);
  flow.makeRoom(Math.min(count, 2) * column.lineHeight);
  flow.surface.text(label.text, label.x, flow.y + column.lineHeight * 0.76, label.style);
  lines.forEach((each, index) => {
    drawLines(flow, each, column);
    if (index < lines.length - 1) flow.y += 2;
  });
  flow.y += 4.5;
}
