import { z } from '@hono/zod-openapi';
import { json, route, router } from '../http/route.ts';
import { checkBooks } from './check-books.ts';

/** The books as a whole. */
export const bookRoutes = router();

const bookReport = z
  .object({
    ok: z.boolean(),
    checks: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        ok: z.boolean(),
        violations: z.int(),
        sample: z.array(z.unknown()).openapi({ description: 'ten violations at most, as objects' }),
      }),
    ),
  })
  .openapi('BookReport');

const check = route({
  method: 'get',
  path: '/books/check',
  policy: 'books.check',
  responses: json(bookReport, 'Every book-keeping rule, and what breaks it'),
});
bookRoutes.openapi(check, async (c) =>
  c.json(await checkBooks(c.get('services').db, c.get('identity')), 200),
);
