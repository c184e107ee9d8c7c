import { z } from '@hono/zod-openapi';
import { CRITICALITIES } from '../domain/inspection/comparison.ts';
import { CATEGORIES } from '../domain/inspection/templates.ts';
import { STAGES } from '../domain/sampling/tables.ts';

const INT_MAX = 2_147_483_647;
const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.int().positive().max(INT_MAX);
const instant = z.iso.datetime({ offset: true });
const nullableText = z.string().nullable();
const platform = z.enum(['douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other']);
export const refusal = z.object({ code: z.string(), message: z.string() }).nullable();
export const words = z.object({ zh: z.string(), en: z.string() });
export const criticality = z.enum(CRITICALITIES);

const terms = {
  lotSize: z.number().max(INT_MAX),
  level: z.string().max(20),
  aqlMajor: z.string().max(20).openapi({ example: '1.0' }),
  aqlMinor: z.string().max(20),
};
export const planBody = z
  .object({ ...terms, stage: z.string().max(20).optional(), productId: id.optional() })
  .strict()
  .openapi('SamplingPlanTerms');

const plan = z
  .object({
    lotSize: z.int(),
    level: z.string(),
    aql: z.string(),
    stage: z.enum(STAGES),
    standard: z.string(),
    codeLetter: z.string(),
    planLetter: z.string(),
    arrow: z.enum(['direct', 'up', 'down']),
    sampleSize: z.int(),
    tableSampleSize: z.int(),
    isFullInspection: z.boolean(),
    acceptUpTo: z.int(),
    rejectFrom: z.int(),
    isSingleSource: z.boolean(),
  })
  .openapi('SamplingPlan');
export const planAnswer = z
  .object({
    major: plan,
    minor: plan,
    sampleSize: z.int(),
    stage: z.enum(STAGES),
    score: z.int(),
    isDiscontinued: z.boolean(),
  })
  .openapi('LotPlan');

const note = text(2000).nullish();
const lotCreate = z
  .object({
    kind: z.literal('lot'),
    productId: id,
    lotNo: text(60).nullish(),
    ...terms,
    isResubmitted: z.boolean().optional(),
    note,
  })
  .strict();
const mysteryCreate = z
  .object({
    kind: z.literal('mystery'),
    productId: id,
    orderNo: text(120),
    platform,
    boughtBy: text(60),
    boughtAt: instant,
    receivedAt: instant.nullish(),
    paidFen: z.int().min(0).nullish(),
    note,
  })
  .strict();
export const inspectionCreate = z
  .discriminatedUnion('kind', [lotCreate, mysteryCreate])
  .openapi('InspectionCreate');

export const custodyCreate = z
  .object({
    step: z.enum([
      ...['bought', 'delivered', 'received', 'opened', 'handed_over', 'stored', 'sent', 'sealed', 'other'],
    ] as const),
    at: instant,
    place: text(120),
    holder: text(60),
    note: text(2000).nullable().default(null),
    photoId: id.nullable().default(null),
  })
  .strict()
  .openapi('CustodyStep');

export const closeBody = z
  .object({ note: text(2000).optional(), rowVersion: z.int().positive() })
  .strict()
  .openapi('InspectionClose');
export const withdrawBody = z
  .object({ reason: text(2000) })
  .strict()
  .openapi('InspectionWithdraw');

const classCount = z.object({
  sampleSize: z.int(),
  acceptUpTo: z.int(),
  rejectFrom: z.int(),
  nonconforming: z.int(),
  verdict: z.string(),
});
export const verdict = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('lot'),
      verdict: z.enum(['accepted', 'rejected', 'open']),
      code: z.string(),
      criticalUnitNos: z.array(z.string()).readonly(),
      unitsToInspect: z.int(),
      rowsToDecide: z.int(),
      classes: z.object({ major: classCount, minor: classCount }),
    }),
    z.object({
      kind: z.literal('mystery'),
      verdict: z.enum(['open', 'differences_found', 'no_difference_found']),
      code: z.string(),
      differing: z.int(),
      inspected: z.int(),
      rowsToDecide: z.int(),
      bound: z
        .object({
          key: z.string(),
          values: z.record(z.string(), z.string()),
          zh: z.string(),
          en: z.string(),
          lowerShare: z.number(),
          upperShare: z.number(),
        })
        .nullable(),
    }),
  ])
  .openapi('InspectionVerdict');

