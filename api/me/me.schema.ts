import { z } from '@hono/zod-openapi';

const locale = z.enum(['zh', 'en']);

export const me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['anchor', 'operator', 'compliance', 'finance', 'admin']),
    scope: z.enum(['own', 'group', 'all']),
    anchorId: z.int().nullable(),
    locale,
    twoFactorEnabled: z.boolean(),
    can: z.array(z.string()),
  })
  .openapi('Me');

export const profileInput = z.strictObject({ name: z.string().trim().min(1).max(60), locale });

export const session = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .openapi('Session');

export const sessionIdParam = z.object({
  id: z
    .string()
    .min(1)
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' } }),
});

export const historyEntry = z
  .object({
    id: z.int(),
    at: z.string(),
    actorName: z.string().nullable(),
    actorRole: z.string().nullable(),
    action: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .openapi('HistoryEntry');

export const historyFilter = z.strictObject({
  entity: z.string().min(1).max(60),
  entityId: z.union([z.string().min(1).max(64), z.int()]).transform(String),
});
