import { z } from '@hono/zod-openapi';
import { isGtin } from '../domain/gtin.ts';
import { PLATFORMS } from '../domain/platform.ts';

const optionalText = (max: number) => z.string().trim().min(1).max(max).nullable();

const listing = {
  platform: z.enum(PLATFORMS),
  externalId: z.string().trim().min(1).max(120),
  title: optionalText(200).default(null),
  anchorId: z.int().positive().nullable().default(null),
};

const values = {
  brandId: z.int().positive().nullable(),
  name: z.string().trim().min(1).max(200),
  gtin: z
    .string()
    .refine(isGtin, 'not a GTIN (69码): 8, 12, 13 or 14 digits ending in their check digit')
    .nullable(),
  category: optionalText(40).openapi({
    description: 'what contracts call this kind of goods, as 质保金 names it',
  }),
  spec: optionalText(500),
  ingredients: optionalText(4000),
  licenceNo: optionalText(200),
  maker: optionalText(200),
  origin: optionalText(200),
  shelfLifeDays: z.int().positive().max(36_500).nullable(),
  status: z.enum(['active', 'paused']),
  listings: z.array(z.object({ id: z.int().positive().optional(), ...listing }).strict()).max(200),
};

export const productCreate = z
  .object({
    name: values.name,
    brandId: values.brandId.default(null),
    gtin: values.gtin.default(null),
    category: values.category.default(null),
    spec: values.spec.default(null),
    ingredients: values.ingredients.default(null),
    licenceNo: values.licenceNo.default(null),
    maker: values.maker.default(null),
    origin: values.origin.default(null),
    shelfLifeDays: values.shelfLifeDays.default(null),
    status: values.status.default('active'),
    listings: z.array(z.object(listing).strict()).max(200).default([]),
  })
  .strict()
  .openapi('ProductCreate');

export const productEdit = z
  .object({ ...values, rowVersion: z.int().positive() })
  .strict()
  .openapi('ProductEdit');

export const productRecord = z
  .object({
    ...values,
    id: z.int(),
    brandName: z.string().nullable(),
    name: z.string(),
    gtin: z.string().nullable(),
    listings: z.array(
      z.object({
        id: z.int(),
        platform: z.enum(PLATFORMS),
        externalId: z.string(),
        title: z.string().nullable(),
        anchorId: z.int().nullable(),
      }),
    ),
    rowVersion: z.int(),
  })
  .openapi('Product');

export const productFilter = z
  .object({
    q: z.string().trim().max(200),
    brandId: z.int(),
    status: values.status,
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export type ProductCreate = z.infer<typeof productCreate>;
export type ProductEdit = z.infer<typeof productEdit>;
