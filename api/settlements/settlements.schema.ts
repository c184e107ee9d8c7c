import { z } from '@hono/zod-openapi';
import { month } from '../http/settlement-shapes.ts';

export const runFilter = z.strictObject({
  month: month.optional(),
  id: z.array(z.int()).max(200).optional(),
});
export const lineFilter = z.strictObject({
  statementId: z.int().optional(),
  runId: z.int().optional(),
  anchorId: z.int().optional(),
  lineId: z.int().optional(),
  kind: z.enum(['settle', 'refund', 'trueup']).optional(),
  q: z.string().max(80).optional(),
});

export const runRequest = z.strictObject({
  month,
  leaveUnassigned: z
    .boolean()
    .optional()
    .openapi({ description: 'Settle although lines name an anchor nobody knows; they stay open' }),
});

export const runRecord = z
  .object({
    id: z.int(),
    month: z.string(),
    lines: z.int(),
    changes: z.int(),
    baseFen: z.int(),
    createdByName: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('SettlementRun');

const problem = z.object({
  reason: z.enum(['no_rule', 'no_commission', 'unknown_anchor']),
  anchorId: z.int().nullable(),
  anchorName: z.string().nullable(),
  lines: z.int(),
  salesFen: z.int(),
  sample: z.array(z.object({ lineId: z.int(), orderNo: z.string(), importId: z.int(), srcLine: z.int() })),
});

export const runResult = z
  .object({
    runId: z.int().nullable(),
    month: z.string(),
    lines: z.int(),
    changes: z.int(),
    baseFen: z.int(),
    parties: z.array(z.object({ partyId: z.int(), name: z.string(), kind: z.string(), amountFen: z.int() })),
    anchors: z.array(
      z.object({
        anchorId: z.int(),
        name: z.string(),
        lines: z.int(),
        salesFen: z.int(),
        baseFen: z.int(),
        amountFen: z.int(),
        beforeFen: z.int(),
      }),
    ),
    problems: z.array(problem),
    unsettled: z.object({
      unpaid: z.int(),
      noEvidence: z.int(),
      refundedBeforeSettlement: z.int(),
      unknownAnchor: z.int(),
      refundsWaiting: z.int(),
    }),
    earlierOpen: z.array(z.object({ month: z.string(), openLines: z.int() })),
  })
  .openapi('SettlementResult');

export const monthRecord = z
  .object({
    month: z.string(),
    settledLines: z.int(),
    openLines: z.int(),
    runs: z.int(),
    statements: z.int(),
    closed: z.boolean(),
  })
  .openapi('SettlementMonth');

export const lineParam = z.object({
  lineId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  seq: z.coerce.number().int().min(0).max(32_767),
});

export const explanation = z
  .object({
    lineId: z.int(),
    seq: z.int(),
    month: z.string(),
    kind: z.enum(['settle', 'refund', 'trueup']),
    salesFen: z.int(),
    baseFen: z.int(),
    earlierBaseFen: z.int(),
    order: z.object({
      orderNo: z.string(),
      lineNo: z.string(),
      product: z.string().nullable(),
      paidFen: z.int(),
      paidAt: z.string().nullable(),
      settledAt: z.string().nullable(),
    }),
    rule: z.object({
      contractNo: z.string(),
      versionNo: z.int(),
      clauseNo: z.string(),
      clauseHeading: z.string().nullable(),
      clauseText: z.string(),
      base: z.enum(['commission', 'sales']),
      scope: z.array(z.string()),
      tierFromFen: z.int(),
      tierToFen: z.int().nullable(),
      cumulativeBeforeFen: z.int().nullable(),
    }),
    parts: z.array(
      z.object({
        position: z.int(),
        partyName: z.string(),
        kind: z.string(),
        rateBps: z.int().nullable(),
        takesFrom: z.enum(['base', 'rest']),
        amountFen: z.int(),
        fromFen: z.int().nullable(),
      }),
    ),
    amends: z
      .object({ month: z.string(), seq: z.int(), orderNo: z.string(), amountFen: z.int().nullable() })
      .nullable(),
    sentences: z.array(
      z.object({
        key: z.string(),
        values: z.record(z.string(), z.string()),
        text: z.string(),
        textEn: z.string(),
      }),
    ),
  })
  .openapi('Explanation');
