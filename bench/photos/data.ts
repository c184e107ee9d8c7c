import fs from 'node:fs';
import path from 'node:path';
import type { Point, Polygon } from '../../api/photos/compare/geometry.ts';

/** A rendered pair with its truth; polygons in pixels of the sealed photo. */
export interface LabelledPair {
  id: string;
  product: string;
  sealed: Buffer;
  shipped: Buffer;
  label: 'same' | 'changed';
  change: string | undefined;
  level: string;
  curved: boolean;
  outline: Polygon;
  ignore: Polygon[];
  changed: Polygon[];
}

interface PairsFile {
  pairs: {
    id: string;
    a: string;
    b: string;
    label: 'same' | 'changed';
    change?: string;
    level: string;
    curved: boolean;
    labelQuadA: Point[];
    ignoreA: Polygon[];
    changedA: Polygon[];
  }[];
}

/** The labelled pairs under `<folder>/labels/pairs`; the pictures are read when asked for. */
export function* readPairs(folder: string): Generator<LabelledPair> {
  const place = path.join(folder, 'labels', 'pairs');
  const { pairs } = JSON.parse(fs.readFileSync(path.join(place, 'pairs.json'), 'utf8')) as PairsFile;
  for (const pair of pairs)
    yield {
      id: pair.id,
      product: pair.a.split('_')[0]!,
      sealed: fs.readFileSync(path.join(place, pair.a)),
      shipped: fs.readFileSync(path.join(place, pair.b)),
      label: pair.label,
      change: pair.change,
      level: pair.level,
      curved: pair.curved,
      outline: pair.labelQuadA,
      ignore: pair.ignoreA,
      changed: pair.changedA,
    };
}

/** What is missing of the data under a folder; nothing when all is there. */
export function missingFrom(folder: string): string[] {
  return ['labels/pairs/pairs.json', '../barcodes/zxing_bars.json']
    .map((name) => path.join(folder, name))
    .filter((file) => !fs.existsSync(file));
}
