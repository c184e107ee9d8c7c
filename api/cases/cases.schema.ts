import { z } from '@hono/zod-openapi';
import { CASE_STAGES } from '../domain/inspection/case-life.ts';
import { PLATFORMS } from '../domain/platform.ts';

export const day = z.iso.date().refine((text) => text >= '2000' && text < '2100', 'a day of this century');
const id = z.int().positive().max(2_147_483_647);
const instant = z.iso.datetime({ offset: true });
const words = (most: number) => z.string().trim().min(1).max(most);

const window = {
  paidFrom: instant,
  paidTo: instant.nullable().default(null),
  platform: z.enum(PLATFORMS).nullable().default(null),
  streamId: id.nullable().default(null),
  dealId: id.nullable().default(null),
  anchorId: id.nullable().default(null),
};
export const windowBody = z.object(window).strict().openapi('HoldWindow');
export const holdCreate = z
  .object({ ...window, reason: words(2000) })
  .strict()
  .openapi('HoldCreate');

const byHand = z
  .object({
    productId: id,
    title: words(120),
    reason: words(2000),
    batch: words(60).nullable().optional(),
    hold: windowBody.nullable(),
    evidence: z
      .array(
        z.object({ kind: z.literal('note'), title: words(200), note: z.string().trim().max(4000) }).strict(),
      )
      .max(20)
      .optional(),
  })
  .strict();
export type CaseByHand = z.infer<typeof byHand>;

/** By hand with everything it needs, or of an inspection, which says everything itself. */
export const caseCreate = byHand
  .partial()
  .extend({
    inspectionId: id
      .nullable()
      .optional()
      .openapi({ description: 'of this inspection: nothing else is said' }),
  })
  .superRefine(({ inspectionId, ...said }, ctx) => {
    const isOfInspection = inspectionId !== undefined && inspectionId !== null;
    const wrong = isOfInspection
      ? Object.keys(said).map((name) => [
          name,
          'the inspection says it: leave it out, or open a case by hand',
        ])
      : (['productId', 'title', 'reason', 'hold'] as const)
          .filter((name) => said[name] === undefined)
          .map((name) => [name, 'a case that is opened by hand needs it']);
    for (const [name, message] of wrong) ctx.addIssue({ code: 'custom', path: [name!], message: message! });
  })
  .openapi('CaseCreate');
export type CaseCreate = z.infer<typeof caseCreate>;

export const caseEdit = z
  .object({ title: words(120), batch: words(60).nullable(), rowVersion: z.int().positive() })
  .strict()
  .openapi('CaseEdit');
export type CaseEdit = z.infer<typeof caseEdit>;

export const evidenceCreate = z
  .object({
    kind: z.enum(['note', 'photo', 'inspection', 'comparison', 'order_lines']),
    title: words(200),
    note: z.string().trim().max(4000).default(''),
    difference: words(400)
      .nullable()
      .default(null)
      .openapi({ description: 'what differs; compliance alone' }),
    photoId: id.nullable().default(null),
    inspectionId: id.nullable().default(null),
    photoComparisonId: id.nullable().default(null),
    lineIds: z.array(z.int().positive()).max(500).default([]),
  })
  .strict()
  .refine((e) => e.kind !== 'note' || e.note !== '', { path: ['note'], message: 'write the note' })
  .refine((e) => (e.kind === 'photo') === (e.photoId !== null), {
    path: ['photoId'],
    message: 'of a photo, and only then',
  })
  .refine((e) => (e.kind === 'inspection') === (e.inspectionId !== null), {
    path: ['inspectionId'],
    message: 'of an inspection, and only then',
  })
  .refine((e) => (e.kind === 'comparison') === (e.photoComparisonId !== null), {
    path: ['photoComparisonId'],
    message: 'of a comparison, and only then',
  })
  .refine((e) => (e.kind === 'order_lines') === e.lineIds.length > 0, {
    path: ['lineIds'],
    message: 'of order lines, and only then',
  })
  .openapi('CaseEvidenceCreate');
export type EvidenceCreate = z.infer<typeof evidenceCreate>;

export const lang = z.enum(['zh', 'en']);
export const notifyBody = z
  .object({ answerBy: day, demands: z.string().trim().max(2000).default(''), lang: lang.default('zh') })
  .strict()
  .openapi('CaseNotify');
export type NotifyBody = z.infer<typeof notifyBody>;

export const answerBody = z
  .object({ text: words(8000), answeredOn: day, accepts: z.boolean().nullable().default(null) })
  .strict()
  .openapi('CaseAnswer');
export type AnswerBody = z.infer<typeof answerBody>;

export const decideBody = z
  .object({
    outcome: z.enum(['substitution', 'deviation', 'cleared']),
    bearer: z.enum(['brand', 'supplier', 'agency', 'anchor']).nullable(),
    bearerAnchorId: id.nullable().default(null),
    reason: words(4000),
    anchorFaultEvidenceIds: z.array(id).max(100).default([]),
  })
  .strict()
  .openapi('CaseDecide');
export type DecideBody = z.infer<typeof decideBody>;

export const reasonBody = z
  .object({ reason: words(2000) })
  .strict()
  .openapi('CaseReason');
export const noteBody = z
  .object({ note: z.string().trim().max(2000).default('') })
  .strict()
  .openapi('CaseNote');
export const noteNeeded = z
  .object({ note: words(2000) })
  .strict()
  .openapi('CaseNoteNeeded');
export const releaseBody = z
  .object({
    partyIds: z.array(id).min(1).max(500).nullable(),
    reason: words(2000),
    endHolds: z.boolean().default(false),
  })
  .strict()
  .openapi('CaseRelease');
export const clawBackBody = z
  .object({ partyIds: z.array(id).min(1).max(500), reason: words(2000) })
  .strict()
  .openapi('CaseClawBack');
export const remedyCreate = z
  .object({
    kind: z.enum(['refund', 'replace', 'compensate', 'claim']),
    note: words(2000),
    amountFen: z.int().positive().nullable().default(null),
    dueOn: day.nullable().default(null),
  })
  .strict()
  .openapi('CaseRemedyCreate');
export type RemedyCreate = z.infer<typeof remedyCreate>;
export const ground = z.enum(['fraud', 'unsafe_food']);
export const claimBody = z
  .object({ ground, lang: lang.default('zh') })
  .strict()
  .openapi('CaseClaimCreate');

const ids = z.array(id).max(200);
export const caseFilter = z
  .object({
    q: z.string().min(1).max(100).optional(),
    stage: z.enum(CASE_STAGES).optional(),
    stages: z.array(z.enum(CASE_STAGES)).max(7).optional(),
    productId: id.optional(),
    brandId: id.optional(),
    origin: z.enum(['inspection', 'hand', 'signal']).optional(),
    isOpen: z.boolean().optional(),
    isOverdue: z.boolean().optional(),
    dueWithinDays: z.int().min(0).max(366).optional(),
    isHolding: z.boolean().optional(),
    id: ids.optional(),
  })
  .strict();
export const stopSaleFilter = z.object({ productId: id.optional(), isOpen: z.boolean().optional() }).strict();
export const lineFilter = z
  .object({
    q: z.string().min(1).max(120).optional(),
    state: z.enum(['held', 'released', 'clawed_back', 'mixed', 'not_settled', 'not_held']).optional(),
  })
  .strict();
