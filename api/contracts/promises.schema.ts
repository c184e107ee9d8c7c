import { z } from '@hono/zod-openapi';

const day = z.iso.date().refine((text) => text >= '2000' && text < '2100', 'a day of this century');
const kind = z.enum(['traffic', 'training', 'guarantee', 'streams', 'days_off', 'equipment', 'other']);
const cadence = z.enum(['once', 'monthly']);
const nullableText = z.string().nullable();

const values = {
  clauseNo: z.string().trim().min(1).max(60).nullable().default(null),
  kind,
  title: z.string().trim().min(1).max(200),
  target: z
    .int()
    .positive()
    .nullable()
    .openapi({ description: 'how much; fen for money; null: nothing to count' }),
  unit: z.string().trim().min(1).max(10).nullable(),
  cadence,
  startsOn: day,
  endsOn: day.nullable().openapi({ description: 'of a promise kept once: the day it is due' }),
  note: z.string().trim().min(1).max(2000).nullable().default(null),
};

const isCounted = ({ target, unit }: { target: number | null; unit: string | null }) =>
  (target === null) === (unit === null);
const countComplaint = { path: ['unit'], message: 'a figure and its unit come together' };
const endsAfterStart = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  endsOn === null || endsOn >= startsOn;
const endComplaint = { path: ['endsOn'], message: 'ends before it starts' };

export const promiseCreate = z
  .object({
    contractId: z.int().positive(),
    versionId: z.int().positive().optional().openapi({ description: 'the latest version when not said' }),
    ...values,
  })
  .strict()
  .refine(isCounted, countComplaint)
  .refine(endsAfterStart, endComplaint)
  .openapi('ContractPromiseCreate');

export const promiseEdit = z
  .object({ ...values, rowVersion: z.int().positive() })
  .strict()
  .refine(isCounted, countComplaint)
  .refine(endsAfterStart, endComplaint)
  .openapi('ContractPromiseEdit');

export const evidenceCreate = z
  .object({
    dueOn: day,
    delivered: z.int().min(0),
    note: z.string().trim().min(1).max(2000),
    documentId: z.int().positive().nullable().default(null),
  })
  .strict()
  .openapi('ContractPromiseEvidenceCreate');

export const objectionCreate = z
  .object({ evidenceId: z.int().positive(), reason: z.string().trim().min(1).max(2000) })
  .strict()
  .openapi('ContractPromiseObjection');

const evidence = z.object({
  id: z.int(),
  dueOn: z.string(),
  delivered: z.int(),
  note: z.string(),
  documentId: z.int().nullable(),
  recordedByName: nullableText,
  recordedAt: z.string(),
  objection: nullableText,
});

export const promiseRecord = z
  .object({
    id: z.int(),
    contractId: z.int(),
    contractNo: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    versionId: z.int(),
    versionNo: z.int(),
    clauseNo: nullableText,
    kind,
    title: z.string(),
    target: z.int().nullable(),
    unit: nullableText,
    cadence,
    startsOn: z.string(),
    endsOn: nullableText,
    note: nullableText.optional().openapi({ description: 'not there for anchors' }),
    rowVersion: z.int(),
    dues: z.array(
      z.object({
        dueOn: z.string(),
        period: nullableText,
        delivered: z.int(),
        keptBps: z.int(),
        state: z.enum(['upcoming', 'met', 'partly', 'missed', 'no_evidence']),
        evidence: z.array(evidence),
      }),
    ),
  })
  .openapi('ContractPromise');

export const promiseFilter = z
  .object({
    q: z.string().trim().max(120),
    contractId: z.int(),
    anchorId: z.int(),
    kind,
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export const scoreFilter = z.object({ contractId: z.int(), anchorId: z.int() }).partial().strict();
export const monthScore = z
  .object({
    month: z.string(),
    due: z.int(),
    met: z.int(),
    partly: z.int(),
    missed: z.int(),
    scoreBps: z.int().openapi({ description: '10000: everything promised was kept' }),
    isRunning: z.boolean(),
  })
  .openapi('PromiseScore');

export type PromiseCreate = z.infer<typeof promiseCreate>;
export type PromiseEdit = z.infer<typeof promiseEdit>;
export type EvidenceCreate = z.infer<typeof evidenceCreate>;
export type ObjectionCreate = z.infer<typeof objectionCreate>;
