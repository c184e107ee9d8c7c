import { z } from '@hono/zod-openapi';

const id = z.int().positive();
const ids = z.array(z.int()).max(200);
const text = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date().refine((given) => given >= '2000', 'a day since 2000');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month like 2026-05');
const amount = z.int().positive().max(100_000_000_000);
const name = z.string().nullable();
const reason = z.object({ code: z.string(), message: z.string() }).nullable();

export const feeFilter = z.strictObject({
  dealId: id.optional(),
  streamId: id.optional(),
  anchorId: id.optional(),
  kind: z.enum(['slot_fee', 'service_fee']).optional(),
  month: month.optional(),
  id: ids.optional(),
  q: z.string().optional(),
});
export const feeCreate = z
  .strictObject({
    dealLineId: id,
    kind: z.enum(['slot_fee', 'service_fee']),
    streamId: id.nullable(),
    amountFen: amount,
    receivedOn: day,
    reference: text(120),
  })
  .openapi('DealFeeCreate');
export const feeReverse = z.strictObject({ receivedOn: day, reference: text(120) });
export const feeRecord = z
  .object({
    id: z.int(),
    dealLineId: z.int(),
    dealId: z.int(),
    dealTitle: z.string(),
    productId: z.int(),
    productName: z.string(),
    kind: z.enum(['slot_fee', 'service_fee']),
    streamId: z.int().nullable(),
    streamTitle: name,
    anchorId: z.int().nullable(),
    anchorName: name,
    amountFen: z.int(),
    receivedOn: z.string(),
    reference: z.string(),
    reversesId: z.int().nullable(),
    isReversed: z.boolean(),
    isShared: z.boolean(),
    recordedByName: name,
    recordedAt: z.string(),
  })
  .openapi('DealFee');

export const recoupFilter = z.strictObject({
  anchorId: id.optional(),
  isApproved: z.boolean().optional(),
  isOpen: z.boolean().optional(),
  id: ids.optional(),
  q: z.string().optional(),
});
export const recoupCreate = z
  .strictObject({ componentId: id, name: text(120), day, amountFen: amount, evidence: text(500) })
  .openapi('RecoupItemCreate');
export const recoupRecord = z
  .object({
    id: z.int(),
    componentId: z.int(),
    clause: z.string(),
    of: z.enum(['advance', 'training', 'traffic']),
    anchorId: z.int(),
    anchorName: z.string(),
    name: z.string(),
    day: z.string(),
    amountFen: z.int(),
    recoupedFen: z.int(),
    balanceFen: z.int(),
    evidence: z.string(),
    requestedBy: z.string(),
    requestedByName: name,
    requestedAt: z.string(),
    approvedBy: name,
    approvedByName: name,
    approvedAt: name,
    refusal: z.object({ approve: reason }),
  })
  .openapi('RecoupItem');

export const fineFilter = z.strictObject({
  anchorId: id.optional(),
  state: z.enum(['proposed', 'notified', 'objected', 'decided', 'taken', 'lapsed']).optional(),
  id: ids.optional(),
  q: z.string().optional(),
});
export const fineCreate = z
  .strictObject({ componentId: id, day, amountFen: amount, what: text(500), evidence: text(500) })
  .openapi('PayFineCreate');
export const fineObjection = z.strictObject({ text: text(2000) });
export const fineDecision = z.strictObject({ outcome: z.enum(['upheld', 'rejected']), reason: text(2000) });
export const fineRecord = z
  .object({
    id: z.int(),
    componentId: z.int(),
    clause: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    day: z.string(),
    amountFen: z.int(),
    what: z.string(),
    evidence: z.string(),
    state: z.enum(['proposed', 'notified', 'objected', 'decided', 'taken', 'lapsed']),
    proposedByName: name,
    proposedAt: z.string(),
    notifiedOn: name,
    objectUntil: name,
    objection: z.enum(['none', 'open', 'upheld', 'rejected']),
    objectionText: name,
    objectedAt: name,
    decidedByName: name,
    decidedAt: name,
    decisionReason: name,
    takenFen: z.int(),
    lapsedMonth: name.openapi({ description: 'a month that had no room for it; it is not carried on' }),
    refusal: z.object({ notify: reason, object: reason, decide: reason }),
  })
  .openapi('PayFine');

export const adjustmentFilter = z.strictObject({
  anchorId: id.optional(),
  concernsMonth: month.optional(),
  state: z.enum(['prepared', 'approved', 'declined', 'posted']).optional(),
  id: ids.optional(),
  q: z.string().optional(),
});
export const adjustmentCreate = z
  .strictObject({
    anchorId: id,
    concernsMonth: month,
    amountFen: z
      .int()
      .min(-100_000_000_000)
      .max(100_000_000_000)
      .refine((given) => given !== 0, 'an adjustment of nothing changes nothing'),
    reason: text(1000),
    evidence: text(500),
  })
  .openapi('PayAdjustmentCreate');
export const adjustmentDecline = z.strictObject({ reason: text(1000) });
export const adjustmentRecord = z
  .object({
    id: z.int(),
    anchorId: z.int(),
    anchorName: z.string(),
    concernsMonth: z.string(),
    amountFen: z.int(),
    reason: z.string(),
    evidence: z.string(),
    state: z.enum(['prepared', 'approved', 'declined', 'posted']),
    preparedBy: z.string(),
    preparedByName: name,
    preparedAt: z.string(),
    approvedByName: name,
    approvedAt: name,
    declinedByName: name,
    declinedAt: name,
    declineReason: name,
    postedMonth: name,
    refusal: z.object({ approve: reason, decline: reason }),
  })
  .openapi('PayAdjustment');
