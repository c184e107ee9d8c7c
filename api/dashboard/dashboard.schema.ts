import { z } from '@hono/zod-openapi';

const count = z.int().optional();

export const staffFigures = z
  .object({
    openMonths: z
      .array(z.object({ month: z.string(), openLines: z.int() }))
      .optional()
      .openapi({ description: 'months with lines that have evidence and are not settled yet, newest first' }),
    settledMonths: z
      .array(z.object({ month: z.string(), lines: z.int(), baseFen: z.int() }))
      .optional()
      .openapi({
        description: 'the last twelve months with runs, oldest first: what was shared, refunds taken off',
      }),
    gaps: count.openapi({ description: 'ids of the files nobody is known by, 1,000 at most' }),
    importsRunning: count,
    importsFailed: count.openapi({ description: 'of the last seven days' }),
    statementsWithoutPayout: count,
    payoutsToApprove: count,
    contractDrafts: count,
    booksCheck: z
      .object({ checkedAt: z.string(), rules: z.int(), broken: z.int() })
      .nullable()
      .optional()
      .openapi({ description: 'the newest check of the books that was kept; null: never checked' }),
  })
  .openapi('StaffFigures', { description: 'a figure the role may not know is not there' });

export const ownMonth = z
  .object({
    month: z.string().openapi({ description: 'the next statement is on this month' }),
    settledFen: z.int().openapi({ description: 'own part of what has settled in it so far' }),
    settledLines: z.int(),
    openOrders: z
      .int()
      .openapi({ description: 'sold and paid, not settled by the platform: their share is not known yet' }),
    carriedFen: z.int().openapi({ description: 'what the last statement carries into it, 0 or negative' }),
  })
  .openapi('OwnMonth');
