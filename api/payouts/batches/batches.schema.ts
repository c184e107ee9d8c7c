import { z } from '@hono/zod-openapi';
import { BATCH_STATUSES, ITEM_STATUSES } from '../../domain/payments/batch.ts';
import { month } from '../../http/settlement-shapes.ts';

const id = z.int().positive().max(2_147_483_647);
const ids = z.array(id).min(1).max(5000);
const day = z.iso.date();
const reasonText = z.string().trim().min(1, 'say why').max(1000);
const reason = z.object({ code: z.string(), message: z.string() }).nullable();

export const batchInput = z
  .strictObject({
    month,
    statementIds: ids.optional(),
    onlyConfirmed: z.boolean().default(false),
    executeOn: day,
  })
  .openapi('PayoutBatchInput');
export const itemsInput = z.strictObject({ statementIds: ids });
export const fileInput = z.strictObject({ format: z.enum(['csv', 'pain001']) });
export const settleInput = z.strictObject({
  outcome: z.enum(['paid', 'failed', 'unknown']),
  bankReference: z.string().trim().min(1).max(80).optional(),
  reason: reasonText,
});
export const resendInput = z.strictObject({ itemIds: ids, executeOn: day });
export const proposalQuery = z.object({ month });

export const batchItem = z
  .object({
    id: z.int(),
    batchId: z.int(),
    batchNo: z.string(),
    payoutId: z.int(),
    payoutNo: z.string(),
    statementId: z.int(),
    statementNo: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    attempt: z.int(),
    endToEndId: z.string(),
    amountFen: z.int(),
    heldFen: z.int(),
    payee: z.object({ kind: z.string(), accountName: z.string(), bankName: z.string(), tail: z.string() }),
    payeeState: z.enum(['unchanged', 'changed', 'missing']),
    status: z.enum(ITEM_STATUSES),
    bankReference: z.string().nullable(),
    reasonCode: z.string().nullable(),
    reasonText: z.string().nullable(),
    paidOn: z.string().nullable(),
    replacedByItemId: z.int().nullable(),
  })
  .openapi('PayoutBatchItem');

export const batchRow = z
  .object({
    id: z.int(),
    no: z.string(),
    month: z.string(),
    status: z.enum(BATCH_STATUSES),
    revision: z.int(),
    itemCount: z.int(),
    totalFen: z.int(),
    executeOn: z.string(),
    approversAsked: z.int(),
    preparedBy: z.string(),
    preparedByName: z.string(),
    preparedAt: z.string(),
    submittedByName: z.string().nullable(),
    submittedAt: z.string().nullable(),
    changedBy: z.array(z.string()),
    approvals: z.array(
      z.object({
        userId: z.string(),
        userName: z.string(),
        revision: z.int(),
        at: z.string(),
        counts: z.boolean(),
      }),
    ),
    file: z
      .object({
        id: z.int(),
        format: z.enum(['csv', 'pain001']),
        fileName: z.string(),
        sha256: z.string(),
        sizeBytes: z.int(),
        filedByName: z.string(),
        filedAt: z.string(),
      })
      .nullable(),
    returns: z.int(),
    closedAt: z.string().nullable(),
    rowVersion: z.int(),
  })
  .openapi('PayoutBatch');

export const batchWhole = batchRow
  .extend({
    approversMissing: z.int(),
    items: z.array(batchItem),
    refusal: z.object({
      submit: reason,
      withdraw: reason,
      approve: reason,
      file: reason,
      cancel: reason,
      close: reason,
    }),
  })
  .openapi('PayoutBatchWhole');

export const leftOut = z.object({
  statementId: z.int(),
  statementNo: z.string(),
  anchorName: z.string(),
  payableFen: z.int(),
  code: z.string(),
  message: z.string(),
});
export const batchCreated = batchWhole.extend({ leftOut: z.array(leftOut) }).openapi('PayoutBatchCreated');
export const proposal = z
  .object({
    month: z.string(),
    items: z.array(
      z.object({
        statementId: z.int(),
        statementNo: z.string(),
        anchorId: z.int(),
        anchorName: z.string(),
        payableFen: z.int(),
        dueFen: z.int(),
        heldFen: z.int(),
        isConfirmed: z.boolean(),
        hasPayee: z.boolean(),
        invoiceGapFen: z.int(),
        hasOpenPayout: z.boolean(),
      }),
    ),
    totalFen: z.int(),
    leftOut: z.array(leftOut),
  })
  .openapi('PayoutBatchProposal');

export const batchFilter = z
  .object({ month, status: z.enum(BATCH_STATUSES), q: z.string().max(80), id: z.array(id).min(1).max(200) })
  .partial()
  .strict();

const about = {
  itemId: z.int(),
  endToEndId: z.string(),
  anchorName: z.string(),
  amountFen: z.int(),
};
const row = z.int().nullable();
export const returnMatch = z
  .object({
    format: z.string(),
    isRepeatedFile: z.boolean(),
    paid: z.array(
      z.object({ ...about, row, bankReference: z.string().nullable(), paidOn: z.string().nullable() }),
    ),
    failed: z.array(z.object({ ...about, row, reasonCode: z.string().nullable(), reasonText: z.string() })),
    unknown: z.array(z.object({ ...about, row, statusWord: z.string() })),
    strangers: z.array(
      z.object({
        row: z.int(),
        endToEndId: z.string(),
        amountFen: z.int().nullable(),
        statusWord: z.string(),
        why: z.string(),
      }),
    ),
    amountDiffers: z.array(z.object({ ...about, row: z.int(), fileFen: z.int().nullable() })),
    conflicts: z.array(z.object({ ...about, row: z.int(), code: z.string(), message: z.string() })),
    repeats: z.int(),
    unanswered: z.array(z.object(about)),
    unreadRows: z.array(z.object({ row: z.int(), message: z.string() })),
  })
  .openapi('BankReturnMatch');
export const returnTaken = z
  .object({ returnId: z.int(), match: returnMatch, batch: batchWhole })
  .openapi('BankReturnTaken');
export const returnRow = z
  .object({
    id: z.int(),
    fileName: z.string(),
    sha256: z.string(),
    format: z.string(),
    uploadedByName: z.string(),
    uploadedAt: z.string(),
    match: z.record(z.string(), z.unknown()),
  })
  .openapi('BankReturn');
