import { z } from '@hono/zod-openapi';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../domain/password.ts';

export const userRole = z.enum(['anchor', 'operator', 'compliance', 'finance', 'admin']);
export const userScope = z.enum(['own', 'group', 'all']);
export const userLocale = z.enum(['zh', 'en']);
export const userId = z.string().min(1).max(64);

const recordId = z.int().positive().max(2_147_483_647);
const name = z.string().trim().min(1).max(60);
const password = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);

const editable = {
  name,
  role: userRole,
  scope: userScope,
  teamId: recordId.nullable(),
  anchorId: recordId.nullable(),
  locale: userLocale,
  banned: z.boolean(),
};

export const user = z
  .object({
    id: userId,
    email: z.string(),
    ...editable,
    anchorName: z.string().nullable(),
    twoFactorEnabled: z.boolean(),
    rowVersion: z.int(),
    createdAt: z.string(),
  })
  .openapi('User');

export const createUserInput = z.strictObject({
  ...editable,
  email: z.email().max(200),
  password,
  scope: userScope.default('own'),
  teamId: recordId.nullable().default(null),
  anchorId: recordId.nullable().default(null),
  locale: userLocale.default('zh'),
  banned: z.boolean().default(false),
});

/** What a form sends back; the read-only fields of the record are allowed and ignored. */
export const editUserInput = z.strictObject({
  ...editable,
  rowVersion: z.int().positive(),
  ...z
    .object({
      id: userId,
      email: z.string(),
      anchorName: z.string().nullable(),
      twoFactorEnabled: z.boolean(),
      createdAt: z.string(),
    })
    .partial().shape,
});

export const resetPasswordInput = z.strictObject({ password });

export const userFilter = z.strictObject({
  q: z.string().max(100).optional(),
  role: userRole.optional(),
  id: z.array(userId).max(200).optional(),
});

export const staffFilter = z.strictObject({
  q: z.string().max(100).optional(),
  id: z.array(userId).max(200).optional(),
});

export const userIdParam = z.object({ id: userId.openapi({ param: { name: 'id', in: 'path' } }) });

export const staffMember = z.object({ id: userId, name: z.string() }).openapi('StaffMember');
