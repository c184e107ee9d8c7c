import { z } from '@hono/zod-openapi';
import { CSV_FIELDS } from '../bank-files/csv.ts';

const tier = z.strictObject({
  fromBatchFen: z.int().nullable(),
  fromPayoutFen: z.int().nullable(),
  approvers: z.int(),
});
const header = z.string().trim().max(60);
const column = z.union([
  z.strictObject({ header, field: z.enum(CSV_FIELDS) }),
  z.strictObject({ header, constant: z.string().max(120) }),
]);
export const csvTemplate = z.strictObject({
  encoding: z.enum(['utf-8-bom', 'gb18030']),
  columns: z.array(column).min(1).max(40),
});
const words = z.array(z.string().max(40)).max(40);
export const returnMapping = z.strictObject({
  encoding: z.enum(['auto', 'utf-8', 'gb18030']),
  separator: z.enum([',', ';', '\t', '|']),
  columns: z.strictObject({
    endToEndId: header,
    status: header,
    reason: header.nullable(),
    paidOn: header.nullable(),
    bankReference: header.nullable(),
    amountYuan: header.nullable(),
  }),
  words: z.strictObject({ paid: words, failed: words, unknown: words }),
});
const cnaps = z
  .string()
  .regex(/^\d{12}$/, '12 digits')
  .nullable();
const chargeBearer = z.enum(['DEBT', 'CRED', 'SHAR', 'SLEV']);

export const settingsEdit = z
  .strictObject({
    disputeWindowDays: z.int().min(1).max(60).nullable(),
    remindDaysBefore: z.array(z.int().min(0).max(60)).max(5),
    approvalTiers: z.array(tier).min(1).max(10).nullable(),
    withholdsTax: z.boolean(),
    platformWorkerCumulative: z.boolean(),
    naturalPersonVat: z.boolean(),
    debtor: z
      .strictObject({
        name: z.string().trim().min(1).max(80),
        bankName: z.string().trim().min(1).max(80),
        account: z
          .string()
          .regex(/^\d{8,30}$/, 'an account number is 8 to 30 digits')
          .optional(),
        cnaps,
      })
      .nullable(),
    chargeBearer,
    csvTemplate: csvTemplate.nullable(),
    returnMapping: returnMapping.nullable(),
    rowVersion: z.int(),
  })
  .openapi('PaymentSettingsEdit');
export type SettingsEdit = z.infer<typeof settingsEdit>;

export const csvPreviewInput = z.strictObject({ csvTemplate });
export const csvPreview = z.object({ text: z.string() }).openapi('BankCsvPreview');

/** A file a bank sent, in base64: JSON of up to 2 MiB carries it. */
export const returnPreviewInput = z.strictObject({
  returnMapping,
  file: z.strictObject({ name: z.string().trim().min(1).max(200), base64: z.base64().max(2_000_000) }),
});
export const returnPreview = z
  .object({
    format: z.enum(['csv', 'xlsx', 'pain.002']),
    rowCount: z.int(),
    rows: z.array(
      z.object({
        row: z.int(),
        endToEndId: z.string(),
        outcome: z.enum(['paid', 'failed', 'unknown']),
        statusWord: z.string(),
        reason: z.string().nullable(),
        amountFen: z.int().nullable(),
        paidOn: z.string().nullable(),
        bankReference: z.string().nullable(),
      }),
    ),
    problemCount: z.int(),
    problems: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })),
  })
  .openapi('BankReturnPreview');

export const settingsRecord = z
  .object({
    disputeWindowDays: z.int().nullable(),
    windowDays: z.int(),
    isHouseWindow: z.boolean(),
    remindDaysBefore: z.array(z.int()),
    approvalTiers: z.array(tier).nullable(),
    tiers: z.array(tier),
    isHouseTiers: z.boolean(),
    withholdsTax: z.boolean(),
    platformWorkerCumulative: z.boolean(),
    naturalPersonVat: z.boolean(),
    debtor: z.object({ name: z.string(), bankName: z.string(), accountTail: z.string(), cnaps }).nullable(),
    chargeBearer,
    csvTemplate: z.record(z.string(), z.unknown()),
    isHouseTemplate: z.boolean(),
    returnMapping: z.record(z.string(), z.unknown()),
    isHouseMapping: z.boolean(),
    rowVersion: z.int(),
  })
  .openapi('PaymentSettings');
