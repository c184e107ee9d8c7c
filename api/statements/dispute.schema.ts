import { z } from '@hono/zod-openapi';
import { DISPUTE_STATES } from '../domain/dispute.ts';
import { month } from '../http/settlement-shapes.ts';

const id = z.int().positive().max(2_147_483_647);
const bigId = z.int().positive();
const text = z.string().trim().min(1, 'say something').max(4000);
const reason = z.string().trim().min(1, 'say why').max(2000);

export const disputeInput = z
  .union([
    z.strictObject({ lineId: bigId, seq: z.int().min(0).max(32_767), body: text }),
    z.strictObject({ payEntryId: bigId, body: text }),
  ])
  .openapi('DisputeInput');
export const answerInput = z.strictObject({ body: text });
export const reasonInput = z.strictObject({ reason });
export const upholdInput = z.strictObject({
  adjustmentFen: z
    .int()
    .min(-9_000_000_000_000)
    .max(9_000_000_000_000)
    .refine((fen) => fen !== 0, 'an adjustment of nothing is none'),
  reason,
});

const person = { byName: z.string(), at: z.string() };

export const disputeRecord = z
  .object({
    id: z.int(),
    statementId: z.int(),
    statementNo: z.string(),
    month: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    kind: z.enum(['line', 'entry']),
    lineId: z.int().nullable(),
    seq: z.int().nullable(),
    payEntryId: z.int().nullable(),
    label: z.string(),
    amountFen: z.int(),
    heldFen: z.int(),
    body: z.string(),
    raisedBy: z.string(),
    raisedByName: z.string(),
    raisedAt: z.string(),
    state: z.enum(DISPUTE_STATES),
    proposal: z
      .object({
        id: z.int(),
        adjustmentFen: z.int(),
        reason: z.string(),
        proposedBy: z.string(),
        proposedByName: z.string(),
        proposedAt: z.string(),
      })
      .nullable(),
    outcome: z
      .object({
        outcome: z.enum(['upheld', 'rejected', 'withdrawn']),
        adjustmentFen: z.int().nullable(),
        reason: z.string(),
        proposedByName: z.string(),
        decidedByName: z.string(),
        decidedAt: z.string(),
        payEntryId: z.int().nullable(),
        postedMonth: z.string().nullable(),
      })
      .nullable(),
    answerCount: z.int(),
    fileCount: z.int(),
  })
  .openapi('Dispute');

export const disputeWhole = disputeRecord
  .extend({
    answers: z.array(
      z.object({ id: z.int(), side: z.enum(['anchor', 'agency']), body: z.string(), ...person }),
    ),
    files: z.array(
      z.object({ id: z.int(), name: z.string(), sizeBytes: z.int(), sha256: z.string(), ...person }),
    ),
    declined: z.array(z.object({ reason: z.string(), ...person })),
  })
  .openapi('DisputeWhole');

export const disputeFilter = z
  .object({
    statementId: id,
    anchorId: id,
    month,
    state: z.enum(DISPUTE_STATES),
    q: z.string().max(80),
    id: z.array(id).min(1).max(200),
  })
  .partial()
  .strict();
