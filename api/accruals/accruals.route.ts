import { z } from '@hono/zod-openapi';
import { listAccruals } from '../../db/queries/accruals.ts';
import { isMonthClosed } from '../../db/queries/settlement-gather.ts';
import type { Month } from '../domain/month.ts';
import { idempotent } from '../http/idempotency.ts';
import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { estimateMonth } from './estimate-month.ts';
import { accrueOpenMonth } from './post-accruals.ts';

/** 暂估 and 冲销: estimates of what has not settled yet, in the books of the agency alone. */
export const accrualRoutes = router();

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month like 2026-05');
const amounts = {
  anchorId: z.int(),
  anchorName: z.string(),
  lines: z.int().openapi({ description: 'paid, not settled by the month’s end' }),
  payableFen: z.int().openapi({ description: 'what anchors and others would get' }),
  houseFen: z.int().openapi({ description: 'what would stay with the agency and the platforms' }),
  parts: z.array(z.object({ partyId: z.int(), amountFen: z.int() })),
};
const accrual = z
  .object({
    id: z.int(),
    month: z.string(),
    ...amounts,
    createdByName: z.string().nullable(),
    createdAt: z.string(),
    reversedIn: z
      .string()
      .nullable()
      .openapi({ description: 'the month it was taken back in; null: stands' }),
  })
  .openapi('Accrual');
const estimate = z.object({
  ...amounts,
  refused: z.object({ no_rule: z.int(), no_commission: z.int() }).openapi({ description: 'lines by why' }),
});

const show = route({
  method: 'get',
  path: '/accruals',
  policy: 'accruals.list',
  request: { query: z.object({ month }) },
  responses: json(
    z.object({ month: z.string(), isClosed: z.boolean(), accruals: z.array(accrual) }).openapi('Accruals'),
    'What was accrued for a month, the newest first, and when it was taken back',
  ),
});
accrualRoutes.openapi(show, async (c) => {
  const asked = c.req.valid('query').month as Month;
  const answer = await read(c, async (trx) => ({
    month: asked,
    isClosed: await isMonthClosed(trx, asked),
    accruals: await listAccruals(trx, asked),
  }));
  return c.json(answer, 200);
});

const preview = route({
  method: 'get',
  path: '/accruals/preview',
  policy: 'accruals.list',
  request: { query: z.object({ month }) },
  responses: json(
    z.object({ month: z.string(), anchors: z.array(estimate) }).openapi('AccrualPreview'),
    'What would be accrued; nothing is kept',
  ),
});
accrualRoutes.openapi(preview, async (c) => {
  const asked = c.req.valid('query').month as Month;
  const anchors = await read(c, (trx) => estimateMonth(trx, asked));
  return c.json({ month: asked, anchors }, 200);
});

const post = route({
  method: 'post',
  path: '/accruals',
  policy: 'accruals.post',
  middleware: [idempotent()],
  request: body(z.strictObject({ month })),
  responses: json(
    z
      .object({
        month: z.string(),
        posted: z.int(),
        replaced: z.int().openapi({ description: 'taken back because their estimate changed' }),
        unchanged: z.int(),
        accruals: z.array(accrual),
      })
      .openapi('Accrued'),
    'What stands now',
  ),
});
accrualRoutes.openapi(post, async (c) => {
  const { db } = c.get('services');
  return c.json(await accrueOpenMonth(db, c.get('identity'), c.req.valid('json').month as Month), 200);
});
