import type { Severity } from './contract-workflow.ts';
import type { Reason } from './error.ts';
import type { Role } from './identity.ts';

export type DecisionKind = 'dismiss' | 'restore' | 'confirm' | 'waive';

interface FindingFacts {
  severity: Severity;
  state: 'open' | 'waived' | 'dismissed';
  toConfirm: boolean;
  /** Whether its version was sent: what the anchor saw stays. */
  isOut: boolean;
  uploaderIds: readonly string[];
}

const say = (code: string, message: string): Reason => ({ code, message });

/** Why this person cannot decide so about a finding; undefined when it may. */
export function whyNotDecide(
  kind: DecisionKind,
  finding: FindingFacts,
  actor: { userId: string; role: Role },
): Reason | undefined {
  if (finding.isOut) return say('version_is_out', 'the version was sent: what the anchor was shown stays');
  return CHECKS[kind](finding, actor);
}

const weighsHeavily = ({ severity }: FindingFacts): boolean => severity === 'block' || severity === 'high';

/** Who brought a text in does not judge it, and what weighs heavily is compliance's. */
function whyNotJudge(finding: FindingFacts, actor: { userId: string; role: Role }): Reason | undefined {
  if (actor.role !== 'compliance')
    return say('needs_compliance', 'a finding of this weight is decided by compliance');
  if (finding.uploaderIds.includes(actor.userId))
    return say('own_upload', 'who brought the text in does not decide on it: another person does');
  return undefined;
}

const CHECKS: Record<
  DecisionKind,
  (finding: FindingFacts, actor: { userId: string; role: Role }) => Reason | undefined
> = {
  dismiss: (finding, actor) => {
    if (finding.state === 'dismissed') return say('already_dismissed', 'the finding is dismissed already');
    return weighsHeavily(finding) ? whyNotJudge(finding, actor) : undefined;
  },
  waive: (finding, actor) => {
    if (finding.severity === 'block')
      return say('block_is_not_waived', 'a finding that blocks is not waived: the text has to change');
    if (finding.severity !== 'high') return say('needs_no_waiver', 'only a high finding needs a waiver');
    if (finding.state !== 'open') return say('not_open', 'the finding is decided already');
    return whyNotJudge(finding, actor);
  },
  confirm: (finding) =>
    finding.toConfirm ? undefined : say('nothing_to_confirm', 'there is nothing to confirm about it'),
  restore: (finding, actor) => {
    if (finding.state === 'open') return say('not_decided', 'the finding is open');
    return weighsHeavily(finding) ? whyNotJudge(finding, actor) : undefined;
  },
};

/** The same finding in another reading of the same words: type, weight and sentence, whatever the spaces. */
export const fingerprintOf = (finding: { type: string; severity: Severity; quote: string }): string =>
  `${finding.type} ${finding.severity} ${finding.quote.replace(/\s+/g, '')}`;
