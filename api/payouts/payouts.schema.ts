import { z } from '@hono/zod-openapi';
import { PAYOUT_STATUSES } from '../domain/payout.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, 2026-05');
const id = z.int().positive().max(2_147_483_647);

export const payoutPrepare = z.object({ statementId: id }).strict().openapi('PayoutPrepare');

export const payoutPay = z
  .object({ bankReference: z.string().trim().min(1, 'the bank’s reference').max(80) })
  .strict()
  .openapi('PayoutPay');

export const payoutRecord = z
  .object({
    id: z.int(),
    no: z.string(),
    batchId: z.int().nullable(),
    batchNo: z.string().nullable(),
    isWithinDue: z.boolean(),
    statementId: z.int(),
    statementNo: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    month,
    amountFen: z.int(),
    payee: z.object({
      kind: z.enum(['personal', 'studio', 'company']),
      accountName: z.string(),
      bankName: z.string(),
      tail: z.string().openapi({ description: 'the last four digits of the account' }),
    }),
    payeeState: z
      .enum(['unchanged', 'changed', 'missing'])
      .openapi({ description: 'the anchor’s payee now, against the one this payout was prepared for' }),
    status: z.enum(PAYOUT_STATUSES),
    preparedBy: z.string(),
    preparedByName: z.string(),
    preparedAt: z.string(),
    approvedBy: z.string().nullable(),
    approvedByName: z.string().nullable(),
    approvedAt: z.string().nullable(),
    paidByName: z.string().nullable(),
    paidAt: z.string().nullable(),
    bankReference: z.string().nullable(),
    pdfSha256: z.string().nullable(),
    rowVersion: z.int(),
  })
  .openapi('Payout');

export const payoutFilter = z
  .object({
    q: z.string().trim().max(120),
    id: z.array(id).min(1).max(200),
    anchorId: id,
    statementId: id,
    status: z.enum(PAYOUT_STATUSES),
    month,
  })
  .partial()
  .strict();
