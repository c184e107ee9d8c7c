import { z } from '@hono/zod-openapi';
import { ORDER_STATUSES } from '../domain/order-status.ts';
import { PLATFORMS } from '../domain/platform.ts';

const dayOrInstant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'a day or an instant')
  .refine((text) => text >= '1900', 'a day or an instant since 1900');
const track = z.enum(['estimated', 'settled']).openapi({
  description: 'settled: the platform gave evidence of settlement; estimated: it did not',
});

/** Ids of order lines are beyond int4: a file's number and the line in it. */
export const orderParam = z.object({
  id: z.coerce
    .number()
    .int()
    .positive()
    .max(Number.MAX_SAFE_INTEGER)
    .openapi({ param: { name: 'id', in: 'path' } }),
});

export const orderRecord = z
  .object({
    id: z.int(),
    platform: z.enum(PLATFORMS),
    orderNo: z.string(),
    lineNo: z.string(),
    kind: z.enum(['sale', 'refund']),
    status: z.enum(ORDER_STATUSES),
    statusRaw: z.string().nullable(),
    track,
    anchorId: z.int().nullable(),
    anchorName: z.string().nullable(),
    anchorExtId: z.string().nullable(),
    productId: z.int().nullable(),
    productName: z.string().nullable(),
    streamId: z.int().nullable(),
    quantity: z.int().nullable(),
    paidFen: z.int(),
    refundFen: z.int(),
    settledFen: z.int().nullable(),
    commissionEstFen: z.int().nullable(),
    commissionFen: z.int().nullable(),
    paidAt: z.string().nullable(),
    settledAt: z.string().nullable(),
    importId: z.int(),
    srcLine: z.int(),
    unsettledReason: z.string().nullable(),
    refundOfId: z.int().nullable(),
  })
  .openapi('OrderLine');

export const orderFilter = z
  .object({
    q: z.string().trim().min(1).max(100),
    platform: z.enum(PLATFORMS),
    anchorId: z.int(),
    productId: z.int(),
    status: z.enum(ORDER_STATUSES),
    track,
    kind: z.enum(['sale', 'refund']),
    unlinked: z.literal(true),
    importId: z.int(),
    id: z.array(z.int()).min(1).max(200),
    from: dayOrInstant,
    to: dayOrInstant,
  })
  .partial()
  .strict();

export const orderSummary = z
  .object({
    lines: z.int(),
    paidFen: z.int(),
    refundFen: z.int(),
    settledFen: z.int(),
    settledLines: z.int(),
    unsettledLines: z
      .int()
      .openapi({ description: 'lines without evidence of settlement, for whatever reason' }),
    noEvidenceLines: z.int().openapi({ description: 'paid or received, and the platform has not settled' }),
    unpaidLines: z.int(),
    refundedLines: z.int(),
    unlinkedRefunds: z
      .int()
      .openapi({ description: 'refund lines of their own whose sale no file names (filter unlinked)' }),
    unlinkedRefundFen: z.int().openapi({ description: 'what they take back, 0 or negative' }),
  })
  .openapi('OrderSummary');

export const gapRecord = z
  .object({
    kind: z.enum(['anchor', 'product']),
    platform: z.string(),
    externalId: z.string(),
    name: z.string().nullable(),
    lines: z.int(),
    paidFen: z.int(),
  })
  .openapi('OrderGap');

const external = { platform: z.enum(PLATFORMS), externalId: z.string().trim().min(1).max(120) };

export const aliasInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('anchor'), ...external, anchorId: z.int().positive() }).strict(),
    z.object({ kind: z.literal('product'), ...external, productId: z.int().positive() }).strict(),
  ])
  .openapi('OrderAlias');

export type AliasInput = z.infer<typeof aliasInput>;
