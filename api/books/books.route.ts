import { z } from '@hono/zod-openapi';
import { readNewestBookCheck } from '../../db/queries/book-check-runs.ts';
import { idempotent } from '../http/idempotency.ts';
import { read } from '../http/read.ts';
import { json, route, router } from '../http/route.ts';
import { checkBooks } from './check-books.ts';
import { keepBookCheck } from './keep-check.ts';

/** The books as a whole. */
export const bookRoutes = router();

const checks = z.array(
  z.object({
    code: z.string(),
    title: z.string(),
    ok: z.boolean(),
    violations: z.int(),
    sample: z.array(z.unknown()).openapi({ description: 'ten violations at most, as objects' }),
  }),
);
const bookReport = z.object({ ok: z.boolean(), checks }).openapi('BookReport');
const bookCheckRun = z
  .object({
    id: z.int(),
    checkedAt: z.string(),
    tookMs: z.int(),
    askedByName: z.string().nullable().openapi({ description: 'null: the night’s own check' }),
    rules: z.int(),
    broken: z.int().openapi({ description: 'rules that do not hold' }),
    checks,
  })
  .openapi('BookCheckRun');

const check = route({
  method: 'get',
  path: '/books/check',
  policy: 'books.check',
  responses: json(bookReport, 'Every book-keeping rule, and what breaks it'),
});
bookRoutes.openapi(check, async (c) =>
  c.json(await checkBooks(c.get('services').db, c.get('identity')), 200),
);

const newest = route({
  method: 'get',
  path: '/books/checks/newest',
  policy: 'books.check',
  responses: json(z.object({ run: bookCheckRun.nullable() }), 'The newest check that was kept, if any'),
});
bookRoutes.openapi(newest, async (c) => c.json({ run: (await read(c, readNewestBookCheck)) ?? null }, 200));

const checkNow = route({
  method: 'post',
  path: '/books/checks',
  policy: 'books.check',
  middleware: [idempotent()],
  responses: json(bookCheckRun, 'Checked now, and kept'),
});
bookRoutes.openapi(checkNow, async (c) =>
  c.json(await keepBookCheck(c.get('services').db, c.get('identity')), 200),
);
