import { z } from '@hono/zod-openapi';
import { comparedFindings, finding } from './review.schema.ts';

const nullableText = z.string().nullable();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const signerName = z.string().trim().min(1).max(80);
const lang = z.enum(['zh', 'en']);
const day = z.iso.date().refine((text) => text >= '1900', 'a day since 1900');
const clauseNo = z.string().trim().min(1).max(60).nullable();

export const reasoned = z
  .object({ reason: z.string().trim().min(1).max(2000) })
  .strict()
  .openapi('Reasoned');

export const accept = z
  .object({
    signerName,
    textSha256: sha256,
    termsSha256: sha256,
    statementSha256: sha256,
    lang,
    isRead: z.literal(true),
  })
  .strict()
  .openapi('ContractAccept');

export const paper = z
  .object({
    signerName,
    signedOn: day,
    documentId: z.int().positive().nullable(),
    note: z.string().trim().min(1).max(2000).nullable().default(null),
  })
  .strict()
  .openapi('ContractPaperAcceptance');

export const consentInput = z
  .object({
    guardianName: z.string().trim().min(1).max(60),
    relation: z.enum(['father', 'mother', 'other']),
    relationNote: z.string().trim().min(1).max(200).nullable().default(null),
    documentId: z.int().positive(),
  })
  .strict()
  .refine(({ relation, relationNote }) => relation !== 'other' || relationNote !== null, {
    path: ['relationNote'],
    message: 'say what the relation is',
  })
  .openapi('GuardianConsentInput');

export const consent = z
  .object({
    id: z.int(),
    guardianName: z.string(),
    relation: z.enum(['father', 'mother', 'other']),
    relationNote: nullableText,
    documentId: z.int(),
    recordedByName: nullableText,
    recordedAt: z.string(),
    confirmedByName: nullableText,
    confirmedAt: nullableText,
  })
  .openapi('GuardianConsent');

export const acceptance = z
  .object({
    id: z.int(),
    side: z.enum(['anchor', 'agency']),
    method: z.enum(['portal', 'paper']),
    signerName: z.string(),
    statement: z.string(),
    lang,
    textSha256: z.string(),
    termsSha256: z.string(),
    acceptedAt: z.string(),
    acceptedByName: nullableText,
    ipAddress: nullableText,
    userAgent: nullableText,
    signedOn: nullableText,
    documentId: z.int().nullable(),
    note: nullableText.optional().openapi({ description: 'not there for anchors' }),
  })
  .openapi('ContractAcceptance');

const refusal = z
  .object({ code: z.string(), message: z.string(), details: z.unknown().optional() })
  .nullable();

export const acceptanceForm = z
  .object({
    side: z.enum(['anchor', 'agency']),
    lang,
    statement: nullableText.openapi({ description: 'null as long as there is no settled text' }),
    statementSha256: nullableText,
    textSha256: nullableText,
    termsSha256: nullableText,
    refusal,
    acceptances: z.array(acceptance),
  })
  .openapi('ContractAcceptanceForm');

export const workflow = z
  .object({
    stage: z.string(),
    steps: z.array(z.object({ step: z.string(), refusal })),
    events: z.array(
      z.object({
        id: z.int(),
        step: z.string(),
        fromStage: z.string(),
        toStage: z.string(),
        reason: nullableText,
        actorName: nullableText,
        at: z.string(),
      }),
    ),
  })
  .openapi('ContractWorkflow');

export const remark = z
  .object({
    id: z.int(),
    contractId: z.int(),
    contractNo: z.string(),
    anchorName: z.string(),
    versionId: z.int(),
    versionNo: z.int(),
    clauseNo: nullableText,
    kind: z.enum(['comment', 'request_change', 'accept', 'answer']),
    body: z.string(),
    outcome: z.enum(['agreed', 'declined']).nullable(),
    parentId: z.int().nullable(),
    authorName: nullableText,
    authorSide: z.enum(['anchor', 'agency']),
    createdAt: z.string(),
    isOpen: z.boolean(),
  })
  .openapi('ContractRemark');

export const remarkCreate = z
  .object({
    clauseNo,
    kind: z.enum(['comment', 'request_change', 'accept']),
    body: z.string().trim().max(4000).default(''),
  })
  .strict()
  .refine(({ kind, body }) => kind === 'accept' || body !== '', {
    path: ['body'],
    message: 'say what it is about',
  })
  .openapi('ContractRemarkCreate');

export const answer = z
  .object({
    body: z.string().trim().min(1).max(4000),
    outcome: z.enum(['agreed', 'declined']).nullable().default(null),
  })
  .strict()
  .openapi('ContractRemarkAnswer');

export const remarkFilter = z
  .object({
    contractId: z.int(),
    versionId: z.int(),
    isOpen: z.boolean(),
    kind: z.enum(['comment', 'request_change', 'accept', 'answer']),
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

/** The contract as its anchor reads it: clause by clause, what was found, what to ask, and what was said. */
export const reading = z
  .object({
    versionId: z.int(),
    versionNo: z.int(),
    stage: z.string(),
    text: z.string(),
    clauses: z.array(
      z.object({
        clauseNo: z.string(),
        heading: nullableText,
        text: z.string(),
        start: z.int(),
        end: z.int(),
        depth: z.int(),
        findings: z.array(finding),
        questions: z.array(z.object({ zh: z.string(), en: z.string() })),
        mark: z.enum(['comment', 'request_change', 'accept']).nullable(),
        remarks: z.array(remark),
      }),
    ),
    general: z.array(remark),
    waivers: z.array(finding),
    compared: comparedFindings.nullable(),
  })
  .openapi('ContractReading');

export type AcceptInput = z.infer<typeof accept>;
export type PaperInput = z.infer<typeof paper>;
export type ConsentInput = z.infer<typeof consentInput>;
export type RemarkInput = z.infer<typeof remarkCreate>;
export type AnswerInput = z.infer<typeof answer>;
