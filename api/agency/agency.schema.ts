import { z } from '@hono/zod-openapi';
import { isCreditCode } from '../domain/credit-code.ts';

const values = {
  name: z.string().trim().min(1).max(120),
  creditCode: z.string().refine(isCreditCode, 'a credit code has 18 digits and capital letters').nullable(),
  address: z.string().trim().min(1).max(200).nullable(),
  publicUrl: z
    .string()
    .trim()
    .max(120)
    .regex(/^https?:\/\/[^\s/]+$/, 'an address like https://mcn.example.com, without a path')
    .nullable()
    .default(null),
};

export const agencyRecord = z
  .object({
    name: z.string().openapi({ description: 'as it stands at the head of statements and payment advices' }),
    creditCode: z.string().nullable(),
    address: z.string().nullable(),
    publicUrl: z
      .string()
      .nullable()
      .openapi({ description: 'where this house is reached: printed as a code on statements' }),
    rowVersion: z.int(),
  })
  .openapi('Agency');

export const agencyEdit = z.strictObject({ ...values, rowVersion: z.int().positive() }).openapi('AgencyEdit');

export type AgencyEdit = z.infer<typeof agencyEdit>;
