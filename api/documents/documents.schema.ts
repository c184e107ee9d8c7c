import { z } from '@hono/zod-openapi';

const nullableText = z.string().nullable();
const kind = z.enum(['text', 'signed_scan', 'guardian_consent', 'promise_evidence']);
const outcome = z.enum(['read', 'refused', 'kept']);

export const documentRow = z
  .object({
    id: z.int(),
    contractId: z.int(),
    versionNo: z.int().nullable(),
    versionId: z.int().nullable().openapi({ description: 'the version it was uploaded to' }),
    shownIn: z.array(z.object({ versionId: z.int(), versionNo: z.int() })),
    kind,
    fileName: z.string(),
    format: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    outcome,
    source: z.enum(['layer', 'ocr', 'pasted']).nullable(),
    warnings: z.array(
      z.object({ code: z.string(), count: z.int().optional(), detail: z.string().optional() }),
    ),
    refusalCode: nullableText,
    refusalMessage: nullableText,
    uploadedById: nullableText,
    uploadedByName: nullableText,
    uploadedAt: z.string(),
  })
  .openapi('ContractDocument');

export const documentRecord = documentRow
  .extend({
    text: nullableText,
    pageSpans: z.array(
      z.object({ number: z.int(), start: z.int(), end: z.int(), source: z.enum(['text', 'ocr']) }),
    ),
  })
  .openapi('ContractDocumentText');

export const attached = z
  .object({
    document: documentRow,
    reviewId: z.int(),
    droppedRules: z.array(z.object({ clauseNo: z.string() })),
  })
  .openapi('ContractDocumentAttached');

export const documentFilter = z
  .object({
    q: z.string().trim().max(120),
    contractId: z.int(),
    versionId: z.int(),
    kind,
    outcome,
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export const pastedText = z
  .object({
    text: z
      .string()
      .max(2_000_000)
      .refine((text) => text.trim() !== '', 'there is no text'),
    fileName: z.string().trim().min(1).max(200).default('pasted.txt'),
  })
  .strict()
  .openapi('ContractPastedText');

export const paperQuery = z.object({ kind: kind.exclude(['text']) });

export const uploadBody = {
  body: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: z.object({ file: z.string().openapi({ format: 'binary' }) }),
      },
    },
  },
};

export type PastedText = z.infer<typeof pastedText>;
