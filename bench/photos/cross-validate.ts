import { measurePair } from '../../api/photos/compare/compare-pair.ts';
import { judge } from '../../api/photos/compare/judge.ts';
import { THRESHOLDS } from '../../api/photos/compare/thresholds.ts';
import { type LabelledPair, readPairs } from './data.ts';
import { countFigures, describeFigures, type Figures, type PairResult, touches } from './figures.ts';

/** Thresholds of print that are tried, in hundredths. */
const TRIED = Array.from({ length: 14 }, (_, i) => 12 + 2 * i);

export interface CrossValidation {
  figures: Figures;
  /** The threshold that the other products chose for each product left out. */
  chosen: Record<string, number>;
}

/**
 * Leaves each flat product out in turn, lets the others choose the threshold of print (the middle of those that give
 * the fewest errors) and judges the one left out with it: what to expect of goods nobody tuned on.
 */
export async function crossValidate(folder: string): Promise<CrossValidation> {
  const pairs: { product: string; by: Map<number, PairResult> }[] = [];
  for (const pair of readPairs(folder))
    if (!pair.curved) pairs.push({ product: pair.product, by: await judgeByThreshold(pair) });
  const chosen: Record<string, number> = {};
  const results: PairResult[] = [];
  for (const product of new Set(pairs.map((pair) => pair.product))) {
    const others = pairs.filter((pair) => pair.product !== product);
    const errors = TRIED.map((tried) => others.reduce((sum, { by }) => sum + costOf(by.get(tried)!), 0));
    const best = TRIED.filter((_, i) => errors[i] === Math.min(...errors));
    const threshold = best[best.length >> 1]!;
    chosen[product] = threshold / 100;
    for (const pair of pairs) if (pair.product === product) results.push(pair.by.get(threshold)!);
  }
  return { figures: countFigures(results), chosen };
}

export const describeCrossValidation = ({ figures, chosen }: CrossValidation): string[] => [
  describeFigures('flat, product left out', figures),
  `thresholds chosen: ${Object.entries(chosen)
    .map(([product, threshold]) => `${product} ${threshold}`)
    .join(', ')}; in force ${THRESHOLDS.printScore}`,
];

const costOf = ({ label, outcome, boxed }: PairResult): number =>
  outcome === 'retake'
    ? 0
    : label === 'same'
      ? Number(outcome !== 'no_difference')
      : Number(outcome === 'no_difference') + Number(boxed === false);

async function judgeByThreshold(pair: LabelledPair): Promise<Map<number, PairResult>> {
  const measured = await measurePair(pair.sealed, pair.shipped, { label: pair.outline, ignore: pair.ignore });
  const { id, product, label, change, level, curved } = pair;
  return new Map(
    TRIED.map((tried) => {
      const verdict =
        'evidence' in measured
          ? judge(measured.evidence, measured.frame, measured.scale, {
              ...THRESHOLDS,
              printScore: tried / 100,
            })
          : { outcome: measured.outcome, differences: [] };
      const boxed = touches(verdict.differences, pair.changed);
      return [tried, { id, product, label, change, level, curved, outcome: verdict.outcome, boxed, ms: 0 }];
    }),
  );
}
