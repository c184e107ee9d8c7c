import { z } from '@hono/zod-openapi';
import { day } from './cases.schema.ts';

const id = z.int().positive().max(2_147_483_647);
const text = z.string();
const said = z.object({ zh: text, en: text });
const words = (most: number) => z.string().trim().min(1).max(most);

export const blacklistCreate = z
  .object({ brandId: id, reason: words(2000), endsOn: day, caseId: id.nullable().default(null) })
  .strict()
  .openapi('BlacklistCreate');
export type BlacklistCreate = z.infer<typeof blacklistCreate>;
export const appealBody = z
  .object({ text: words(4000), receivedOn: day })
  .strict()
  .openapi('BlacklistAppeal');
export type AppealBody = z.infer<typeof appealBody>;
export const appealDecision = z
  .object({ outcome: z.enum(['upheld', 'lifted']), reason: words(2000) })
  .strict()
  .openapi('BlacklistAppealDecision');
export type AppealDecision = z.infer<typeof appealDecision>;

export const blacklistRecord = z
  .object({
    id: z.int(),
    brandId: z.int(),
    brandName: text,
    caseId: z.int().nullable(),
    caseNo: text.nullable(),
    reason: text,
    startsOn: text,
    endsOn: text,
    state: z.enum(['in_force', 'ended', 'lifted']),
    listedById: text.nullable(),
    listedByName: text.nullable(),
    listedAt: text,
    appeal: z
      .object({
        text,
        receivedOn: text,
        recordedByName: text.nullable(),
        recordedAt: text,
        outcome: z.enum(['upheld', 'lifted']).nullable(),
        decisionReason: text.nullable(),
        decidedByName: text.nullable(),
        decidedAt: text.nullable(),
      })
      .nullable(),
  })
  .openapi('BrandBlacklist');

const score = {
  id: z.int(),
  brandId: z.int(),
  brandName: text,
  score: z.int(),
  grade: z.enum(['A', 'B', 'C', 'D']),
  substitutions: z.int(),
  deviations: z.int(),
  cleared: z.int(),
  openCases: z.int(),
  rejectedLots: z.int(),
  lots: z.int(),
  points: z.array(
    z.object({
      code: z.enum(['substitution', 'deviation', 'rejected_lot']),
      count: z.int(),
      points: z.int(),
      words: said,
    }),
  ),
  blacklist: blacklistRecord.nullable(),
};
export const supplierScore = z.object(score).openapi('SupplierScore');
export const supplierRecord = z
  .object({
    ...score,
    cases: z.array(
      z.object({
        id: z.int(),
        no: text,
        outcome: text.nullable(),
        decidedAt: text.nullable(),
        productName: text,
      }),
    ),
    blacklists: z.array(blacklistRecord),
  })
  .openapi('SupplierRecord');

const ids = z.array(id).min(1).max(200);
export const supplierFilter = z
  .object({
    q: z.string().min(1).max(100).optional(),
    grade: z.enum(['A', 'B', 'C', 'D']).optional(),
    isBlacklisted: z.boolean().optional(),
    id: ids.optional(),
  })
  .strict();
export const blacklistFilter = z
  .object({
    brandId: id.optional(),
    state: z.enum(['in_force', 'ended', 'lifted']).optional(),
    id: ids.optional(),
  })
  .strict();
