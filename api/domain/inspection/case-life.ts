import type { Reason } from '../error.ts';

/** open → evidence → brand_notified → answered → decided → remedies → closed. Nothing skips, nothing goes back. */
export const CASE_STAGES = [
  ...['open', 'evidence', 'brand_notified', 'answered', 'decided', 'remedies', 'closed'],
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

export type CaseStep =
  | 'add_evidence'
  | 'notify_brand'
  | 'record_answer'
  | 'record_silence'
  | 'decide'
  | 'release'
  | 'claw_back'
  | 'start_remedies'
  | 'close';

/** `substitution`: other goods than the sealed ones; `deviation`: they differ, but are the goods; `cleared`: nothing is left. */
export type CaseOutcome = 'substitution' | 'deviation' | 'cleared';
/** Who bears it: the brand first; an anchor only where a fault of the anchor's own is shown. */
export type Bearer = 'brand' | 'supplier' | 'agency' | 'anchor';

export interface CaseDecision {
  outcome: CaseOutcome;
  /** Null where nothing is to be borne. */
  bearer: Bearer | null;
  reason: string;
  /** Evidence of the case that shows the anchor's own fault. */
  anchorFaultEvidenceIds: readonly number[];
}

export interface CaseFacts {
  stage: CaseStage;
  evidenceIds: readonly number[];
  /** Differences that a person upheld. */
  upheldDifferences: number;
  /** The last day the brand has to answer, `2026-05-08`; null before it was notified. */
  answerBy: string | null;
  today: string;
  decision: CaseDecision | null;
  remediesPlanned: number;
  remediesOpen: number;
  /** Money of settled lines still held for the case, whole fen. */
  heldFen: number;
  /** Future lines of the product still come in held. */
  isStillHolding: boolean;
}

export interface CaseActor {
  userId: string | null;
}

type Check = (facts: CaseFacts) => Reason | undefined;

/** Why this step cannot be taken now; undefined when it can. */
export function whyNotCaseStep(step: CaseStep, facts: CaseFacts, actor: CaseActor): Reason | undefined {
  const { from, otherwise, checks } = STEPS[step];
  if (actor.userId === null) return say('needs_a_person', 'a case is led and decided by people');
  if (facts.stage === 'closed') return say('case_closed', 'this case is closed: open another one');
  if (!from.includes(facts.stage)) return say(otherwise[0], `${otherwise[1]}: the case is ${facts.stage}`);
  for (const check of checks) {
    const refusal = check(facts);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Evidence is added until the decision and starts the case; money moves without moving the case. */
export function stageAfterCaseStep(step: CaseStep, before: CaseStage): CaseStage {
  if (step === 'add_evidence') return before === 'open' ? 'evidence' : before;
  return STEPS[step].to ?? before;
}

/** Why the brand cannot be given this letter with this deadline. */
export function whyNotNotifyBrand(
  facts: CaseFacts,
  letter: { sha256: string; answerBy: string },
  actor: CaseActor,
): Reason | undefined {
  const refusal = whyNotCaseStep('notify_brand', facts, actor);
  if (refusal) return refusal;
  if (!/^[0-9a-f]{64}$/.test(letter.sha256))
    return say('no_letter', 'the letter to the brand is kept with its hash before it goes');
  return letter.answerBy > facts.today
    ? undefined
    : say('deadline_passed', `give the brand a day after ${facts.today} to answer`);
}

/** Why the case cannot be decided like this. Not answering is no confession: the evidence decides. */
export function whyNotDecide(facts: CaseFacts, decision: CaseDecision, actor: CaseActor): Reason | undefined {
  const refusal = whyNotCaseStep('decide', facts, actor);
  if (refusal) return refusal;
  const { outcome, bearer, anchorFaultEvidenceIds } = decision;
  if (decision.reason.trim() === '') return say('no_reason', 'write down why the case is decided like this');
  if (outcome !== 'cleared' && facts.upheldDifferences === 0)
    return say('no_difference_upheld', 'nobody upheld a difference: the case can only be cleared');
  if (outcome === 'substitution' && bearer === null)
    return say('no_bearer', 'say who bears a substitution: the brand first');
  if (outcome === 'cleared' && bearer !== null)
    return say('nothing_to_bear', 'a cleared case has nothing to bear');
  if (bearer !== 'anchor') return undefined;
  const isShown =
    anchorFaultEvidenceIds.length > 0 && anchorFaultEvidenceIds.every((id) => facts.evidenceIds.includes(id));
  return isShown
    ? undefined
    : say(
        'anchor_fault_not_shown',
        "an anchor bears it only where evidence of the case shows the anchor's own fault",
      );
}

const say = (code: string, message: string): Reason => ({ code, message });

const lacksEvidence: Check = ({ evidenceIds }) =>
  evidenceIds.length === 0
    ? say('no_evidence', 'the case has no evidence: add photos or papers first')
    : undefined;

const hasTimeToAnswer: Check = ({ answerBy, today }) =>
  answerBy === null || today <= answerBy
    ? say('brand_has_time', `the brand may answer until ${answerBy ?? 'its deadline'}`)
    : undefined;

const isNoSubstitution: Check = ({ decision }) =>
  decision?.outcome === 'substitution'
    ? undefined
    : say('not_a_substitution', 'money is clawed back only for a substitution: release it');

const holdsNothing: Check = ({ heldFen }) =>
  heldFen === 0 ? say('nothing_held', 'no money is held for this case') : undefined;

const lacksRemedies: Check = ({ decision, remediesPlanned }) =>
  decision?.outcome === 'substitution' && remediesPlanned === 0
    ? say('no_remedy', 'a substitution has a remedy: refund, replace, or claim from the brand')
    : undefined;

/** Whoever waits for held money must not find the case closed over it. */
const holdsMoney: Check = ({ heldFen, isStillHolding }) => {
  if (heldFen !== 0)
    return say('money_held', 'money is still held for this case: release it or claw it back');
  return isStillHolding
    ? say('still_holding', 'new lines still come in held for this case: end the hold first')
    : undefined;
};

const hasOpenRemedies: Check = ({ remediesOpen }) =>
  remediesOpen > 0
    ? say('remedies_open', `${remediesOpen} remedies are not done: finish or drop each with a reason`)
    : undefined;

const STEPS: Record<
  CaseStep,
  {
    from: readonly CaseStage[];
    /** Null: the case stays where it is. */
    to: CaseStage | null;
    otherwise: readonly [code: string, message: string];
    checks: readonly Check[];
  }
> = {
  add_evidence: {
    from: ['open', 'evidence', 'brand_notified', 'answered'],
    to: null,
    otherwise: ['decided_already', 'evidence is added before the decision'],
    checks: [],
  },
  notify_brand: {
    from: ['evidence'],
    to: 'brand_notified',
    otherwise: ['not_in_evidence', 'the brand is notified once, after the evidence was gathered'],
    checks: [lacksEvidence],
  },
  record_answer: {
    from: ['brand_notified'],
    to: 'answered',
    otherwise: ['brand_not_asked', 'an answer follows the letter to the brand'],
    checks: [],
  },
  record_silence: {
    from: ['brand_notified'],
    to: 'answered',
    otherwise: ['brand_not_asked', 'silence follows the letter to the brand'],
    checks: [hasTimeToAnswer],
  },
  decide: {
    from: ['answered'],
    to: 'decided',
    otherwise: ['brand_not_heard', 'a case is decided once, after the brand was heard'],
    checks: [lacksEvidence],
  },
  release: {
    from: ['decided', 'remedies'],
    to: null,
    otherwise: ['money_after_decision', 'held money moves only after the decision'],
    checks: [holdsNothing],
  },
  claw_back: {
    from: ['decided', 'remedies'],
    to: null,
    otherwise: ['money_after_decision', 'held money moves only after the decision'],
    checks: [isNoSubstitution, holdsNothing],
  },
  start_remedies: {
    from: ['decided'],
    to: 'remedies',
    otherwise: ['remedies_after_decision', 'remedies follow the decision'],
    checks: [lacksRemedies],
  },
  close: {
    from: ['remedies'],
    to: 'closed',
    otherwise: ['remedies_not_started', 'a case is closed after its remedies'],
    checks: [holdsMoney, hasOpenRemedies],
  },
};
