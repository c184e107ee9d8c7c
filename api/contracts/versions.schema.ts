import { z } from '@hono/zod-openapi';
import { PLATFORMS } from '../domain/platform.ts';

const day = z.iso.date().refine((text) => text >= '1900', 'a day since 1900');
const scopeId = z.int().positive().nullable().default(null);
const clauseNo = z.string().trim().min(1).max(60);
/** Comes with a clause that was read, and may be sent back; where a clause stands is the document's. */
const notRead = z.int().nullable().optional();
/** Records that were read may be sent back with their ids; the whole draft is written anew. */
const readId = z.int().positive().optional();

const part = z
  .object({
    position: z.int().optional().openapi({ description: 'not read: the order of the list decides' }),
    partyId: z.int().positive(),
    takesFrom: z.enum(['base', 'rest']),
    rateBps: z.int().min(0).max(10_000).nullable().openapi({ description: 'null receives the rest' }),
  })
  .strict();

const tier = z
  .object({
    id: readId,
    fromFen: z.int().min(0),
    toFen: z.int().min(0).nullable(),
    parts: z.array(part).max(16),
  })
  .strict();

const rule = z
  .object({
    id: readId,
    clauseNo,
    platform: z.enum(PLATFORMS).nullable().default(null),
    brandId: scopeId,
    productId: scopeId,
    streamId: scopeId,
    base: z.enum(['commission', 'sales']),
    tierOnRefund: z.enum(['frozen', 'trueup']),
    effectiveFrom: day.nullable().default(null).openapi({ description: 'null: as the version' }),
    effectiveTo: day.nullable().default(null).openapi({ description: 'not included; null: as the version' }),
    tiers: z.array(tier).max(20),
  })
  .strict();

const clause = z
  .object({
    id: readId,
    clauseNo,
    heading: z.string().trim().min(1).max(200).nullable(),
    body: z.string().max(100_000),
    position: z.int().optional().openapi({ description: 'not read: the order of the list decides' }),
    startAt: notRead,
    endAt: notRead,
    depth: notRead,
  })
  .strict();

export const versionCreate = z
  .object({
    effectiveFrom: day,
    summary: z.string().trim().min(1).max(2000).nullable().default(null),
    copyFrom: z.int().positive().optional().openapi({ description: 'id of a version of this contract' }),
  })
  .strict()
  .openapi('ContractVersionCreate');

/** A draft may be incomplete; activating it asks for everything. */
export const draftEdit = z
  .object({
    effectiveFrom: day,
    effectiveTo: day.nullable().openapi({ description: 'the first day no longer covered; null = no end' }),
    summary: z.string().trim().min(1).max(2000).nullable(),
    clauses: z.array(clause).max(2000),
    rules: z.array(rule).max(100),
    rowVersion: z.int().positive(),
  })
  .strict()
  .openapi('ContractDraftEdit');

const nullableId = z.int().nullable();
const nullableText = z.string().nullable();

const stage = z.enum(['draft', 'review', 'sent', 'accepted', 'withdrawn']);

/** Open findings of the latest reading by weight, and what was decided. */
export const findingCounts = z
  .object({
    block: z.int(),
    high: z.int(),
    medium: z.int(),
    low: z.int(),
    waived: z.int(),
    dismissed: z.int(),
    toConfirm: z.int(),
  })
  .openapi('FindingCounts');

export const versionRecord = z
  .object({
    id: z.int(),
    versionNo: z.int(),
    status: z.enum(['draft', 'active', 'ended']),
    effectiveFrom: z.string(),
    effectiveTo: nullableText,
    summary: nullableText,
    confirmedAt: nullableText,
    confirmedByName: nullableText,
    rowVersion: z.int(),
    stage,
    displayStage: z.enum(['draft', 'review', 'sent', 'accepted', 'withdrawn', 'active', 'ended']),
    sentAt: nullableText,
    createdById: nullableText,
    createdByName: nullableText,
    submittedById: nullableText,
    documentId: nullableId,
    source: z.enum(['layer', 'ocr', 'pasted', 'typed']),
    summaryOfFindings: findingCounts.nullable().openapi({ description: 'null: never read' }),
    openQuestions: z.int(),
    acceptances: z.array(
      z.object({
        side: z.enum(['anchor', 'agency']),
        method: z.enum(['portal', 'paper']),
        signerName: z.string(),
        acceptedAt: z.string(),
        signedOn: nullableText,
        textSha256: z.string(),
        termsSha256: z.string(),
      }),
    ),
    clauses: z.array(
      z.object({
        id: z.int(),
        clauseNo: z.string(),
        heading: nullableText,
        body: z.string(),
        position: z.int(),
        depth: z.int(),
        startAt: nullableId,
        endAt: nullableId,
      }),
    ),
    rules: z.array(
      z.object({
        id: z.int(),
        clauseId: z.int(),
        clauseNo: z.string(),
        platform: z.enum(PLATFORMS).nullable(),
        brandId: nullableId,
        brandName: nullableText,
        productId: nullableId,
        productName: nullableText,
        streamId: nullableId,
        streamTitle: nullableText,
        base: z.enum(['commission', 'sales']),
        tierOnRefund: z.enum(['frozen', 'trueup']),
        effectiveFrom: z.string(),
        effectiveTo: nullableText,
        active: z.boolean(),
        tiers: z.array(
          z.object({
            id: z.int(),
            fromFen: z.int(),
            toFen: nullableId,
            parts: z
              .array(
                z.object({
                  position: z.int(),
                  partyId: z.int(),
                  partyName: z.string(),
                  partyKind: z.enum(['agency', 'anchor', 'platform', 'agent', 'leader', 'referrer', 'brand']),
                  takesFrom: z.enum(['base', 'rest']),
                  rateBps: nullableId,
                }),
              )
              .openapi({ description: 'an anchor reads the own part alone' }),
          }),
        ),
      }),
    ),
  })
  .openapi('ContractVersion');

export type VersionCreate = z.infer<typeof versionCreate>;
export type DraftEdit = z.infer<typeof draftEdit>;
