import { z } from '@hono/zod-openapi';
import { PLATFORMS } from '../domain/platform.ts';

const instant = z.iso.datetime({ offset: true }).refine((text) => text >= '1900', 'an instant since 1900');
const dayOrInstant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'a day or an instant')
  .refine((text) => text >= '1900', 'a day or an instant since 1900');

const item = {
  position: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .openapi({ description: 'its place in the list when not given' }),
  productId: z.int().positive(),
  dealLineId: z.int().positive().nullable().default(null),
  itemRole: z.enum(['traffic', 'welfare', 'profit', 'hero', 'image']).default('profit'),
  plannedMinutes: z.int().min(1).max(240).nullable().default(null),
};

const values = {
  anchorId: z.int().positive(),
  platform: z.enum(PLATFORMS),
  title: z.string().trim().min(1).max(120),
  roomExtId: z.string().trim().min(1).max(120).nullable(),
  status: z.enum(['planned', 'live', 'ended', 'cancelled']),
  startsAt: instant,
  endsAt: instant,
  note: z.string().max(4000).nullable(),
  liveMinutes: z
    .int()
    .min(0)
    .max(2880)
    .nullable()
    .default(null)
    .openapi({ description: 'minutes really live; null: as scheduled. Pay by the hour counts them' }),
};

const endsAfterStart = (stream: { startsAt: string; endsAt: string }) =>
  Date.parse(stream.endsAt) > Date.parse(stream.startsAt);
const endComplaint = { path: ['endsAt'], message: 'the stream ends before it starts' };

export const streamCreate = z
  .object({
    anchorId: values.anchorId,
    platform: values.platform,
    title: values.title,
    roomExtId: values.roomExtId.default(null),
    status: values.status.default('planned'),
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    note: values.note.default(null),
    liveMinutes: values.liveMinutes,
    items: z.array(z.object(item).strict()).max(300).default([]),
  })
  .strict()
  .refine(endsAfterStart, endComplaint)
  .openapi('StreamCreate');

export const streamEdit = z
  .object({
    ...values,
    items: z.array(z.object({ id: z.int().positive().optional(), ...item }).strict()).max(300),
    rowVersion: z.int().positive(),
  })
  .strict()
  .refine(endsAfterStart, endComplaint)
  .openapi('StreamEdit');

const row = {
  id: z.int(),
  anchorId: z.int(),
  anchorName: z.string(),
  platform: values.platform,
  title: z.string(),
  roomExtId: z.string().nullable(),
  status: values.status,
  startsAt: z.string(),
  endsAt: z.string(),
  liveMinutes: z.int().nullable(),
  note: z.string().nullable().optional().openapi({ description: 'not there for anchors' }),
  itemCount: z.int(),
  rowVersion: z.int(),
};

export const streamRow = z.object(row).openapi('StreamRow');

export const streamRecord = z
  .object({
    ...row,
    items: z.array(
      z.object({
        id: z.int(),
        position: z.int(),
        productId: z.int(),
        productName: z.string(),
        dealLineId: z.int().nullable().optional().openapi({ description: 'not there for anchors' }),
        itemRole: z.enum(['traffic', 'welfare', 'profit', 'hero', 'image']),
        plannedMinutes: z.int().nullable(),
        stopSale: z.object({ caseId: z.int().nullable(), caseNo: z.string(), since: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Stream');

export const streamFilter = z
  .object({
    q: z.string().trim().max(120),
    anchorId: z.int(),
    platform: values.platform,
    status: values.status,
    id: z.array(z.int()).min(1).max(200),
    from: dayOrInstant,
    to: dayOrInstant,
  })
  .partial()
  .strict();

export type StreamCreate = z.infer<typeof streamCreate>;
export type StreamEdit = z.infer<typeof streamEdit>;
