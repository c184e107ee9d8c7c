import type { PageRows, Row, Segment } from './page.ts';

/** A line of running text, or a row of a table (`isTabbed`), in a column whose edges are known. */
export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  height: number;
  isTabbed: boolean;
  page: number;
  column: Column;
}

export interface Column {
  left: number;
  right: number;
  /** The usual distance from one line to the next. */
  leading: number;
}

const MIN_COLUMN_LINES = 8;

/** The lines of a page in reading order: one column, or the left one before the right one between lines across both. */
export function orderLines(page: PageRows): Line[] {
  const gutter = findGutter(page);
  if (gutter === undefined) return placeLines(page.rows.map((row) => toLine(row, row.segments, page.number)));
  const lines: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const flush = () => {
    lines.push(...placeLines(left), ...placeLines(right));
    left = [];
    right = [];
  };
  for (const row of page.rows) {
    if (row.segments.some((segment) => segment.x < gutter && segment.right > gutter)) {
      flush();
      lines.push(...placeLines([toLine(row, row.segments, page.number)]));
      continue;
    }
    const leftOnes = row.segments.filter((segment) => segment.right <= gutter);
    const rightOnes = row.segments.filter((segment) => segment.right > gutter);
    if (leftOnes.length > 0) left.push(toLine(row, leftOnes, page.number));
    if (rightOnes.length > 0) right.push(toLine(row, rightOnes, page.number));
  }
  flush();
  return lines;
}

/** Where a blank stripe parts two columns of text; cells of a table are too short to be columns. */
function findGutter(page: PageRows): number | undefined {
  const segments = page.rows.flatMap((row) => row.segments);
  for (let share = 0.4; share <= 0.6; share += 0.02) {
    const x = share * page.width;
    const left = segments.filter((segment) => segment.right <= x);
    const right = segments.filter((segment) => segment.x >= x);
    const across = segments.length - left.length - right.length;
    const isText = (side: Segment[]) =>
      side.length >= MIN_COLUMN_LINES &&
      median(side.map((segment) => segment.right - segment.x)) > 0.25 * page.width;
    if (across <= segments.length * 0.15 && isText(left) && isText(right)) return x;
  }
  return undefined;
}

function toLine(row: Row, segments: Segment[], page: number): Line {
  const first = segments[0]!;
  const [second] = segments.slice(1);
  // a list number set apart from its text is no cell
  const isNumbered =
    second !== undefined &&
    segments.length === 2 &&
    /^[（(]?[\d一二三四五六七八九十a-z.]{1,6}[.)）、．]?$/i.test(first.text);
  return {
    text: segments.map((segment) => segment.text).join(isNumbered ? ' ' : '\t'),
    x: first.x,
    right: segments.at(-1)!.right,
    y: row.y,
    height: row.height,
    isTabbed: segments.length > 1 && !isNumbered,
    page,
    column: { left: 0, right: 0, leading: 0 },
  };
}

/** Lines that belong to one column share its edges. */
function placeLines(lines: Line[]): Line[] {
  if (lines.length === 0) return lines;
  const rights = lines.map((line) => line.right).sort((a, b) => b - a);
  const height = median(lines.map((line) => line.height));
  // the edge is where two lines end; one alone may stick out
  const right =
    rights.find((value, index) => value - (rights[index + 1] ?? Number.NEGATIVE_INFINITY) < height) ??
    rights[0]!;
  const distances = lines.slice(1).map((line, index) => line.y - lines[index]!.y);
  const leading = distances.length === 0 ? 1.8 * height : median(distances);
  const column = {
    left: Math.min(...lines.map((line) => line.x)),
    right,
    leading: Math.min(leading, 3 * height),
  };
  for (const line of lines) line.column = column;
  return lines;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
