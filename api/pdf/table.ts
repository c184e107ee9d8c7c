import { type Fen, formatYuan } from '../domain/money.ts';
import { BODY, ENGLISH, type Flow, GREY, HAIRLINE, LEFT, RED, RIGHT, RULE, TINT } from './sheet-style.ts';
import type { TextStyle } from './surface.ts';
import { shrinkToFit, wrapText } from './text-fit.ts';

export interface Column {
  chinese: string;
  english: string;
  width: number;
  align: 'left' | 'right';
}

/** Text may wrap to two lines and be cut; a figure keeps to one line and is never cut. */
export type Cell = { text: string; style?: TextStyle } | { figure: string; style?: TextStyle };

export const HEAD_HEIGHT = 22;
const LINE_HEIGHT = 9.5;
const PADDING = 3.1;
const GUTTER = 8;

export function drawTableHead(flow: Flow, columns: readonly Column[]): void {
  const { surface, y } = flow;
  surface.fillBox(LEFT, y, RIGHT - LEFT, HEAD_HEIGHT, TINT);
  surface.line(LEFT, y + HEAD_HEIGHT, RIGHT, y + HEAD_HEIGHT, RULE, 0.6);
  placeCells(columns, (column, _index, x) => {
    surface.text(column.chinese, x, y + 10, { ...BODY, weight: 'medium', sizePt: 7 }, column.align);
    surface.text(column.english, x, y + 18, ENGLISH, column.align);
  });
  flow.y += HEAD_HEIGHT;
}

/** A row ready to be placed: its height is known before it is drawn. */
export interface Row {
  height: number;
  draw(): void;
}

export function prepareRow(
  flow: Flow,
  columns: readonly Column[],
  cells: readonly Cell[],
  rule = HAIRLINE,
): Row {
  const { surface } = flow;
  const fitted = cells.map((cell, index) => {
    const width = columns[index]!.width - GUTTER;
    const style = cell.style ?? BODY;
    if ('text' in cell) return { lines: wrapText(surface, cell.text, style, width, 2), style };
    return { lines: [cell.figure], style: shrinkToFit(surface, cell.figure, style, width) };
  });
  const lineCount = Math.max(...fitted.map(({ lines }) => lines.length));
  const height = lineCount * LINE_HEIGHT + 2 * PADDING;
  return {
    height,
    draw() {
      const { y } = flow;
      placeCells(columns, (column, index, x) => {
        const { lines, style } = fitted[index]!;
        lines.forEach((line, number) => {
          if (line !== '')
            surface.text(line, x, y + PADDING + 7.4 + number * LINE_HEIGHT, style, column.align);
        });
      });
      surface.line(LEFT, y + height, RIGHT, y + height, rule, rule === HAIRLINE ? 0.4 : 0.6);
      flow.y += height;
    },
  };
}

/** Money as a cell: red when it is taken away. */
export function moneyCell(amount: Fen, style: TextStyle = BODY): Cell {
  return { figure: formatYuan(amount), style: amount < 0 ? { ...style, color: RED } : style };
}

export const quietCell = (text: string): Cell => ({
  text,
  style: { weight: 'regular', sizePt: 6.5, color: GREY },
});

function placeCells(
  columns: readonly Column[],
  draw: (column: Column, index: number, x: number) => void,
): void {
  let left = LEFT;
  columns.forEach((column, index) => {
    draw(column, index, column.align === 'left' ? left + GUTTER / 2 : left + column.width - GUTTER / 2);
    left += column.width;
  });
}
