import { z } from '@hono/zod-openapi';
import { criticality, custodyRow, inspection, refusal, verdict, words } from './inspections.schema.ts';

const INT_MAX = 2_147_483_647;
const text = (max: number) => z.string().trim().min(1).max(max);
const nullableText = z.string().nullable();
const day = z.iso.date().refine((one) => one >= '2000' && one < '2100', 'a day of this century');
const attributes = z.record(
  z.string().regex(/^[a-zA-Z]{1,40}$/, 'the name of an attribute'),
  z.string().trim().max(4000),
);

export const unitPhoto = z
  .object({ face: text(40), photoId: z.int().positive().max(INT_MAX) })
  .strict()
  .openapi('UnitPhotoCreate');

const values = {
  batch: text(60).nullable().default(null),
  attributes,
  barcode: z
    .string()
    .regex(/^\d{8,14}$/, '8 to 14 digits')
    .nullable()
    .default(null)
    .openapi({ description: 'as typed; null: what the photos show' }),
  note: text(2000).nullable().default(null),
};
export const unitCreate = z
  .object({
    ...values,
    photos: z.array(unitPhoto).max(20).default([]),
    inspectedOn: day.optional().openapi({
      description: 'written down later: from the sealing of its sample to today; today unless said otherwise',
    }),
  })
  .strict()
  .openapi('UnitCreate');
export const unitEdit = z
  .object({ ...values, rowVersion: z.int().positive() })
  .strict()
  .openapi('UnitEdit');

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const parts = z
  .array(
    z.object({
      change: z.enum(['added', 'removed', 'moved_up', 'moved_down']),
      part: z.string(),
      sealedPlace: z.int().nullable(),
      shippedPlace: z.int().nullable(),
    }),
  )
  .readonly();
const saidValues = z.record(z.string(), z.string());

export const differenceRecord = z
  .object({
    id: z.int(),
    unitId: z.int(),
    unitNo: z.int(),
    inspectionId: z.int(),
    origin: z.enum(['attribute', 'barcode', 'photo']),
    attribute: nullableText,
    face: nullableText,
    outcome: z.enum(['different', 'cannot_compare']),
    code: z.string(),
    values: saidValues,
    parts: parts.nullable(),
    words,
    box: box.nullable().openapi({ description: 'on the sealed photo, in its upright pixels' }),
    sealed: nullableText,
    shipped: nullableText,
    criticality: criticality.nullable().openapi({ description: "the rule's; null for a place in a photo" }),
    state: z.enum(['open', 'upheld', 'dismissed', 'replaced']),
    decidedCriticality: criticality.nullable(),
    decisions: z.array(
      z.object({
        id: z.int(),
        kind: z.enum(['uphold', 'dismiss', 'reopen']),
        criticality: criticality.nullable(),
        reason: z.string(),
        decidedByName: nullableText,
        decidedAt: z.string(),
      }),
    ),
  })
  .openapi('InspectionDifference');

const photoComparison = z.object({
  id: z.int(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  outcome: z.enum(['no_difference', 'different', 'cannot_compare', 'retake']).nullable(),
  boxes: z.array(box.extend({ kind: z.string() })),
  reason: nullableText,
  score: z.number().nullable(),
  sharpness: z.number().nullable(),
  inliers: z.int().nullable(),
  homography: z.array(z.number()).length(9).nullable().openapi({
    description: "from the sealed photo's upright pixels to this one's, row by row; null: not found",
  }),
  thresholds: z.record(z.string(), z.unknown()).nullable(),
  engineVersion: nullableText,
  tookMs: z.int().nullable(),
  failureCode: nullableText,
  sealedPhotoId: z.int(),
  sealedFaceId: z.int(),
  finishedAt: nullableText,
});

export const unitRecord = z
  .object({
    id: z.int(),
    inspectionId: z.int(),
    unitNo: z.int(),
    batch: nullableText,
    attributes,
    barcode: nullableText,
    barcodeSource: z.enum(['photo', 'typed']).nullable(),
    note: nullableText,
    inspectedOn: z.string(),
    recordedById: nullableText,
    recordedByName: nullableText,
    recordedAt: z.string(),
    rowVersion: z.int(),
    rows: z.array(
      z.object({
        attribute: z.string(),
        criticality,
        outcome: z.enum(['different', 'cannot_compare', 'within_tolerance', 'same_meaning', 'same']),
        code: z.string(),
        values: saidValues,
        parts: parts.optional(),
        raisedTo: criticality.optional(),
        sealed: nullableText,
        shipped: nullableText,
        words,
      }),
    ),
    missing: z.object({ barcode: z.boolean(), faces: z.array(z.string()) }),
    photos: z.array(
      z.object({
        id: z.int(),
        face: z.string(),
        photoId: z.int(),
        photoSha256: z.string(),
        width: z.int(),
        height: z.int(),
        isLatest: z.boolean(),
        addedByName: nullableText,
        addedAt: z.string(),
        comparison: photoComparison.nullable(),
      }),
    ),
    differences: z.array(differenceRecord),
  })
  .openapi('InspectionUnit');

export const inspectionRecord = z
  .object({
    ...inspection,
    units: z.array(unitRecord),
    custody: z.array(custodyRow),
    refusals: z.object({ close: refusal, withdraw: refusal, addUnit: refusal }),
  })
  .openapi('InspectionRecord');

export const decisionBody = z
  .object({ reason: text(2000) })
  .strict()
  .openapi('DifferenceDecision');
export const upholdBody = z
  .object({ reason: text(2000), criticality: criticality.optional() })
  .strict()
  .openapi('DifferenceUphold');
export const decided = z
  .object({
    difference: differenceRecord,
    inspection: z.object({ id: z.int(), verdict }),
    opensCase: z.boolean(),
    caseId: z.int().nullable().openapi({ description: 'the case the critical difference opened' }),
  })
  .openapi('DecidedDifference');

export type UnitCreate = z.infer<typeof unitCreate>;
export type UnitEdit = z.infer<typeof unitEdit>;
export type UnitPhoto = z.infer<typeof unitPhoto>;
