import { z } from '@hono/zod-openapi';
import { CASE_STAGES } from '../domain/inspection/case-life.ts';

const text = z.string();
const maybeText = text.nullable();
const number = z.int();
const maybeNumber = number.nullable();
const stage = z.enum(CASE_STAGES);
const outcome = z.enum(['substitution', 'deviation', 'cleared']);
const bearer = z.enum(['brand', 'supplier', 'agency', 'anchor']);
export const refusal = z.object({ code: text, message: text }).nullable();

const row = {
  id: number,
  no: text,
  productId: number,
  productName: text,
  brandId: maybeNumber,
  brandName: maybeText,
  title: text,
  reason: text,
  batch: maybeText,
  origin: z.enum(['inspection', 'hand', 'signal']),
  inspectionId: maybeNumber,
  signalKey: maybeText,
  stage,
  upheldDifferences: number,
  answerBy: maybeText,
  isOverdue: z.boolean().nullable(),
  nextDueOn: maybeText,
  outcome: outcome.nullable(),
  bearer: bearer.nullable(),
  heldFen: number,
  releasedFen: number,
  clawedBackFen: number,
  heldParties: number,
  heldLines: number,
  isHolding: z.boolean(),
  openedById: maybeText,
  openedByName: maybeText,
  openedAt: text,
  closedAt: maybeText,
  keepUntil: maybeText,
  rowVersion: number,
};
export const caseRow = z.object(row).openapi('Case');

const movement = z.object({
  kind: z.enum(['hold', 'release', 'clawback']),
  concernsMonth: text,
  month: text,
  amountFen: number,
  entryId: maybeNumber,
  at: text,
  isReceivable: z.boolean(),
});
const holdParty = z.object({
  partyId: number,
  partyName: text,
  partyKind: text,
  anchorId: maybeNumber,
  heldFen: number,
  releasedFen: number,
  clawedBackFen: number,
  months: z.array(movement),
});
const hold = z.object({
  id: number,
  scope: z.object({
    productId: number,
    paidFrom: text,
    paidTo: maybeText,
    platform: maybeText,
    streamId: maybeNumber,
    dealId: maybeNumber,
    anchorId: maybeNumber,
    streamTitle: maybeText,
    dealTitle: maybeText,
    anchorName: maybeText,
  }),
  reason: text,
  startedAt: text,
  startedByName: maybeText,
  endedAt: maybeText,
  endedByName: maybeText,
  endReason: maybeText,
  heldFen: number,
  releasedFen: number,
  clawedBackFen: number,
  lineCount: number,
  parties: z.array(holdParty),
});

const decision = z.object({
  outcome,
  bearer: bearer.nullable(),
  bearerAnchorId: maybeNumber,
  bearerAnchorName: maybeText,
  reason: text,
  anchorFaultEvidenceIds: z.array(number),
  decidedById: text,
  decidedByName: text,
  decidedAt: text,
});
const photoOutcome = z.enum(['no_difference', 'different', 'cannot_compare', 'retake']);
const evidence = z.object({
  id: number,
  kind: text,
  title: text,
  note: text,
  difference: maybeText,
  photoId: maybeNumber,
  inspectionId: maybeNumber,
  comparison: z
    .object({
      ...{ inspectionId: number, unitNo: number, face: text, outcome: photoOutcome, places: number },
      ...{ sealedPhotoId: number, photoId: number, engineVersion: text },
    })
    .nullable(),
  fileName: maybeText,
  mediaType: maybeText,
  sizeBytes: maybeNumber,
  lineCount: maybeNumber,
  sha256: text,
  addedByName: maybeText,
  addedAt: text,
});
const step = z.object({
  id: number,
  step: text,
  fromStage: stage,
  toStage: stage,
  reason: maybeText,
  details: z.record(text, z.unknown()),
  actorId: maybeText,
  actorName: maybeText,
  at: text,
});
const paper = z.object({
  id: number,
  kind: z.enum(['letter', 'claim']),
  no: text,
  sha256: text,
  contentSha256: text,
  answerBy: maybeText,
  createdByName: maybeText,
  createdAt: text,
});
const answer = z.object({
  kind: z.enum(['answer', 'silence']),
  text,
  accepts: z.boolean().nullable(),
  answeredOn: text,
  recordedByName: maybeText,
  recordedAt: text,
});
const remedy = z.object({
  id: number,
  kind: z.enum(['refund', 'replace', 'compensate', 'claim']),
  note: text,
  amountFen: maybeNumber,
  dueOn: maybeText,
  state: z.enum(['open', 'done', 'dropped']),
  stateNote: maybeText,
  stateByName: maybeText,
  stateAt: maybeText,
  createdByName: maybeText,
  createdAt: text,
});
const stopSale = z.object({
  since: text,
  liftedAt: maybeText,
  liftedByName: maybeText,
  liftReason: maybeText,
  dealLines: z.array(z.object({ dealId: number, dealTitle: text, dealLineId: number })),
  streamItems: z.array(z.object({ streamId: number, streamTitle: text, anchorName: text, startsAt: text })),
});

