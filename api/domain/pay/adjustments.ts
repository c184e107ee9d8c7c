import type { Reason } from '../error.ts';
import type { AdjustmentFact } from './month-facts.ts';
import { entryOf, type Outcome, refOf, type Standing } from './outcome.ts';
import { tell, yuan } from './words.ts';

/** Manual corrections, each by two people; one that is not ready is listed, never taken. */
export function adjust({ input }: Standing): Outcome {
  const outcome: Outcome = { entries: [], notTaken: [] };
  for (const fact of input.adjustments) {
    const source = refOf('adjustment', fact.adjustmentId, fact.amountFen);
    const reason = whyNotAdjust(fact);
    if (reason) {
      const text = { zh: `调整 ${yuan(fact.amountFen)} 元未入账：${ZH[reason.code]}`, en: reason.message };
      outcome.notTaken.push({
        ...{ componentId: null, source, code: reason.code, isFinal: false, explanation: tell(text) },
      });
      continue;
    }
    const evidence = fact.evidenceRefs.join('、');
    outcome.entries.push(
      entryOf(input, null, {
        key: `pay:adjustment:${fact.adjustmentId}`,
        kind: 'adjustment',
        amountFen: fact.amountFen,
        concernsMonth: fact.concernsMonth,
        sourceRefs: [source],
        explanation: tell({
          zh: `调整（所属 ${fact.concernsMonth}）${yuan(fact.amountFen)} 元：${fact.reason}；凭证 ${evidence}`,
          en: `Adjustment concerning ${fact.concernsMonth}, ${yuan(fact.amountFen)}: ${fact.reason}; evidence ${evidence}`,
        }),
      }),
    );
  }
  return outcome;
}

const ZH: Record<string, string> = {
  amount_is_zero: '金额为零',
  no_reason: '未写原因',
  no_evidence: '没有凭证',
  no_second_person: '未经第二人复核',
  same_person: '制单与复核为同一人',
};

/** Why an adjustment cannot be posted yet. */
export function whyNotAdjust(fact: AdjustmentFact): Reason | undefined {
  const refuse = (code: string, message: string): Reason => ({ code, message });
  if (fact.amountFen === 0) return refuse('amount_is_zero', 'the adjustment is of nothing');
  if (fact.reason.trim() === '') return refuse('no_reason', 'the adjustment gives no reason');
  if (fact.evidenceRefs.length === 0) return refuse('no_evidence', 'the adjustment names no evidence');
  if (fact.approvedBy === null) {
    return refuse('no_second_person', 'a second person has not approved the adjustment');
  }
  return fact.approvedBy === fact.preparedBy
    ? refuse('same_person', 'whoever prepared the adjustment cannot approve it')
    : undefined;
}
