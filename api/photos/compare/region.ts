import type { Corner } from '../barcode/scanner.ts';
import { hullOf, type Point, type Polygon, rasterise } from './geometry.ts';
import { eachPlace, type Frame, placeGrid } from './place-grid.ts';
import type { Plane } from './plane.ts';
import { isCurved, type Placement } from './refine.ts';

/** The part of the sealed photo that is compared, over its frame; 1 inside. */
export interface Region {
  frame: Frame;
  /** The label without what may differ. */
  label: Uint8Array;
  /** Without the bar code too: its bars alias. */
  compared: Uint8Array;
}

/** The outline's edge shows what lies behind the pack. */
const EDGE_PIXELS = 8;
const ZONE_MARGIN_PIXELS = 6;
/** A curved pack is compared this near to places that were found on both photos. */
const NEAR_PIXELS = 40;
const BORDER_PIXELS = 4;

export function markRegion(sealed: Plane, outline: Polygon, ignore: Polygon[], codes: Corner[][]): Region {
  const frame = frameOf(outline, sealed);
  const local = (polygon: Polygon): Polygon => polygon.map(([x, y]) => [x - frame.left, y - frame.top]);
  const draw = (polygon: Polygon) => rasterise(local(polygon), frame.width, frame.height);
  const label = draw(moveEdge(outline, -EDGE_PIXELS));
  for (const zone of ignore) clear(label, draw(moveEdge(zone, ZONE_MARGIN_PIXELS)));
  const compared = label.slice();
  for (const corners of codes) clear(compared, draw(aroundCode(corners)));
  return { frame, label, compared };
}

/** What of the region the shipped photo shows. On a curved pack only what lies among found places. */
export function seenPart(region: Region, placement: Placement, shipped: Plane): Uint8Array {
  const { frame } = region;
  const seen = region.compared.slice();
  const trusted = isCurved(placement) ? nearMeasured(placement, frame) : undefined;
  const grid = placeGrid(placement.homography, placement.bend, frame);
  const [right, bottom] = [shipped.width - BORDER_PIXELS - 1, shipped.height - BORDER_PIXELS - 1];
  for (let y = 0; y < frame.height; y++)
    eachPlace(grid, y, frame.width, 1, (x, sx, sy) => {
      const i = y * frame.width + x;
      const within = sx >= BORDER_PIXELS && sy >= BORDER_PIXELS && sx < right && sy < bottom;
      if (!within || (trusted && trusted[i] !== 1)) seen[i] = 0;
    });
  return seen;
}

function nearMeasured({ measured }: Placement, frame: Frame): Uint8Array {
  const mask = new Uint8Array(frame.width * frame.height);
  const places = measured.map(({ x, y }): Point => [x - frame.left, y - frame.top]);
  const hull = moveEdge(hullOf(places), 14);
  for (const [px, py] of places)
    for (let y = Math.max(0, py - NEAR_PIXELS); y < Math.min(frame.height, py + NEAR_PIXELS); y++)
      mask.fill(
        1,
        y * frame.width + Math.max(0, px - NEAR_PIXELS),
        y * frame.width + Math.min(frame.width, px + NEAR_PIXELS),
      );
  const inHull = rasterise(hull, frame.width, frame.height);
  return mask.map((value, i) => value & inHull[i]!);
}

function frameOf(outline: Polygon, { width, height }: Plane): Frame {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(width, Math.ceil(Math.max(...xs))) - left),
    height: Math.max(1, Math.min(height, Math.ceil(Math.max(...ys))) - top),
  };
}

function clear(mask: Uint8Array, zone: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) if (zone[i] === 1) mask[i] = 0;
}

/** Every corner moved away from the middle (or towards it), by pixels. */
function moveEdge(polygon: Polygon, pixels: number): Polygon {
  const middle = polygon.reduce(
    ([sx, sy], [x, y]) => [sx + x / polygon.length, sy + y / polygon.length] as Point,
    [0, 0] as Point,
  );
  return polygon.map(([x, y]) => {
    const far = Math.max(1, Math.hypot(x - middle[0], y - middle[1]));
    return [x + ((x - middle[0]) / far) * pixels * 1.3, y + ((y - middle[1]) / far) * pixels * 1.3];
  });
}

/** The bars, their quiet zone and the digits below. */
function aroundCode(corners: Corner[]): Polygon {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = (right - left) * 0.12 + 8;
  const down = Math.max(14, (bottom - top) * 0.1);
  return [
    [left - across, top - down],
    [right + across, top - down],
    [right + across, bottom + down + 24],
    [left - across, bottom + down + 24],
  ];
}
