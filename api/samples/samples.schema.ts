import { z } from '@hono/zod-openapi';
import { SAMPLE_STAGES } from '../domain/inspection/sample-life.ts';

export const text = (max: number) => z.string().trim().min(1).max(max);
export const day = z.iso.date().refine((one) => one >= '2000' && one < '2100', 'a day of this century');
const id = z.int().positive().max(2_147_483_647);
const nullableText = z.string().nullable();
const stage = z.enum(SAMPLE_STAGES);
const sealState = z.enum(['none', 'waiting_witness', 'sealed', 'superseded']);
export const refusal = z.object({ code: z.string(), message: z.string() }).nullable();

const sample = {
  id: z.int(),
  productId: z.int(),
  productName: z.string(),
  brandId: z.int().nullable(),
  brandName: nullableText,
  anchorId: z.int().nullable().openapi({ description: "null: the agency's own" }),
  anchorName: nullableText,
  stage,
  pieces: z.int(),
  piecesReturned: z.int(),
  isLoan: z.boolean(),
  loanDays: z.int(),
  isValuable: z.boolean(),
  valueFen: z.int().nullable().optional().openapi({ description: 'not there for anchors' }),
  purpose: nullableText,
  carrier: nullableText,
  trackingNo: nullableText,
  requestedById: nullableText,
  requestedByName: nullableText,
  requestedOn: z.string(),
  receivedOn: nullableText,
  extensionDays: z.int(),
  dueOn: nullableText.openapi({ description: 'of a loan in hand' }),
  isOverdue: z.boolean(),
  sealState: sealState.optional().openapi({ description: 'not there for anchors' }),
  sealedById: nullableText.optional(),
  sealNumber: nullableText.optional(),
  rowVersion: z.int(),
  createdAt: z.string(),
};
export const sampleRow = z.object(sample).openapi('Sample');

export const sampleRecord = z
  .object({
    ...sample,
    steps: z.array(
      z.object({
        id: z.int(),
        step: z.string(),
        fromStage: nullableText,
        toStage: z.string(),
        pieces: z.int().nullable(),
        days: z.int().nullable(),
        note: nullableText,
        actorName: nullableText,
        at: z.string(),
      }),
    ),
    refusals: z
      .record(z.string(), refusal)
      .optional()
      .openapi({ description: 'why a step cannot be taken now; not there for anchors' }),
  })
  .openapi('SampleRecord');

export const sampleFilter = z
  .object({
    q: z.string().trim().max(120),
    anchorId: z.int(),
    productId: z.int(),
    brandId: z.int(),
    stage,
    sealState,
    isOverdue: z.boolean(),
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export const sampleCreate = z
  .object({
    productId: id,
    anchorId: id.nullish(),
    pieces: z.int().min(1).max(999),
    isLoan: z.boolean().optional(),
    loanDays: z.int().min(1).max(365).optional(),
    isValuable: z.boolean().optional(),
    valueFen: z.int().min(0).nullish(),
    purpose: text(500).nullish(),
    requestedOn: day.optional().openapi({
      description: "written down later: the office's, today at the latest; today unless said otherwise",
    }),
  })
  .strict()
  .openapi('SampleRequest');

export const previewBody = z.object({ productId: id, anchorId: id.optional() }).strict();
export const requestPreview = z.object({
  refusal,
  open: z.int(),
  quota: z.int(),
  overdue: z.int(),
});

export const offeredProduct = z
  .object({ id: z.int(), name: z.string(), spec: nullableText, brandName: nullableText })
  .openapi('OfferedProduct');
export const offeredFilter = z
  .object({ q: z.string().trim().max(120), id: z.array(z.int()).min(1).max(200) })
  .partial()
  .strict();

const note = text(2000);
export const maybeNote = z.object({ note: note.optional() }).strict();
export const withNote = z.object({ note }).strict();
export const sendBody = z.object({ carrier: text(60), trackingNo: text(60), note: note.optional() }).strict();
export const receiveBody = z.object({ receivedOn: day.optional(), note: note.optional() }).strict();
export const extendBody = z.object({ days: z.int().min(1).max(365), note: note.optional() }).strict();
export const returnBody = z.object({ pieces: z.int().min(1).max(999), note: note.optional() }).strict();

const limits = {
  quota: z.int().min(1).max(100).nullable(),
  loanDays: z.int().min(1).max(365).nullable(),
};
export const settingsBody = z.object(limits).strict().openapi('SampleSettingsEdit');
export const settingsRecord = z
  .object({ ...limits, houseQuota: z.int(), houseLoanDays: z.int() })
  .openapi('SampleSettings');

export type SampleCreate = z.infer<typeof sampleCreate>;
