import { z } from '@hono/zod-openapi';

const day = z.iso.date().refine((text) => text >= '1900', 'a day since 1900');
const fenAmount = z.int().min(0);
const rate = z.int().min(0).max(10_000);

const line = {
  productId: z.int().positive(),
  livePriceFen: fenAmount,
  listPriceFen: fenAmount.nullable().default(null),
  couponFen: fenAmount.default(0),
  gifts: z.string().trim().min(1).max(500).nullable().default(null),
  commissionRateBps: rate,
  serviceRateBps: rate.default(0),
  slotFeeFen: fenAmount.default(0),
  pricePromise: z.string().trim().min(1).max(500).nullable().default(null),
  exclusive: z.boolean().default(false),
};

const values = {
  brandId: z.int().positive(),
  title: z.string().trim().min(1).max(120),
  status: z.enum(['draft', 'agreed', 'running', 'ended', 'cancelled']),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  ownerUserId: z.string().min(1).max(100).nullable(),
  note: z.string().max(4000).nullable(),
};

const endsAfterStart = (deal: { startsOn: string | null; endsOn: string | null }) =>
  deal.startsOn === null || deal.endsOn === null || deal.endsOn >= deal.startsOn;
const endComplaint = { path: ['endsOn'], message: 'the deal ends before it starts' };

export const dealCreate = z
  .object({
    brandId: values.brandId,
    title: values.title,
    status: values.status.default('draft'),
    startsOn: values.startsOn.default(null),
    endsOn: values.endsOn.default(null),
    ownerUserId: values.ownerUserId.default(null),
    note: values.note.default(null),
    lines: z.array(z.object(line).strict()).max(200).default([]),
  })
  .strict()
  .refine(endsAfterStart, endComplaint)
  .openapi('DealCreate');

export const dealEdit = z
  .object({
    ...values,
    lines: z.array(z.object({ id: z.int().positive().optional(), ...line }).strict()).max(200),
    rowVersion: z.int().positive(),
  })
  .strict()
  .refine(endsAfterStart, endComplaint)
  .openapi('DealEdit');

const row = {
  ...values,
  id: z.int(),
  brandName: z.string(),
  title: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  ownerUserId: z.string().nullable(),
  ownerName: z.string().nullable(),
  lineCount: z.int(),
  rowVersion: z.int(),
};

export const dealRow = z.object(row).openapi('DealRow');

export const dealRecord = z
  .object({
    ...row,
    lines: z.array(
      z.object({
        id: z.int(),
        productId: z.int(),
        productName: z.string(),
        livePriceFen: z.int(),
        listPriceFen: z.int().nullable(),
        couponFen: z.int(),
        gifts: z.string().nullable(),
        commissionRateBps: z.int(),
        serviceRateBps: z.int(),
        slotFeeFen: z.int(),
        pricePromise: z.string().nullable(),
        exclusive: z.boolean(),
        stopSale: z.object({ caseId: z.int().nullable(), caseNo: z.string(), since: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Deal');

export const dealFilter = z
  .object({
    q: z.string().trim().max(120),
    brandId: z.int(),
    status: values.status,
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export type DealCreate = z.infer<typeof dealCreate>;
export type DealEdit = z.infer<typeof dealEdit>;
