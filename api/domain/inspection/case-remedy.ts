import type { Reason } from '../error.ts';
import type { CaseStage } from './case-life.ts';

/** Why no remedy can be planned: it follows from the decision, and a closed case has had its own. */
export function whyNotPlanRemedy(stage: CaseStage): Reason | undefined {
  if (stage === 'decided' || stage === 'remedies') return undefined;
  return stage === 'closed'
    ? { code: 'case_closed', message: 'this case is closed: open another one' }
    : { code: 'remedies_after_decision', message: 'remedies follow the decision' };
}
