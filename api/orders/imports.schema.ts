import { z } from '@hono/zod-openapi';
import { IMPORT_STATUSES } from '../domain/import.ts';
import { PLATFORMS } from '../domain/platform.ts';
import { mappingSchema } from './mapping.schema.ts';

const ids = z.array(z.int()).max(200);
const search = z.string().max(80);

export const importFilter = z.strictObject({
  q: search.optional(),
  id: ids.optional(),
  status: z.enum(IMPORT_STATUSES).optional(),
  platform: z.enum(PLATFORMS).optional(),
});
export const mappingFilter = z.strictObject({
  q: search.optional(),
  id: ids.optional(),
  platform: z.enum(PLATFORMS).optional(),
});
export const noFilter = z.strictObject({});

export const importRequest = z
  .strictObject({
    fileToken: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a file token is what the preview answered')
      .openapi({ description: 'sha256 of a previewed file' }),
    fileName: z.string().trim().min(1).max(200),
    mapping: mappingSchema.optional(),
    saveMappingAs: z.string().trim().min(1).max(120).optional(),
  })
  .refine((request) => request.saveMappingAs === undefined || request.mapping !== undefined, {
    path: ['saveMappingAs'],
    message: 'there is no mapping to save',
  });

export const uploadRequest = {
  body: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: z.object({
          file: z.any().openapi({ type: 'string', format: 'binary', description: 'CSV, CSV.GZ or XLSX' }),
        }),
      },
    },
  },
};

export const preview = z
  .object({
    fileToken: z.string(),
    fileName: z.string(),
    recognised: z.string().nullable().openapi({
      description: 'A profile, `mapping` for a saved mapping, null when a mapping is needed',
    }),
    title: z.string().nullable(),
    platform: z.string().nullable(),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    headers: z.array(z.string()),
    sampleRows: z.array(z.array(z.string())),
    suggestedMapping: z.unknown(),
  })
  .openapi('OrderPreview');

export const importRecord = z
  .object({
    id: z.int(),
    fileName: z.string(),
    profile: z.string(),
    platform: z.string(),
    status: z.enum(IMPORT_STATUSES),
    cancelRequested: z.boolean(),
    bytesTotal: z.int(),
    bytesRead: z.int(),
    lines: z.int(),
    stored: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    paidFen: z.int(),
    settledFen: z.int(),
    refundedFen: z.int(),
    failure: z.string().nullable(),
    createdByName: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    settledLines: z
      .int()
      .nullable()
      .openapi({ description: 'Counted where one import is shown, null in lists' }),
    undoReason: z.object({ code: z.string(), message: z.string() }).nullable().openapi({
      description: 'Why it cannot be undone; in lists by its status alone',
    }),
  })
  .openapi('OrderImport');

export const rejectRecord = z
  .object({
    id: z.int(),
    line: z.int(),
    columnName: z.string().nullable(),
    code: z.string(),
    reason: z.string(),
    raw: z.string().nullable(),
  })
  .openapi('OrderReject');

export const mappingRecord = z
  .object({ id: z.int(), name: z.string(), platform: z.string(), mapping: z.unknown() })
  .openapi('ImportMapping');
