import type { Point } from './photo.ts';

interface Size {
  width: number;
  height: number;
}

/** Four corners as a start: a little inside of the photo, for a person to drag. */
export const startOutline = (size: Size): Point[] => rectangle(size, 0.08, 0.08, 0.92, 0.92);

/** A low strip, where batch and dates mostly stand. */
export const startZone = (size: Size): Point[] => rectangle(size, 0.3, 0.72, 0.7, 0.82);

/** The polygon with one corner elsewhere, never outside of the photo; whole pixels. */
export function moveCorner(polygon: readonly Point[], index: number, to: Point, size: Size): Point[] {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  return polygon.map((corner, at) =>
    at === index ? [clamp(to[0], size.width), clamp(to[1], size.height)] : corner,
  );
}

/** Where a press of an arrow key puts a corner; `undefined` for another key. Shift goes ten times as far. */
export function stepOf(key: string, isFar: boolean, size: Size): Point | undefined {
  const step = Math.max(1, Math.round(Math.max(size.width, size.height) / 400)) * (isFar ? 10 : 1);
  const steps: Record<string, Point> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  return steps[key];
}

/** `"12,34 56,78"`, as SVG reads corners. */
export const cornersText = (polygon: readonly Point[]): string =>
  polygon.map(([x, y]) => `${x},${y}`).join(' ');

function rectangle(
  { width, height }: Size,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Point[] {
  const at = (x: number, y: number): Point => [Math.round(x * width), Math.round(y * height)];
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}