export const inspection = {
  id: z.int(),
  kind: z.enum(['lot', 'mystery']),
  productId: z.int(),
  productName: z.string(),
  brandId: z.int().nullable(),
  brandName: nullableText,
  sampleId: z.int().openapi({ description: 'the sealed sample in force when it began' }),
  sealedSha256: z.string(),
  category: z.enum(CATEGORIES),
  status: z.enum(['open', 'closed', 'withdrawn']),
  lotNo: nullableText,
  lotSize: z.int().nullable(),
  level: nullableText,
  aqlMajor: nullableText,
  aqlMinor: nullableText,
  stage: z.enum(STAGES).nullable(),
  score: z.int().nullable().openapi({ description: 'switching score when it began' }),
  planMajor: plan.nullable(),
  planMinor: plan.nullable(),
  isSingleSource: z.boolean(),
  isResubmitted: z.boolean(),
  orderNo: nullableText,
  platform: nullableText,
  boughtBy: nullableText,
  boughtAt: nullableText,
  receivedAt: nullableText,
  paidFen: z.int().nullable(),
  note: nullableText,
  startedByName: nullableText,
  startedAt: z.string(),
  closedByName: nullableText,
  closedAt: nullableText,
  closingNote: nullableText,
  contentSha256: nullableText,
  unitCount: z.int(),
  openRows: z.int(),
  comparing: z.int().openapi({ description: 'photos that are still being compared' }),
  opensCase: z.boolean().openapi({ description: 'a critical difference is upheld' }),
  verdictNow: verdict,
  rowVersion: z.int(),
};
export const inspectionRow = z.object(inspection).openapi('Inspection');

export const custodyRow = z.object({
  id: z.int(),
  step: z.string(),
  at: z.string(),
  place: z.string(),
  holder: z.string(),
  note: nullableText,
  photoId: z.int().nullable(),
  recordedByName: nullableText,
  recordedAt: z.string(),
});

export const inspectionFilter = z
  .object({
    q: z.string().trim().max(120),
    kind: z.enum(['lot', 'mystery']),
    status: z.enum(['open', 'closed', 'withdrawn']),
    productId: z.int(),
    brandId: z.int(),
    verdict: z.enum(['accepted', 'rejected', 'differences_found', 'no_difference_found']),
    hasOpenRows: z.boolean(),
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export const historyFilter = z.object({ productId: z.int(), brandId: z.int().optional() }).strict();
const switchKind = z.enum(['reduce', 'back_to_normal', 'resume']);
export const switchCreate = z
  .object({
    productId: id,
    kind: switchKind,
    reason: text(2000),
    isProductionSteady: z.boolean().default(false),
  })
  .strict()
  .openapi('StageSwitch');

const after = { score: z.int(), nextStage: z.enum([...STAGES, 'discontinued']) };
export const history = z
  .object({
    brandId: z.int(),
    productId: z.int(),
    events: z.array(
      z.union([
        z.object({
          kind: z.literal('lot'),
          inspectionId: z.int(),
          lotNo: nullableText,
          closedAt: z.string(),
          inspectedOn: z.string(),
          stage: z.string(),
          isAccepted: z.boolean(),
          isResubmitted: z.boolean(),
          nonconforming: z.int(),
          sampleSize: z.int(),
          acceptUpTo: z.int(),
          ...after,
        }),
        z.object({
          kind: switchKind,
          at: z.string(),
          actorName: nullableText,
          reason: z.string(),
          isProductionSteady: z.boolean(),
          ...after,
        }),
      ]),
    ),
    now: z.object({
      stage: z.enum([...STAGES, 'discontinued']),
      score: z.int(),
      isDiscontinued: z.boolean(),
      refusals: z.object({ reduce: refusal, back_to_normal: refusal, resume: refusal }),
    }),
  })
  .openapi('InspectionHistory');

export type LotCreate = z.infer<typeof lotCreate>;
export type MysteryCreate = z.infer<typeof mysteryCreate>;
export type InspectionCreate = z.infer<typeof inspectionCreate>;
export type CustodyCreate = z.infer<typeof custodyCreate>;
export type SwitchCreate = z.infer<typeof switchCreate>;
