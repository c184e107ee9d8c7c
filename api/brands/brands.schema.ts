import { z } from '@hono/zod-openapi';
import { isCreditCode } from '../domain/credit-code.ts';

const values = {
  name: z.string().trim().min(1).max(80),
  company: z.string().trim().min(1).max(120).nullable(),
  creditCode: z
    .string()
    .refine(isCreditCode, 'a credit code (统一社会信用代码) has 18 digits and capital letters')
    .nullable(),
  contact: z.string().trim().min(1).max(200).nullable(),
  status: z.enum(['active', 'paused', 'blacklisted']),
  note: z.string().max(4000).nullable(),
};

export const brandCreate = z
  .object({
    name: values.name,
    company: values.company.default(null),
    creditCode: values.creditCode.default(null),
    contact: values.contact.default(null),
    status: values.status.default('active'),
    note: values.note.default(null),
  })
  .strict()
  .openapi('BrandCreate');

export const brandEdit = z
  .object({ ...values, rowVersion: z.int().positive() })
  .strict()
  .openapi('BrandEdit');

export const brandRecord = z
  .object({
    id: z.int(),
    name: z.string(),
    company: z.string().nullable(),
    creditCode: z.string().nullable(),
    contact: z.string().nullable(),
    status: values.status,
    note: z.string().nullable(),
    productCount: z.int(),
    dealCount: z.int(),
    rowVersion: z.int(),
  })
  .openapi('Brand');

export const brandFilter = z
  .object({
    q: z.string().trim().max(100),
    status: values.status,
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export type BrandCreate = z.infer<typeof brandCreate>;
export type BrandEdit = z.infer<typeof brandEdit>;
