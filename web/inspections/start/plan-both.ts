import { planLot, type SamplingPlan } from '../../../api/domain/sampling/plan.ts';
import type { Aql, Level, Stage } from '../../../api/domain/sampling/tables.ts';

export interface BothPlans {
  major: SamplingPlan;
  minor: SamplingPlan;
}

/** The plans of both classes, by the tables the API uses. Throws DomainError `bad_lot_size`. */
export function planBoth(terms: {
  lotSize: number;
  level: Level;
  aqlMajor: Aql;
  aqlMinor: Aql;
  stage: Stage;
}): BothPlans {
  const { lotSize, level, stage, aqlMajor, aqlMinor } = terms;
  return {
    major: planLot({ lotSize, level, stage, aql: aqlMajor }),
    minor: planLot({ lotSize, level, stage, aql: aqlMinor }),
  };
}

/** Units to draw: the larger of both. */
export const unitsToDraw = ({ major, minor }: BothPlans): number =>
  Math.max(major.sampleSize, minor.sampleSize);
