import { z } from '@hono/zod-openapi';

export const team = z
  .object({
    id: z.int(),
    name: z.string(),
    members: z.int().openapi({ description: 'users of the team' }),
    anchors: z.int().openapi({ description: 'anchors of the team that the reader sees' }),
  })
  .openapi('Team');

export const teamInput = z.strictObject({ name: z.string().trim().min(1).max(60) });

export const teamFilter = z.strictObject({
  q: z.string().trim().max(100).optional(),
  id: z.array(z.int()).min(1).max(200).optional(),
});
