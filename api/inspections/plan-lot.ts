import type { Trx } from '../../db/connect.ts';
import { type HistoryEvent, readHistory, type SupplierGoods } from '../../db/queries/inspection-history.ts';
import { DomainError, type Reason } from '../domain/error.ts';
import { planLot, readAql, readLevel, readStage, type SamplingPlan } from '../domain/sampling/plan.ts';
import {
  afterEvent,
  type Switching,
  type SwitchingEvent,
  startSwitching,
  whyNotReduce,
  whyNotResume,
} from '../domain/sampling/switching.ts';

export interface PlanTerms {
  lotSize: number;
  level: string;
  aqlMajor: string;
  aqlMinor: string;
}

export interface LotPlan {
  major: SamplingPlan;
  minor: SamplingPlan;
  sampleSize: number;
}

/** The plans of both classes; throws the refusals of the table, each at its own field. */
export function planBoth(terms: PlanTerms, stage: string): LotPlan {
  const { lotSize } = terms;
  const level = readLevel(terms.level);
  const read = (field: 'aqlMajor' | 'aqlMinor') => at(field, () => readAql(terms[field]));
  const [aqlMajor, aqlMinor] = [read('aqlMajor'), read('aqlMinor')];
  const shared = { lotSize, level, stage: readStage(stage) };
  const [major, minor] = [planLot({ ...shared, aql: aqlMajor }), planLot({ ...shared, aql: aqlMinor })];
  return { major, minor, sampleSize: Math.max(major.sampleSize, minor.sampleSize) };
}

export type ShownEvent = (
  | (Omit<Extract<HistoryEvent, { kind: 'lot' }>, 'plan'> & {
      stage: string;
      sampleSize: number;
      acceptUpTo: number;
    })
  | Exclude<HistoryEvent, { kind: 'lot' }>
) & { score: number; nextStage: Switching['stage'] };

export interface ShownHistory extends SupplierGoods {
  events: ShownEvent[];
  now: {
    stage: Switching['stage'];
    score: number;
    isDiscontinued: boolean;
    refusals: Record<'reduce' | 'back_to_normal' | 'resume', Reason | null>;
  };
}

/**
 * The lots of one supplier's product in order, each with what it led to. The major class leads: its plan and its count
 * make the score, and a lot refused for whatever reason counts as refused.
 */
export async function showHistory(trx: Trx, goods: SupplierGoods): Promise<ShownHistory> {
  let now = startSwitching();
  const events = (await readHistory(trx, goods)).map((event) => {
    now = afterEvent(now, toSwitching(event));
    return { ...shown(event), score: now.score, nextStage: now.stage };
  });
  return { ...goods, events, now: { ...standing(now) } };
}

/** Where inspection of these goods stands now. */
export async function readSwitching(trx: Trx, goods: SupplierGoods): Promise<Switching> {
  return (await readHistory(trx, goods)).map(toSwitching).reduce(afterEvent, startSwitching());
}

function standing(now: Switching): ShownHistory['now'] {
  return {
    stage: now.stage,
    score: now.score,
    isDiscontinued: now.stage === 'discontinued',
    refusals: {
      reduce: whyNotReduce(now, true) ?? null,
      back_to_normal:
        now.stage === 'reduced'
          ? null
          : { code: 'not_on_reduced', message: `inspection is not reduced, it is ${now.stage}` },
      resume: whyNotResume(now) ?? null,
    },
  };
}

function toSwitching(event: HistoryEvent): SwitchingEvent {
  if (event.kind === 'lot')
    return {
      kind: 'lot',
      plan: event.plan,
      nonconforming: event.nonconforming,
      isRefusedAtOnce: !event.isAccepted,
      isResubmitted: event.isResubmitted,
    };
  return event.kind === 'reduce'
    ? { kind: 'reduce', isProductionSteady: event.isProductionSteady }
    : { kind: event.kind };
}

function shown(event: HistoryEvent) {
  if (event.kind !== 'lot') return event;
  const { plan, ...lot } = event;
  const { stage, sampleSize, acceptUpTo } = plan;
  return { ...lot, stage, sampleSize, acceptUpTo };
}

function at<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.kind, error.code, error.message, { errors: { [field]: error.message } });
  }
}
