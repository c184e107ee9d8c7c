import type { Picture } from './picture.ts';
import { eachPlace, type Frame, placeGrid } from './place-grid.ts';
import { blur, newPlane, type Plane, quantile } from './plane.ts';
import type { Placement } from './refine.ts';

/** Colours are compared on cells of this many pixels. */
export const COLOUR_CELL_PIXELS = 4;
const BLUR_CELLS = 2;
/** Paper and grey have less chroma than this; a hue says nothing there. */
const NEUTRAL_CHROMA = 0.06;

/**
 * How much the colour of each cell differs, after the light of the whole label is made alike: the part of the chroma
 * that turns (another hue) or appears (colour on grey), 0 to about 1. What only pales is glare and does not count.
 * `inside`: 1 where to compare, by pixels of the frame.
 */
export function scoreColour(
  sealed: Picture,
  shipped: Picture,
  placement: Placement,
  frame: Frame,
  inside: Uint8Array,
): Plane {
  const columns = Math.floor(frame.width / COLOUR_CELL_PIXELS);
  const rows = Math.floor(frame.height / COLOUR_CELL_PIXELS);
  const { a, b, used } = gather(sealed, shipped, placement, frame, inside, columns, rows);
  const [softA, softB] = [a, b].map((planes) => planes.map((plane) => blur(plane, BLUR_CELLS)));
  // clipped paper tells the light badly, but where all paper is clipped nothing else tells it at all
  const lights = [lightBetween(a, b, used, 250), lightBetween(a, b, used, 256)];
  const scores = lights.map((light) => scoreUnder(light, softA!, softB!, used, columns, rows));
  return meanOf(scores[0]!) <= meanOf(scores[1]!) ? scores[0]! : scores[1]!;
}

function scoreUnder(
  [toRed, toBlue]: Light,
  a: Plane[],
  b: Plane[],
  used: Uint8Array,
  columns: number,
  rows: number,
): Plane {
  const score = newPlane(columns, rows);
  for (let i = 0; i < used.length; i++) {
    if (used[i] !== 1) continue;
    const [ra, ga, ba] = a.map((plane) => plane.data[i]!) as [number, number, number];
    const [rb, gb, bb] = b.map((plane) => plane.data[i]!) as [number, number, number];
    score.data[i] = turned(chromaOf(ra * toRed, ga, ba * toBlue), chromaOf(rb, gb, bb));
  }
  return score;
}

/** Under the right light most of the label agrees; a large difference counts no more than a small one here. */
const meanOf = ({ data }: Plane): number => data.reduce((sum, value) => sum + Math.min(value, 0.05), 0);

type Light = [toRed: number, toBlue: number];

type Chroma = [across: number, up: number];

function chromaOf(red: number, green: number, blue: number): Chroma {
  const sum = Math.max(30, red + green + blue);
  return [(red - (green + blue) / 2) / sum, (Math.sqrt(0.75) * (green - blue)) / sum];
}

function turned([ax, ay]: Chroma, [bx, by]: Chroma): number {
  const strong = Math.hypot(ax, ay);
  if (strong < NEUTRAL_CHROMA) return Math.max(0, Math.hypot(bx, by) - strong);
  const aside = Math.abs(ax * by - ay * bx) / strong;
  const along = (ax * bx + ay * by) / strong;
  return Math.max(aside, along < 0 ? strong : 0);
}

/** Both pictures by cells, the shipped one as it lies on the sealed one; four pixels stand for a cell. */
function gather(
  sealed: Picture,
  shipped: Picture,
  { homography, bend }: Placement,
  frame: Frame,
  inside: Uint8Array,
  columns: number,
  rows: number,
) {
  const planes = () => [newPlane(columns, rows), newPlane(columns, rows), newPlane(columns, rows)];
  const [a, b, counts] = [planes(), planes(), new Uint8Array(columns * rows)];
  const from = [sealed.red.data, sealed.green.data, sealed.blue.data];
  const to = [shipped.red.data, shipped.green.data, shipped.blue.data];
  const [width, height] = [shipped.red.width, shipped.red.height];
  const grid = placeGrid(homography, bend, frame);
  for (let y = 0; y < rows * COLOUR_CELL_PIXELS; y += 2)
    eachPlace(grid, y, columns * COLOUR_CELL_PIXELS, 2, (x, sx, sy) => {
      const cell = Math.floor(y / COLOUR_CELL_PIXELS) * columns + Math.floor(x / COLOUR_CELL_PIXELS);
      counts[cell]! += inside[y * frame.width + x]!;
      const at = (y + frame.top) * sealed.red.width + x + frame.left;
      const near = Math.max(0, Math.min(width - 1, Math.round(sx)));
      const there = Math.max(0, Math.min(height - 1, Math.round(sy))) * width + near;
      for (let channel = 0; channel < 3; channel++) {
        a[channel]!.data[cell]! += from[channel]![at]! / 4;
        b[channel]!.data[cell]! += to[channel]![there]! / 4;
      }
    });
  return { a, b, used: counts.map((count) => (count === 4 ? 1 : 0)) };
}

/** How much redder and bluer the light of the shipped photo is, by the middle of all cells not clipped. */
function lightBetween(a: Plane[], b: Plane[], used: Uint8Array, clipped: number): Light {
  const red: number[] = [];
  const blue: number[] = [];
  for (let i = 0; i < used.length; i++) {
    if (used[i] !== 1) continue;
    const values = [...a, ...b].map((plane) => plane.data[i]!);
    if (values.some((value) => value > clipped || value < 12)) continue;
    const [ra, ga, ba, rb, gb, bb] = values as [number, number, number, number, number, number];
    red.push(((rb / gb) * ga) / ra);
    blue.push(((bb / gb) * ga) / ba);
  }
  if (red.length < 50) return [1, 1];
  return [quantile(red, 0.5), quantile(blue, 0.5)];
}
