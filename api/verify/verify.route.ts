import { z } from '@hono/zod-openapi';
import { json, route, router } from '../http/route.ts';
import { countQuestion, verifyCode } from './verify-code.ts';

/** For whoever holds a printed statement: is it ours, and unchanged? */
export const verifyRoutes = router();

const answer = z
  .union([
    z.object({
      result: z.literal('unchanged'),
      statementNo: z.string(),
      month: z.string(),
      hashPrefix: z.string(),
    }),
    z.object({ result: z.literal('unknown') }),
  ])
  .openapi('Verified');

const verify = route({
  method: 'get',
  path: '/verify/{code}',
  policy: 'public',
  request: { params: z.object({ code: z.string().max(40) }) },
  responses: json(answer, 'Unchanged, or unknown'),
});
verifyRoutes.openapi(verify, async (c) => {
  const { db } = c.get('services');
  await countQuestion(db, c.get('clientAddress'));
  c.header('Cache-Control', 'no-store');
  return c.json(await verifyCode(db, c.req.valid('param').code), 200);
});
