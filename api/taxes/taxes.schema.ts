import { z } from '@hono/zod-openapi';
import { ANCHOR_REGIMES } from '../domain/tax/anchor-month.ts';
import { month } from '../http/settlement-shapes.ts';

const id = z.int().positive().max(2_147_483_647);
const regime = z.enum(ANCHOR_REGIMES);
const amount = z.int().min(0).max(9_000_000_000_000);
const text = (max: number) => z.string().trim().min(1).max(max);
const words = z.object({ zh: z.string(), en: z.string() });

export const profileInput = z
  .strictObject({
    regime,
    effectiveFrom: month,
    source: text(500),
    payeeName: text(120).nullable().default(null),
  })
  .refine((profile) => (profile.regime === 'studio_invoice') === (profile.payeeName !== null), {
    path: ['payeeName'],
    message: 'a studio, and no other, names who invoices',
  })
  .openapi('TaxProfileInput');
export const profileRecord = z
  .object({
    id: z.int(),
    anchorId: z.int(),
    anchorName: z.string(),
    regime,
    effectiveFrom: z.string(),
    source: z.string(),
    payeeName: z.string().nullable(),
    recordedByName: z.string(),
    recordedAt: z.string(),
    endedFrom: z.string().nullable(),
  })
  .openapi('TaxProfile');
export const profileFilter = z
  .object({ anchorId: id, regime, id: z.array(id).min(1).max(200) })
  .partial()
  .strict();

const invoice = z.strictObject({
  number: text(40),
  seller: text(120),
  amountFen: amount,
  issuedOn: z.iso.date(),
});
export const taxInputInput = z
  .strictObject({
    month,
    socialInsuranceFen: amount.default(0),
    specialAdditionalFen: amount.default(0),
    otherDeductionFen: amount.default(0),
    invoices: z.array(invoice).max(200).default([]),
  })
  .openapi('TaxInputInput');
export const taxInputRecord = z
  .object({
    id: z.int(),
    anchorId: z.int(),
    anchorName: z.string(),
    month: z.string(),
    socialInsuranceFen: z.int(),
    specialAdditionalFen: z.int(),
    otherDeductionFen: z.int(),
    invoices: z.array(invoice),
    recordedByName: z.string(),
    recordedAt: z.string(),
  })
  .openapi('TaxInput');
export const taxInputFilter = z.object({ anchorId: id, month }).partial().strict();

export const withholdingRecord = z
  .object({
    id: z.int(),
    anchorId: z.int(),
    anchorName: z.string(),
    month: z.string(),
    regime: z.string(),
    grossFen: z.int(),
    taxFen: z.int(),
    vatFen: z.int(),
    netFen: z.int(),
    tableVersion: z.string(),
    working: z.array(words),
    withheldAt: z.string(),
  })
  .openapi('TaxWithholding');
export const withholdingFilter = z
  .object({
    anchorId: id,
    month,
    year: z.int().min(2000).max(2999),
    regime,
    id: z.array(id).min(1).max(200),
  })
  .partial()
  .strict();

export const regimeRecord = z
  .object({
    regime,
    title: words,
    allowed: z.boolean(),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .openapi('TaxRegime');

const sums = { grossFen: z.int(), taxFen: z.int(), vatFen: z.int(), netFen: z.int() };
export const quarterQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2999),
  quarter: z.coerce.number().int().min(1).max(4),
});
export const quarterReport = z
  .object({
    year: z.int(),
    quarter: z.int(),
    rows: z.array(
      z.object({
        anchorId: z.int(),
        anchorName: z.string(),
        realName: z.string().nullable(),
        regime: z.string(),
        months: z.int(),
        ...sums,
      }),
    ),
    totals: z.object(sums),
  })
  .openapi('TaxQuarter');

export const certificateQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2999),
  lang: z.enum(['zh', 'en']).default('zh'),
});
