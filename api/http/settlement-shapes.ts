import { z } from '@hono/zod-openapi';
import { isMonth, type Month } from '../domain/month.ts';

/** An accounting month in a body, a filter or a path. */
export const month = z
  .string()
  .refine((text): text is Month => isMonth(text), 'a month is YYYY-MM')
  .openapi({ type: 'string', example: '2026-05' });

/** One settlement line as an anchor's part of it; settlements and statements list the same. */
export const settlementLine = z
  .object({
    lineId: z.int(),
    seq: z.int(),
    runId: z.int(),
    month: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    orderNo: z.string(),
    lineNo: z.string(),
    productName: z.string().nullable(),
    streamTitle: z
      .string()
      .nullable()
      .openapi({ description: 'as the statement shows it; null: in no stream' }),
    kind: z.enum(['settle', 'refund', 'trueup']),
    salesFen: z.int(),
    baseFen: z.int(),
    rateBps: z.int().nullable(),
    rateOf: z.enum(['base', 'rest']),
    amountFen: z.int(),
    clause: z.string().nullable(),
  })
  .openapi('SettlementLine');
