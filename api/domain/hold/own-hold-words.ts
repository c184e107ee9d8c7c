import type { CaseOutcome, CaseStage } from '../inspection/case-life.ts';

export interface OwnHoldFacts {
  caseNo: string;
  productName: string;
  stage: CaseStage;
  outcome: CaseOutcome | null;
  bears: boolean;
  answerBy: string | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
}

export type OwnHoldState = 'held' | 'released' | 'clawed_back' | 'mixed';

export interface Said {
  zh: string;
  en: string;
}

/** Where an anchor's held money stands, told by the sums. */
export function stateOfHold({ heldFen, releasedFen, clawedBackFen }: OwnHoldFacts): OwnHoldState {
  const kinds = [heldFen !== 0, releasedFen !== 0, clawedBackFen !== 0].filter(Boolean).length;
  if (kinds > 1) return 'mixed';
  if (heldFen !== 0) return 'held';
  return clawedBackFen !== 0 ? 'clawed_back' : 'released';
}

/** Why money is held, in words that accuse nobody. */
export const sayWhyHeld = ({ caseNo, productName }: OwnHoldFacts): Said => ({
  zh: `「${productName}」发出的实物可能与封样不一致，正在核查（${caseNo}）。涉及订单的分成先冻结，其余收入照常结算。`,
  en: `"${productName}" as shipped may differ from the sealed sample and is being looked into (${caseNo}). The shares of its orders are held; everything else is settled as usual.`,
});

/** Where the case stands and until when: the day is a deadline of the house or the brand, no promise of payment. */
export function sayStage(facts: OwnHoldFacts): Said {
  const { stage, answerBy, outcome, bears } = facts;
  if (stage === 'brand_notified')
    return {
      zh: `已函询品牌方，最晚 ${answerBy} 答复，之后作出决定`,
      en: `The brand was asked and has until ${answerBy}; then it is decided`,
    };
  if (outcome === null)
    return stage === 'answered'
      ? { zh: '品牌方答复期已过，等待决定', en: 'The brand was heard; the decision is due' }
      : { zh: '正在收集证据', en: 'Evidence is being gathered' };
  if (outcome === 'cleared')
    return { zh: '核查结论：未发现问题，冻结的分成将退回', en: 'Cleared: what is held is to be given back' };
  return bears
    ? {
        zh: '核查结论：认定由您承担，依据见案件决定；有异议请联系您的经纪人',
        en: 'Decided: you bear it, on the grounds of the decision; if you disagree, tell your manager',
      }
    : {
        zh: '核查结论：不由您承担，冻结的分成将退回',
        en: 'Decided: you do not bear it; what is held is to be given back',
      };
}
