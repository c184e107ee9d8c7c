import { z } from '@hono/zod-openapi';
import { PAYEE_CHANGE_STATES } from '../domain/payee-change.ts';

const id = z.int().positive().max(2_147_483_647);
const text = (max: number) => z.string().trim().min(1).max(max);
const kind = z.enum(['personal', 'studio', 'company']);

export const payeeChangeInput = z
  .strictObject({
    kind,
    accountName: text(80),
    bankName: text(80),
    bankAccount: z
      .string()
      .transform((number) => number.replace(/[\s-]/g, ''))
      .pipe(z.string().regex(/^\d{8,30}$/, 'an account number is 8 to 30 digits')),
    reason: text(1000),
  })
  .openapi('PayeeChangeInput');
export const payeeReasonInput = z.strictObject({ reason: text(1000) });

export const payeeChangeRecord = z
  .object({
    id: z.int(),
    anchorId: z.int(),
    anchorName: z.string(),
    kind,
    accountName: z.string(),
    bankName: z.string(),
    tail: z.string(),
    reason: z.string(),
    state: z.enum(PAYEE_CHANGE_STATES),
    requestedBy: z.string(),
    requestedByName: z.string(),
    requestedAt: z.string(),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    effectiveAt: z.string().nullable(),
    appliedAt: z.string().nullable(),
  })
  .openapi('PayeeChange');

export const payeeChangeFilter = z
  .object({ anchorId: id, state: z.enum(PAYEE_CHANGE_STATES), id: z.array(id).min(1).max(200) })
  .partial()
  .strict();