const refusals = z.object({
  addEvidence: refusal,
  notifyBrand: refusal,
  recordAnswer: refusal,
  recordSilence: refusal,
  decide: refusal,
  hold: refusal,
  release: refusal,
  clawBack: refusal,
  startRemedies: refusal,
  close: refusal,
  liftStopSale: refusal,
});

export const caseRecord = z
  .object({
    ...row,
    decision: decision.nullable(),
    evidence: z.array(evidence),
    steps: z.array(step),
    papers: z.array(paper),
    answer: answer.nullable(),
    remedies: z.array(remedy),
    holds: z.array(hold),
    stopSale: stopSale.nullable(),
    refusals,
  })
  .openapi('CaseRecord');

export const caseCounts = z
  .object({
    open: number,
    overdue: number,
    dueIn3Days: number,
    holding: number,
    heldFen: number,
    decidedNotClosed: number,
  })
  .openapi('CaseCounts');

export const holdPreview = z
  .object({
    lines: number,
    parties: z.array(z.object({ partyId: number, partyName: text, partyKind: text, amountFen: number })),
    totalFen: number,
    alreadyHeldFen: number,
    closedMonths: z.array(text),
  })
  .openapi('HoldPreview');

export const stopSaleRow = z
  .object({
    id: number,
    caseId: number,
    caseNo: text,
    productId: number,
    productName: text,
    since: text,
    liftedAt: maybeText,
  })
  .openapi('StopSale');

export const affectedLine = z
  .object({
    lineId: number,
    orderNo: text,
    lineNo: text,
    platform: text,
    anchorId: maybeNumber,
    anchorName: maybeText,
    streamTitle: maybeText,
    paidAt: maybeText,
    paidFen: number,
    refundedFen: number,
    settledMonth: maybeText,
    commissionFen: number,
    heldFen: number,
    state: z.enum(['held', 'released', 'clawed_back', 'mixed', 'not_settled', 'not_held']),
  })
  .openapi('CaseLine');

export const claimRecord = z
  .object({
    commissionFen: number,
    refundFen: number,
    compensation: z.object({
      law: text,
      article: text,
      times: number,
      floorFen: number,
      condition: text,
      isEstimate: z.literal(true),
      totalFen: number,
    }),
    withoutEstimateFen: number,
    totalFen: number,
    lines: number,
    orderCount: number,
    floorOrders: number,
  })
  .openapi('BrandClaim');

const isUsed = z.boolean();
export const evidenceSources = z
  .object({
    photos: z.array(
      z.object({
        ...{ photoId: number, face: text, sampleId: maybeNumber, sealNumber: maybeText },
        ...{ inspectionId: maybeNumber, unitNo: maybeNumber, isUsed },
      }),
    ),
    comparisons: z.array(
      z.object({
        ...{ id: number, inspectionId: number, unitNo: number, face: text, outcome: photoOutcome },
        ...{ places: number, upheld: number, sealedPhotoId: number, photoId: number, isUsed },
      }),
    ),
    inspections: z.array(
      z.object({
        ...{
          id: number,
          kind: z.enum(['lot', 'mystery']),
          no: maybeText,
          status: z.enum(['open', 'closed']),
        },
        ...{ verdict: maybeText, startedAt: text, upheld: number, isUsed },
      }),
    ),
  })
  .openapi('CaseEvidenceSources');
