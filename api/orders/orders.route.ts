import { z } from '@hono/zod-openapi';
import { listGaps } from '../../db/queries/order-import-gaps.ts';
import { listOrders, ORDER_SORTS, readOrder, summariseOrders } from '../../db/queries/orders.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, json, route, router } from '../http/route.ts';
import { nameExternalId } from './alias.ts';
import {
  aliasInput,
  gapRecord,
  orderFilter,
  orderParam,
  orderRecord,
  orderSummary,
} from './orders.schema.ts';

/** Order lines as they were imported, both tracks, and the names the files use that nobody knows yet. */
export const orderRoutes = router();

const list = route({
  method: 'get',
  path: '/orders',
  policy: 'orders.list',
  request: { query: listParams },
  responses: json(
    z.array(orderRecord),
    'A page of order lines; without a filter, the total of a big book is about right',
  ),
});
orderRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: orderFilter, sorts: ORDER_SORTS });
  return answerList(c, 'orders', query, await read(c, (trx) => listOrders(trx, query)));
});

const summary = route({
  method: 'get',
  path: '/orders/summary',
  policy: 'orders.list',
  request: { query: listParams },
  responses: json(orderSummary, 'What the lines of a filter add up to, on both tracks'),
});
orderRoutes.openapi(summary, async (c) => {
  const { filter } = readListQuery(c.req.valid('query'), { filter: orderFilter, sorts: ORDER_SORTS });
  return c.json(await read(c, (trx) => summariseOrders(trx, filter)), 200);
});

const gaps = route({
  method: 'get',
  path: '/orders/gaps',
  policy: 'orders.list',
  responses: json(z.array(gapRecord), 'Ids in the files that nobody here is known by, the largest first'),
});
orderRoutes.openapi(gaps, async (c) => c.json(await read(c, (trx) => listGaps(trx, null)), 200));

const alias = route({
  method: 'post',
  path: '/orders/alias',
  policy: 'orders.alias',
  middleware: [idempotent()],
  request: body(aliasInput),
  responses: json(z.object({ lines: z.int() }), 'How many lines are named by it'),
});
orderRoutes.openapi(alias, async (c) =>
  c.json(await nameExternalId(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const show = route({
  method: 'get',
  path: '/orders/{id}',
  policy: 'orders.show',
  request: { params: orderParam },
  responses: json(orderRecord, 'One order line'),
});
orderRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readOrder(trx, id)), 'order line', id), 200);
});
