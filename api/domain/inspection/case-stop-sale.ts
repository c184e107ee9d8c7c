import type { Reason } from '../error.ts';
import type { CaseStage } from './case-life.ts';

/** Why the goods of a case cannot be sold again: nobody has decided yet what they are. */
export function whyNotLiftStopSale(
  stage: CaseStage,
  stop: { liftedAt: string | null } | null,
): Reason | undefined {
  if (stop === null || stop.liftedAt !== null)
    return { code: 'nothing_stopped', message: 'the sale of these goods is not stopped by this case' };
  return ['decided', 'remedies', 'closed'].includes(stage)
    ? undefined
    : { code: 'sale_after_decision', message: 'the sale stays stopped until the case is decided' };
}
