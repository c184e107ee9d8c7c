import { z } from '@hono/zod-openapi';
import { findingCounts } from './versions.schema.ts';

const severity = z.enum(['block', 'high', 'medium', 'low']);
const state = z.enum(['open', 'waived', 'dismissed']);
const nullableText = z.string().nullable();
const decisionKind = z.enum(['dismiss', 'restore', 'confirm', 'waive']);
const bilingual = z.object({ zh: z.string(), en: z.string() }).openapi('Bilingual');
const reason = z.string().trim().min(1).max(2000);

export const finding = z
  .object({
    id: z.int(),
    versionId: z.int(),
    reviewId: z.int(),
    contractId: z.int(),
    contractNo: z.string(),
    anchorName: z.string(),
    versionNo: z.int(),
    type: z.string(),
    severity,
    state,
    toConfirm: z.boolean().openapi({ description: 'of recognised text: a person looks at it first' }),
    origin: z.enum(['reader', 'hand', 'terms']),
    clauseNo: nullableText,
    start: z.int().openapi({ description: 'UTF-16 offset into the text of the review' }),
    end: z.int(),
    quote: z.string(),
    bases: z.array(z.object({ law: z.string(), article: z.string(), point: z.string() })),
    name: bilingual,
    advice: bilingual,
    reason: bilingual,
    suggestion: bilingual,
    questions: z.array(bilingual),
    negotiability: z.enum(['must', 'should', 'tradable']),
    addedByName: nullableText,
    decision: z
      .object({ kind: decisionKind, reason: nullableText, byName: nullableText, at: z.string() })
      .nullable(),
  })
  .openapi('ContractFinding');

export const fullFinding = finding
  .extend({
    decisions: z.array(
      z.object({
        id: z.int(),
        kind: decisionKind,
        reason: nullableText,
        decidedById: nullableText,
        decidedByName: nullableText,
        decidedAt: z.string(),
        isCarried: z.boolean(),
      }),
    ),
  })
  .openapi('ContractFindingHistory');

export const findingFilter = z
  .object({
    q: z.string().trim().max(120),
    contractId: z.int(),
    versionId: z.int(),
    severity,
    state,
    type: z.string().max(60),
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export const findingCreate = z
  .object({
    type: z.string().trim().min(1).max(60),
    severity,
    start: z.int().min(0),
    end: z.int().min(1),
    reason,
    suggestion: z.string().trim().min(1).max(4000),
  })
  .strict()
  .openapi('ContractFindingCreate');

export const decision = z.object({ reason }).strict().openapi('FindingDecision');
export const confirmation = z
  .object({ reason: reason.nullable().default(null) })
  .strict()
  .openapi('FindingConfirmation');

const pageSpan = z.object({
  number: z.int(),
  start: z.int(),
  end: z.int(),
  source: z.enum(['text', 'ocr']),
});

/** What a version did to the findings of the one before it. */
const compared = z
  .object({ beforeVersionNo: z.int(), resolved: z.int(), fresh: z.int(), same: z.int() })
  .openapi('FindingsCompared');

export const review = z
  .object({
    versionId: z.int(),
    reviewId: z.int().nullable().openapi({ description: 'null: never read' }),
    readerVersion: nullableText,
    source: z.enum(['layer', 'ocr', 'pasted', 'typed']),
    textSha256: nullableText,
    text: z.string(),
    pageSpans: z.array(pageSpan),
    reviewedAt: nullableText,
    clauses: z.array(
      z.object({
        clauseNo: z.string(),
        heading: nullableText,
        start: z.int(),
        end: z.int(),
        depth: z.int(),
      }),
    ),
    findings: z.array(finding),
    summary: findingCounts.nullable(),
    compared: compared.nullable(),
  })
  .openapi('ContractReview');

export const comparedFindings = compared;
export type FindingInput = z.infer<typeof findingCreate>;
