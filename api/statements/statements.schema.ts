import { z } from '@hono/zod-openapi';
import type { StatementDocument } from '../domain/statement.ts';
import { month } from '../http/settlement-shapes.ts';

export const statementFilter = z.strictObject({
  q: z.string().max(80).optional(),
  id: z.array(z.int()).max(200).optional(),
  anchorId: z.int().optional(),
  month: month.optional(),
  status: z.enum(['issued', 'confirmed', 'disputed']).optional(),
  withoutPayout: z.literal(true).optional(),
});

export const statementRecord = z
  .object({
    id: z.int(),
    no: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    month: z.string(),
    openingFen: z.int(),
    earnedFen: z.int(),
    entriesFen: z.int(),
    closingFen: z.int(),
    payableFen: z.int(),
    status: z.enum(['issued', 'confirmed', 'disputed']),
    contentSha256: z.string(),
    issuedAt: z.string(),
    issuedByName: z.string().nullable(),
    payoutId: z.int().nullable(),
    payoutStatus: z.string().nullable(),
  })
  .openapi('Statement');

export const statementWhole = statementRecord
  .extend({
    document: z
      .custom<StatementDocument>()
      .openapi({ type: 'object', description: 'The frozen statement: the PDF is a pure function of it' }),
  })
  .openapi('StatementWhole');

export const issueRequest = z.strictObject({ month });
export const issueResult = z
  .object({
    month: z.string(),
    issued: z.int(),
    payableFen: z.int(),
    earlierOpen: z.array(z.object({ month: z.string(), openLines: z.int() })).openapi({
      description: 'earlier months with lines that no run has settled: on none of these statements',
    }),
  })
  .openapi('StatementsIssued');
