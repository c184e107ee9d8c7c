import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';

export interface Count {
  right: number;
  missed: number;
  extra: number;
}

export function emptyCounts(): Map<ClauseType, Count> {
  return new Map(CLAUSE_TYPES.map((type) => [type, { right: 0, missed: 0, extra: 0 }]));
}

export function total(counts: Map<unknown, Count>): Count {
  const sum: Count = { right: 0, missed: 0, extra: 0 };
  for (const count of counts.values())
    for (const key of ['right', 'missed', 'extra'] as const) sum[key] += count[key];
  return sum;
}

export function describe({ right, missed, extra }: Count): string {
  const share = (part: number, whole: number) => (whole === 0 ? '   –' : (part / whole).toFixed(3));
  return `precision ${share(right, right + extra)} recall ${share(right, right + missed)}  (right ${right}, missed ${missed}, extra ${extra})`;
}
