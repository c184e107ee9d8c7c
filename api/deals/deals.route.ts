import { z } from '@hono/zod-openapi';
import { DEAL_SORTS, listDeals, readDeal } from '../../db/queries/deals.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { createDeal } from './create-deal.ts';
import { dealCreate, dealEdit, dealFilter, dealRecord, dealRow } from './deals.schema.ts';
import { updateDeal } from './update-deal.ts';

/** Deals with their offer lines: list, show, create, edit. */
export const dealRoutes = router();

const list = route({
  method: 'get',
  path: '/deals',
  policy: 'deals.list',
  request: { query: listParams },
  responses: json(z.array(dealRow), 'A page of deals'),
});
dealRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: dealFilter, sorts: DEAL_SORTS });
  return answerList(c, 'deals', query, await read(c, (trx) => listDeals(trx, query)));
});

const show = route({
  method: 'get',
  path: '/deals/{id}',
  policy: 'deals.show',
  request: { params: idParam },
  responses: json(dealRecord, 'One deal'),
});
dealRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readDeal(trx, id)), 'deal', id), 200);
});

const create = route({
  method: 'post',
  path: '/deals',
  policy: 'deals.create',
  request: body(dealCreate),
  responses: json(dealRecord, 'The new deal'),
});
dealRoutes.openapi(create, async (c) =>
  c.json(await createDeal(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/deals/{id}',
  policy: 'deals.edit',
  request: { params: idParam, ...body(dealEdit) },
  responses: json(dealRecord, 'The deal as it is now'),
});
dealRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await updateDeal(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});
