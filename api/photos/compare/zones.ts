import { DomainError } from '../../domain/error.ts';
import type { Point, Polygon } from './geometry.ts';

/** What a person marked once on the sealed photo, in its (upright) pixels. */
export interface PhotoZones {
  /** The label's outline, four corners; without it the common part of both photos is compared. */
  label?: Polygon;
  /** What may differ: batch, dates. */
  ignore?: Polygon[];
}

const MOST_POLYGONS = 50;
const MOST_CORNERS = 50;

/** Reads zones from JSON of outside. Throws `bad_zones`, naming the field. */
export function readZones(value: unknown): PhotoZones {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw badZones('zones', 'an object');
  const { label, ignore } = value as { label?: unknown; ignore?: unknown };
  if (ignore !== undefined && ignore !== null && (!Array.isArray(ignore) || ignore.length > MOST_POLYGONS))
    throw badZones('ignore', `a list of at most ${MOST_POLYGONS} polygons`);
  return {
    label: label === undefined || label === null ? undefined : readPolygon(label, 'label', 4),
    ignore: ((ignore ?? []) as unknown[]).map((polygon, i) => readPolygon(polygon, `ignore.${i}`, 3)),
  };
}

function readPolygon(value: unknown, field: string, least: number): Polygon {
  if (!Array.isArray(value) || value.length < least || value.length > MOST_CORNERS)
    throw badZones(field, `a list of ${least} to ${MOST_CORNERS} corners [x, y]`);
  return value.map((corner: unknown): Point => {
    const [x, y] = Array.isArray(corner) ? (corner as unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      throw badZones(field, 'corners of two numbers [x, y]');
    return [x, y];
  });
}

const badZones = (field: string, expected: string): DomainError =>
  new DomainError('invalid', 'bad_zones', `${field} must be ${expected}`, { errors: { [field]: expected } });
