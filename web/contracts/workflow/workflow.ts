import type { Step } from '../../../api/domain/contract-workflow.ts';
import type { Reason } from '../../../api/domain/error.ts';

/** Where a version stands, what this person may do now and why not, and how it came here. */
export interface Workflow {
  stage: string;
  steps: {
    step: Step;
    refusal: (Reason & { details?: { findings?: number[]; clauses?: (string | null)[] } }) | null;
  }[];
  events: {
    id: number;
    step: string;
    fromStage: string;
    toStage: string;
    reason: string | null;
    actorName: string | null;
    at: string;
  }[];
}

/** The way a version goes when nothing stops it. */
export const WAY = ['draft', 'review', 'sent', 'accepted', 'active'] as const;

/** How far along the way a version is; what was withdrawn stands nowhere on it. */
export function placeOnWay(stage: string): number {
  if (stage === 'ended') return WAY.length;
  const at = WAY.indexOf(stage as (typeof WAY)[number]);
  // In force is the end of the way: nothing of it is still to do.
  return stage === 'active' ? WAY.length : at;
}

/** What may be done at a stage, in the order of the buttons; the rest would only be refused. */
export const STEPS_AT: Record<string, readonly Step[]> = {
  draft: ['submit'],
  review: ['return', 'send'],
  sent: ['withdraw', 'record-paper'],
  accepted: ['withdraw', 'acknowledge', 'activate'],
};

/** Why a step is refused; undefined when it may be taken or is not known yet. */
export const refusalOf = (workflow: Workflow | undefined, step: Step) =>
  workflow?.steps.find((one) => one.step === step)?.refusal ?? undefined;
