import type { Reason } from './error.ts';

export type Stage = 'draft' | 'review' | 'sent' | 'accepted' | 'withdrawn';
export type Severity = 'block' | 'high' | 'medium' | 'low';

/** Every deed that depends on where a version stands; the policy table says who may, this says when. */
export type Step =
  | 'edit'
  | 'read'
  | 'submit'
  | 'return'
  | 'send'
  | 'remark'
  | 'accept'
  | 'record-paper'
  | 'acknowledge'
  | 'withdraw'
  | 'activate';

export interface WorkflowFinding {
  id: number;
  severity: Severity;
  state: 'open' | 'waived' | 'dismissed';
  toConfirm: boolean;
}

/** Where a version stands. */
export interface WorkflowFacts {
  status: 'draft' | 'active' | 'ended';
  stage: Stage;
  contractStatus: 'draft' | 'active' | 'ended';
  clauses: number;
  /** Of the latest reading; undefined when it was never read. */
  findings: readonly WorkflowFinding[] | undefined;
  /** Who brought the text in: uploaded, wrote or submitted it. */
  uploaderIds: readonly string[];
  /** Whole years of the anchor today; null where the day of birth is not known. */
  anchorAge: number | null;
  guardianConsent: 'none' | 'recorded' | 'confirmed';
  /** Clauses the anchor asked to change and nobody answered; null is the whole. */
  openChangeRequests: readonly (string | null)[];
  accepted: { anchor: boolean; agency: boolean };
}

/** A refusal with what it is about, for a screen that leads there. */
export interface StepRefusal extends Reason {
  details?: { findings?: number[]; clauses?: (string | null)[] };
}

type Check = (facts: WorkflowFacts, actorId: string) => StepRefusal | undefined;

/** Why this step cannot be taken now, by this person; undefined when it can. */
export function whyNotStep(step: Step, facts: WorkflowFacts, actorId: string): StepRefusal | undefined {
  const { from, otherwise, checks } = STEPS[step];
  if (facts.status !== 'draft') return reasons.inForce;
  if (!from.includes(facts.stage)) return otherwise(facts);
  for (const check of checks) {
    const refusal = check(facts, actorId);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What to call where a version stands: in force it is its status, on the way there its stage. */
export const displayStageOf = ({
  status,
  stage,
}: Pick<WorkflowFacts, 'status' | 'stage'>): Stage | 'active' | 'ended' =>
  status === 'draft' ? stage : status;

const say = (code: string, message: string): Reason => ({ code, message });
const reasons = {
  inForce: say('not_a_draft', 'terms of a confirmed contract version are not edited: make a new version'),
  settled: say('not_a_draft', 'the version left the draft stage: its text stays, make a new version'),
  notInReview: say('not_in_review', 'the version is not with compliance: submit it first'),
  notSent: say('not_sent', 'the version is not with the anchor'),
  notWithAnchor: say('not_with_anchor', 'only a version the anchor has is withdrawn'),
  anchorFirst: say('not_accepted_by_anchor', 'the anchor has not accepted this version'),
};

const isEnded: Check = ({ contractStatus }) =>
  contractStatus === 'ended' ? say('contract_ended', 'the contract has ended: make a new one') : undefined;

const hasNoClause: Check = ({ clauses }) =>
  clauses === 0 ? say('no_clause', 'the version has no clause') : undefined;

/** Under 16 nobody is signed (未成年人保护法 art. 61); 16 and 17 with a guardian's consent that compliance confirmed. */
const isTooYoung: Check = ({ anchorAge, guardianConsent }) => {
  if (anchorAge === null || anchorAge >= 18) return undefined;
  if (anchorAge < 16) return say('under_16', 'an anchor under 16 is not signed: the law refuses it');
  if (guardianConsent === 'none')
    return say('guardian_consent_missing', "the anchor is under 18: a guardian's consent is recorded first");
  return guardianConsent === 'recorded'
    ? say('guardian_consent_unconfirmed', "compliance has not confirmed the guardian's consent")
    : undefined;
};

const isOwnUpload: Check = ({ uploaderIds }, actorId) =>
  uploaderIds.includes(actorId)
    ? say('own_upload', 'who brought the text in does not decide on it: another person does')
    : undefined;

const blocks: Check = ({ findings }) => {
  if (findings === undefined) return say('not_reviewed', 'the version was never read');
  const open = findings.filter(({ state }) => state === 'open');
  return (
    about(
      open.filter(({ severity }) => severity === 'block'),
      'findings_block',
      'a finding that blocks is open: the text has to change',
    ) ??
    about(
      open.filter(({ severity }) => severity === 'high'),
      'findings_need_waiver',
      'a high finding needs a waiver of compliance, with a reason',
    ) ??
    about(
      open.filter(({ toConfirm }) => toConfirm),
      'findings_to_confirm',
      'findings of recognised text are confirmed or dismissed first',
    )
  );
};

function about(findings: readonly WorkflowFinding[], code: string, message: string): StepRefusal | undefined {
  return findings.length === 0
    ? undefined
    : { code, message, details: { findings: findings.map(({ id }) => id) } };
}

const hasOpenRequests: Check = ({ openChangeRequests }) =>
  openChangeRequests.length === 0
    ? undefined
    : {
        ...say(
          'open_change_requests',
          'a change you asked for is not answered: take it back or wait for the answer',
        ),
        details: { clauses: [...openChangeRequests] },
      };

const lacksAgency: Check = ({ accepted }) =>
  accepted.agency ? undefined : say('not_accepted_by_agency', 'the agency has not acknowledged this version');

const hasAgency: Check = ({ accepted }) =>
  accepted.agency ? say('already_acknowledged', 'the agency acknowledged this version already') : undefined;

const STEPS: Record<
  Step,
  { from: readonly Stage[]; otherwise: (facts: WorkflowFacts) => Reason; checks: readonly Check[] }
> = {
  edit: { from: ['draft'], otherwise: () => reasons.settled, checks: [] },
  read: { from: ['draft', 'review'], otherwise: () => reasons.settled, checks: [hasNoClause] },
  submit: { from: ['draft'], otherwise: () => reasons.settled, checks: [isEnded, hasNoClause] },
  return: { from: ['review'], otherwise: () => reasons.notInReview, checks: [] },
  send: {
    from: ['review'],
    otherwise: () => reasons.notInReview,
    checks: [isEnded, isOwnUpload, isTooYoung, blocks],
  },
  remark: { from: ['sent'], otherwise: () => reasons.notSent, checks: [] },
  accept: {
    from: ['sent'],
    otherwise: () => reasons.notSent,
    checks: [isEnded, isTooYoung, hasOpenRequests],
  },
  'record-paper': {
    from: ['sent'],
    otherwise: () => reasons.notSent,
    checks: [isEnded, isOwnUpload, isTooYoung],
  },
  acknowledge: { from: ['accepted'], otherwise: () => reasons.anchorFirst, checks: [hasAgency] },
  withdraw: { from: ['sent', 'accepted'], otherwise: () => reasons.notWithAnchor, checks: [] },
  activate: {
    from: ['accepted'],
    otherwise: () => reasons.anchorFirst,
    checks: [lacksAgency, blocks],
  },
};
