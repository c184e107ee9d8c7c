import { comparePhotos } from '../../api/photos/compare/compare-photos.ts';
import { readPairs } from './data.ts';
import {
  countFigures,
  describeFigures,
  type Figures,
  type PairResult,
  quantileOf,
  touches,
} from './figures.ts';

export interface PairsReport {
  groups: Record<string, Figures>;
  missed: string[];
  p50Ms: number;
  p95Ms: number;
  /** Of this process with its thread, at its highest. */
  peakRssMb: number;
}

/** All pairs through the product's own comparison, as a caller gets it. */
export async function benchPairs(folder: string): Promise<PairsReport> {
  const results: PairResult[] = [];
  for (const pair of readPairs(folder)) {
    const { outcome, differences, ms } = await comparePhotos(pair.sealed, pair.shipped, {
      label: pair.outline,
      ignore: pair.ignore,
    });
    const { id, product, label, change, level, curved } = pair;
    const boxed = touches(differences, pair.changed);
    results.push({ id, product, label, change, level, curved, outcome, boxed, ms });
  }
  const flat = results.filter(({ curved }) => !curved);
  const groups: Record<string, Figures> = { flat: countFigures(flat) };
  for (const level of [...new Set(flat.map((result) => result.level))])
    groups[`flat, ${level}`] = countFigures(flat.filter((result) => result.level === level));
  groups.curved = countFigures(results.filter(({ curved }) => curved));
  const times = results.map(({ ms }) => ms);
  return {
    groups,
    missed: results.filter(isWrong).map(({ id, outcome }) => `${id}: ${outcome}`),
    p50Ms: quantileOf(times, 0.5),
    p95Ms: quantileOf(times, 0.95),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const isWrong = ({ label, outcome, boxed }: PairResult): boolean =>
  outcome !== 'retake' &&
  (label === 'same' ? outcome !== 'no_difference' : outcome === 'no_difference' || boxed === false);

export function describePairs(report: PairsReport): string[] {
  return [
    ...Object.entries(report.groups).map(([name, figures]) => describeFigures(name, figures)),
    `wrong: ${report.missed.length === 0 ? 'none' : report.missed.join(', ')}`,
    `a pair takes ${report.p50Ms} ms (p50), ${report.p95Ms} ms (p95); highest memory ${report.peakRssMb} MB`,
  ];
}
