import { type Bend, bendAt } from './bend.ts';
import { type Homography, project } from './geometry.ts';

/** A part of the sealed photo that is compared, in its pixels. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the frame's pixels lie on the shipped photo, known every few pixels and smooth between them. */
export interface PlaceGrid {
  columns: number;
  x: Float64Array;
  y: Float64Array;
}

const SPACING = 8;

export function placeGrid(homography: Homography, bend: Bend, frame: Frame): PlaceGrid {
  const columns = Math.floor(frame.width / SPACING) + 2;
  const rows = Math.floor(frame.height / SPACING) + 2;
  const grid: PlaceGrid = {
    columns,
    x: new Float64Array(columns * rows),
    y: new Float64Array(columns * rows),
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * SPACING + frame.left, row * SPACING + frame.top];
      const [dx, dy] = bendAt(bend, x, y);
      const [sx, sy] = project(homography, x + dx, y + dy);
      grid.x[row * columns + column] = sx;
      grid.y[row * columns + column] = sy;
    }
  return grid;
}

/** Calls `visit` for every pixel of a row of the frame with its place on the shipped photo. */
export function eachPlace(
  grid: PlaceGrid,
  y: number,
  width: number,
  step: number,
  visit: (x: number, sx: number, sy: number) => void,
): void {
  const row = Math.floor(y / SPACING);
  const t = y / SPACING - row;
  for (let x = 0; x < width; x += step) {
    const column = Math.floor(x / SPACING);
    const s = x / SPACING - column;
    const at = row * grid.columns + column;
    const below = at + grid.columns;
    const [a, b, c, d] = [(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t];
    visit(
      x,
      grid.x[at]! * a + grid.x[at + 1]! * b + grid.x[below]! * c + grid.x[below + 1]! * d,
      grid.y[at]! * a + grid.y[at + 1]! * b + grid.y[below]! * c + grid.y[below + 1]! * d,
    );
  }
}
