/** What is known of a brand's deliveries within the time a score looks at. */
export interface SupplierFacts {
  substitutions: number;
  deviations: number;
  cleared: number;
  openCases: number;
  rejectedLots: number;
  lots: number;
}

export type SupplierGrade = 'A' | 'B' | 'C' | 'D';

export interface SupplierPoints {
  code: 'substitution' | 'deviation' | 'rejected_lot';
  count: number;
  /** What is taken off for all of them together. */
  points: number;
  words: { zh: string; en: string };
}

export interface SupplierScore {
  /** 0 to 100. */
  score: number;
  grade: SupplierGrade;
  points: SupplierPoints[];
}

/** How long a matter counts, and what it takes off: house rules, not law, and shown as such. */
export const SCORE_MONTHS = 24;
export const HOUSE_POINTS = { substitution: 40, deviation: 15, rejected_lot: 10 } as const;
export const GRADE_FROM: readonly (readonly [SupplierGrade, number])[] = [
  ['A', 90],
  ['B', 70],
  ['C', 50],
  ['D', 0],
];

/** A hundred less the points of what was decided or rejected; an open case takes nothing off: nothing is shown yet. */
export function scoreSupplier(facts: SupplierFacts): SupplierScore {
  const counted = [
    ['substitution', facts.substitutions, '认定偷换', 'substitutions decided'],
    ['deviation', facts.deviations, '认定偏差', 'deviations decided'],
    ['rejected_lot', facts.rejectedLots, '批次拒收', 'lots rejected'],
  ] as const;
  const points = counted
    .filter(([, count]) => count > 0)
    .map(([code, count, zh, en]) => ({
      code,
      count,
      points: count * HOUSE_POINTS[code],
      words: {
        zh: `${zh} ${count} 次，每次扣 ${HOUSE_POINTS[code]} 分`,
        en: `${count} ${en}, ${HOUSE_POINTS[code]} points each`,
      },
    }));
  const score = Math.max(0, 100 - points.reduce((sum, one) => sum + one.points, 0));
  return { score, grade: GRADE_FROM.find(([, from]) => score >= from)![0], points };
}
