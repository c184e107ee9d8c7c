import { z } from '@hono/zod-openapi';
import { versionRecord } from './versions.schema.ts';

const day = z.iso.date().refine((text) => text >= '1900', 'a day since 1900');

const values = {
  no: z.string().trim().min(1).max(40),
  anchorId: z.int().positive(),
  title: z.string().trim().min(1).max(120),
  status: z.enum(['draft', 'active', 'ended']),
  signedOn: day.nullable(),
  startsOn: day,
  endsOn: day.nullable(),
  note: z.string().max(4000).nullable(),
};

const endsAfterStart = (contract: { startsOn: string; endsOn: string | null }) =>
  contract.endsOn === null || contract.endsOn >= contract.startsOn;
const endComplaint = { path: ['endsOn'], message: 'the contract ends before it starts' };

/** A contract begins as a draft and comes into force by activating a version. */
export const contractCreate = z
  .object({
    no: values.no,
    anchorId: values.anchorId,
    title: values.title,
    signedOn: values.signedOn.default(null),
    startsOn: values.startsOn,
    endsOn: values.endsOn.default(null),
    note: values.note.default(null),
  })
  .strict()
  .refine(endsAfterStart, endComplaint)
  .openapi('ContractCreate');

export const contractEdit = z
  .object({ ...values, rowVersion: z.int().positive() })
  .strict()
  .refine(endsAfterStart, endComplaint)
  .openapi('ContractEdit');

const base = {
  id: z.int(),
  no: z.string(),
  anchorId: z.int(),
  anchorName: z.string(),
  title: z.string(),
  status: values.status,
  signedOn: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  note: z.string().nullable().optional().openapi({ description: 'not there for anchors' }),
  rowVersion: z.int(),
};

export const contractRow = z
  .object({
    ...base,
    versionNo: z.int().nullable().openapi({ description: 'the version in force today' }),
    ruleCount: z.int(),
  })
  .openapi('ContractRow');

export const contractRecord = z.object({ ...base, versions: z.array(versionRecord) }).openapi('Contract');

export const contractFilter = z
  .object({
    q: z.string().trim().max(120),
    anchorId: z.int(),
    status: values.status,
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export type ContractCreate = z.infer<typeof contractCreate>;
export type ContractEdit = z.infer<typeof contractEdit>;
