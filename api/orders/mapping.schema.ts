import { z } from 'zod';
import { ORDER_STATUSES } from '../domain/order-status.ts';
import { PLATFORMS } from '../domain/platform.ts';

const columnName = z.string().min(1).max(200);
const column = z.strictObject({ column: columnName });
const statusName = z.enum(ORDER_STATUSES);

const text = z.union([
  column,
  z.strictObject({ constant: z.string().min(1).max(200) }),
  z.strictObject({ ordinalWithin: z.array(columnName).min(1).max(4) }),
]);
const amount = z.union([
  z.strictObject({ column: columnName, unit: z.enum(['yuan', 'fen']).optional() }),
  z.strictObject({ multiply: z.tuple([columnName, columnName]) }),
  z.strictObject({ rateOf: z.enum(['settledFen', 'paidFen']) }),
]);
const rate = z.union([
  z.strictObject({ constant: z.string().regex(/^\d{1,3}(\.\d{1,2})?%$/, 'a rate is written like 20.00%') }),
  z.strictObject({
    column: columnName,
    unit: z.enum(['percent', 'fraction', 'permille', 'bps']).optional(),
  }),
]);
const status = z.union([
  z.strictObject({ constant: statusName }),
  z.strictObject({ column: columnName, values: z.record(z.string().min(1), statusName) }),
  z.strictObject({ from: z.enum(['payment', 'settlement']) }),
]);
const refundWhen = z.union([
  z.strictObject({ column: columnName, startsWith: z.string().min(1).max(40) }),
  z.strictObject({ column: columnName, equals: z.array(z.string().min(1)).min(1).max(20) }),
]);

/**
 * How a file no profile knows is read: columns by header → fields of an order line. Amounts are yuan text unless a
 * `unit` says otherwise. With `refundFen` the settled amounts are taken as before refunds, and net ones are derived.
 */
export const mappingSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    platform: z.enum(PLATFORMS),
    fields: z.strictObject({
      orderNo: text,
      lineNo: text.optional(),
      productExtId: text.optional(),
      productName: text.optional(),
      spec: text.optional(),
      shopName: text.optional(),
      anchorExtId: text.optional(),
      anchorName: text.optional(),
      roomExtId: text.optional(),
      media: text.optional(),
      unsettledReason: text.optional(),
      buyerKey: text.optional(),
      remark: text.optional(),
      totalFen: amount.optional(),
      paidFen: amount,
      refundFen: amount.optional(),
      settledFen: amount.optional(),
      commissionEstFen: amount.optional(),
      commissionFen: amount.optional(),
      serviceEstFen: amount.optional(),
      serviceFen: amount.optional(),
      techFeeFen: amount.optional(),
      unitPriceFen: amount.optional(),
      commissionRateBps: rate.optional(),
      serviceRateBps: rate.optional(),
      status,
      orderedAt: column.optional(),
      paidAt: column.optional(),
      receivedAt: column.optional(),
      settledAt: column.optional(),
      refundedAt: column.optional(),
      quantity: column.optional(),
      refundWhen: refundWhen.optional(),
    }),
    missing: z.array(z.string().max(20)).max(20).optional(),
  })
  .superRefine(({ fields }, context) => {
    const needsRate = Object.entries(fields).some(
      ([, source]) => source !== undefined && typeof source === 'object' && 'rateOf' in source,
    );
    if (needsRate && fields.commissionRateBps === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['fields', 'commissionRateBps'],
        message: 'rateOf needs commissionRateBps',
      });
    }
  });

export type Mapping = z.infer<typeof mappingSchema>;
