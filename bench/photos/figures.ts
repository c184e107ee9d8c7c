import type { ComparisonOutcome, PhotoDifference } from '../../api/photos/compare/comparison.ts';
import type { Polygon } from '../../api/photos/compare/geometry.ts';

/** How one pair came out against its truth. */
export interface PairResult {
  id: string;
  product: string;
  label: 'same' | 'changed';
  change: string | undefined;
  level: string;
  curved: boolean;
  outcome: ComparisonOutcome;
  /** Whether some box touches a changed place; undefined where no place is marked. */
  boxed: boolean | undefined;
  ms: number;
}

export interface Figures {
  pairs: number;
  retake: number;
  /** Of the changed pairs that were accepted: told to differ (another product: not to be comparable). */
  changed: [flagged: number, accepted: number];
  boxed: [boxed: number, accepted: number];
  falseAlarms: [alarms: number, accepted: number];
  otherProductsPassed: number;
}

export function countFigures(results: PairResult[]): Figures {
  const accepted = results.filter(({ outcome }) => outcome !== 'retake');
  const changed = accepted.filter(({ label }) => label === 'changed');
  const marked = changed.filter(({ boxed }) => boxed !== undefined);
  const same = accepted.filter(({ label }) => label === 'same');
  const flagged = changed.filter(({ outcome }) => outcome !== 'no_difference');
  return {
    pairs: results.length,
    retake: results.length - accepted.length,
    changed: [flagged.length, changed.length],
    boxed: [marked.filter(({ boxed }) => boxed).length, marked.length],
    falseAlarms: [same.filter(({ outcome }) => outcome !== 'no_difference').length, same.length],
    otherProductsPassed: changed.filter(
      ({ change, outcome }) => change === 'other_product' && outcome === 'no_difference',
    ).length,
  };
}

export function describeFigures(name: string, figures: Figures): string {
  const part = ([some, all]: [number, number]) =>
    `${some}/${all}${all > 0 ? ` (${((100 * some) / all).toFixed(0)} %)` : ''}`;
  return [
    name.padEnd(24),
    `${figures.pairs} pairs`,
    `changed found ${part(figures.changed)}`,
    `boxed ${part(figures.boxed)}`,
    `false alarms ${part(figures.falseAlarms)}`,
    `retake ${part([figures.retake, figures.pairs])}`,
  ].join(' · ');
}

/** Whether some box touches one of the polygons; undefined without polygons. */
export function touches(differences: PhotoDifference[], polygons: Polygon[]): boolean | undefined {
  if (polygons.length === 0) return undefined;
  return differences.some(({ box: [x, y, width, height] }) =>
    polygons.some((polygon) => {
      const xs = polygon.map(([px]) => px);
      const ys = polygon.map(([, py]) => py);
      return (
        x < Math.max(...xs) &&
        x + width > Math.min(...xs) &&
        y < Math.max(...ys) &&
        y + height > Math.min(...ys)
      );
    }),
  );
}

export const quantileOf = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
