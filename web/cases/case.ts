import type { Reason } from '../../api/domain/error.ts';
import { type MoveKind, whyNotMoveHeld } from '../../api/domain/hold/hold-rules.ts';
import type { Bearer, CaseFacts, CaseOutcome, CaseStage } from '../../api/domain/inspection/case-life.ts';
import { today } from '../fields/day.ts';
import type { Tone } from '../fields/StatusChip.tsx';

export interface CaseRow {
  id: number;
  no: string;
  productId: number;
  productName: string;
  brandId: number | null;
  brandName: string | null;
  title: string;
  reason: string;
  batch: string | null;
  origin: 'inspection' | 'hand' | 'signal';
  inspectionId: number | null;
  signalKey: string | null;
  stage: CaseStage;
  upheldDifferences: number;
  answerBy: string | null;
  isOverdue: boolean | null;
  nextDueOn: string | null;
  outcome: CaseOutcome | null;
  bearer: Bearer | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  heldParties: number;
  heldLines: number;
  isHolding: boolean;
  openedByName: string | null;
  openedAt: string;
  closedAt: string | null;
  keepUntil: string | null;
  rowVersion: number;
}

export interface CaseCounts {
  open: number;
  overdue: number;
  dueIn3Days: number;
  holding: number;
  heldFen: number;
  decidedNotClosed: number;
}

export interface EvidenceComparison {
  inspectionId: number;
  unitNo: number;
  face: string;
  outcome: 'no_difference' | 'different' | 'cannot_compare' | 'retake';
  places: number;
  sealedPhotoId: number;
  photoId: number;
  engineVersion: string;
}

export interface Evidence {
  id: number;
  kind: string;
  title: string;
  note: string;
  difference: string | null;
  photoId: number | null;
  inspectionId: number | null;
  comparison: EvidenceComparison | null;
  fileName: string | null;
  sizeBytes: number | null;
  lineCount: number | null;
  sha256: string;
  addedByName: string | null;
  addedAt: string;
}

export interface CaseStepTaken {
  id: number;
  step: string;
  fromStage: CaseStage;
  toStage: CaseStage;
  reason: string | null;
  actorName: string | null;
  at: string;
}

export interface Paper {
  id: number;
  kind: 'letter' | 'claim';
  no: string;
  sha256: string;
  answerBy: string | null;
  createdByName: string | null;
  createdAt: string;
}

export interface Remedy {
  id: number;
  kind: 'refund' | 'replace' | 'compensate' | 'claim';
  note: string;
  amountFen: number | null;
  dueOn: string | null;
  state: 'open' | 'done' | 'dropped';
  stateNote: string | null;
  stateByName: string | null;
  stateAt: string | null;
}

export interface Movement {
  concernsMonth: string;
  month: string;
  kind: 'hold' | MoveKind;
  amountFen: number;
  entryId: number | null;
  at: string;
  isReceivable: boolean;
}

export interface HoldParty {
  partyId: number;
  partyName: string;
  partyKind: string;
  anchorId: number | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  months: Movement[];
}

/** What a hold takes, beside the goods of its case. */
export interface HoldWindow {
  paidFrom: string;
  paidTo: string | null;
  platform: string | null;
  streamId: number | null;
  dealId: number | null;
  anchorId: number | null;
}

export interface Hold {
  id: number;
  scope: HoldWindow & { streamTitle: string | null; dealTitle: string | null; anchorName: string | null };
  reason: string;
  startedAt: string;
  startedByName: string | null;
  endedAt: string | null;
  endedByName: string | null;
  endReason: string | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  lineCount: number;
  parties: HoldParty[];
}

export interface HoldPreview {
  lines: number;
  parties: { partyId: number; partyName: string; partyKind: string; amountFen: number }[];
  totalFen: number;
  alreadyHeldFen: number;
  closedMonths: string[];
}

export interface StopSale {
  since: string;
  liftedAt: string | null;
  liftedByName: string | null;
  liftReason: string | null;
  dealLines: { dealId: number; dealTitle: string; dealLineId: number }[];
  streamItems: { streamId: number; streamTitle: string; anchorName: string; startsAt: string }[];
}

export interface CaseDecisionTaken {
  outcome: CaseOutcome;
  bearer: Bearer | null;
  bearerAnchorId: number | null;
  bearerAnchorName: string | null;
  reason: string;
  anchorFaultEvidenceIds: number[];
  decidedById: string;
  decidedByName: string;
  decidedAt: string;
}

