import { z } from '@hono/zod-openapi';

const kind = z.enum(['agency', 'anchor', 'platform', 'agent', 'leader', 'referrer', 'brand']);

/** An anchor's party is made with the anchor, and there is one agency: neither is created here. */
export const partyCreate = z
  .object({
    kind: z.enum(['platform', 'agent', 'leader', 'referrer', 'brand']),
    name: z.string().trim().min(1).max(80),
  })
  .strict()
  .openapi('PartyCreate');

export const partyRecord = z
  .object({ id: z.int(), kind, name: z.string(), anchorId: z.int().nullable() })
  .openapi('Party');

export const partyFilter = z
  .object({ q: z.string().trim().max(80), kind, id: z.array(z.int()).min(1).max(200) })
  .partial()
  .strict();

export type PartyCreate = z.infer<typeof partyCreate>;