export const REFUSABLE = [
  ...(['addEvidence', 'notifyBrand', 'recordAnswer', 'recordSilence', 'decide'] as const),
  ...(['hold', 'release', 'clawBack', 'startRemedies', 'close', 'liftStopSale'] as const),
] as const;
export type Refusable = (typeof REFUSABLE)[number];
/** What a button of the case page asks for. */
export type CaseVerb = Refusable | 'addFile' | 'planRemedy';

export interface CaseRecord extends CaseRow {
  decision: CaseDecisionTaken | null;
  evidence: Evidence[];
  steps: CaseStepTaken[];
  papers: Paper[];
  answer: {
    kind: 'answer' | 'silence';
    text: string;
    accepts: boolean | null;
    answeredOn: string;
    recordedByName: string | null;
    recordedAt: string;
  } | null;
  remedies: Remedy[];
  holds: Hold[];
  stopSale: StopSale | null;
  refusals: Record<Refusable, Reason | null>;
}

export interface CaseLine {
  lineId: number;
  orderNo: string;
  lineNo: string;
  platform: string;
  anchorId: number | null;
  anchorName: string | null;
  streamTitle: string | null;
  paidAt: string | null;
  paidFen: number;
  refundedFen: number;
  settledMonth: string | null;
  commissionFen: number;
  heldFen: number;
  state: LineState;
}

export const LINE_STATES = ['held', 'released', 'clawed_back', 'mixed', 'not_settled', 'not_held'] as const;
export type LineState = (typeof LINE_STATES)[number];
export const LINE_TONES: Record<LineState, Tone> = {
  held: 'wait',
  released: 'good',
  clawed_back: 'bad',
  mixed: 'info',
  not_settled: 'off',
  not_held: 'off',
};

/** The one thing to do next: `finishRemedy` and `endHold` are done further down the page. */
export function nextVerbOf(one: CaseRecord): CaseVerb | 'finishRemedy' | 'endHold' | null {
  const { stage, heldFen, remedies, decision, isHolding } = one;
  if (stage === 'open') return 'addEvidence';
  if (stage === 'evidence') return 'notifyBrand';
  if (stage === 'brand_notified')
    return one.answerBy !== null && one.answerBy < today() ? 'recordSilence' : 'recordAnswer';
  if (stage === 'answered') return 'decide';
  if (stage === 'closed') return null;
  if (heldFen !== 0) return 'release';
  if (isHolding) return 'endHold';
  if (stage === 'decided')
    return decision?.outcome === 'substitution' && remedies.length === 0 ? 'planRemedy' : 'startRemedies';
  return remedies.some(({ state }) => state === 'open') ? 'finishRemedy' : 'close';
}

/** What the rules of a case are asked with. */
export const factsOf = (one: CaseRecord): CaseFacts => ({
  stage: one.stage,
  evidenceIds: one.evidence.map(({ id }) => id),
  upheldDifferences: one.upheldDifferences,
  answerBy: one.answerBy,
  today: today(),
  decision: one.decision,
  remediesPlanned: one.remedies.filter(({ state }) => state !== 'dropped').length,
  remediesOpen: one.remedies.filter(({ state }) => state === 'open').length,
  heldFen: one.heldFen,
  isStillHolding: one.isHolding,
});

/** Each party once, summed over the holds of the case; who has nothing held is left out. */
export function heldPartiesOf(holds: readonly Hold[]): HoldParty[] {
  const byParty = new Map<number, HoldParty>();
  for (const party of holds.flatMap(({ parties }) => parties)) {
    const before = byParty.get(party.partyId);
    byParty.set(party.partyId, {
      ...party,
      heldFen: party.heldFen + (before?.heldFen ?? 0),
      months: [...(before?.months ?? []), ...party.months],
    });
  }
  return [...byParty.values()].filter(({ heldFen }) => heldFen !== 0);
}

/** Why this party's held money cannot be moved so by this person. */
export function whyNotMove(
  one: Pick<CaseRecord, 'decision'>,
  move: MoveKind,
  party: HoldParty,
  userId: string,
): Reason | undefined {
  const { decision } = one;
  const verdict = decision && { ...decision, decidedBy: decision.decidedById };
  return whyNotMoveHeld(move, verdict, { kind: party.partyKind, anchorId: party.anchorId }, userId);
}

/** Whether the decision lays it on this party: anybody of compliance but who decided could take its money. */
export const bearsIt = (one: Pick<CaseRecord, 'decision'>, party: HoldParty): boolean =>
  whyNotMove(one, 'clawback', party, 'somebody else of compliance') === undefined;
