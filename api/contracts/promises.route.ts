import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readToday } from '../../db/queries/anchors.ts';
import {
  listPromises,
  PROMISE_SORTS,
  readPromise,
  readPromises,
} from '../../db/queries/contract-promises.ts';
import { scoreMonths } from '../domain/contract-promise.ts';
import type { Env } from '../http/context.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { changePromise, createPromise } from './edit-promise.ts';
import {
  evidenceCreate,
  monthScore,
  objectionCreate,
  promiseCreate,
  promiseEdit,
  promiseFilter,
  promiseRecord,
  scoreFilter,
} from './promises.schema.ts';
import { objectToEvidence, provePromise } from './prove-promise.ts';
import { shownPromise } from './show-promise.ts';

/** The ledger of what the agency promised, what it can show, and how much of it was kept. */
export const promiseRoutes = router();

const list = route({
  method: 'get',
  path: '/contract-promises',
  policy: 'contract-promises.list',
  request: { query: listParams },
  responses: json(z.array(promiseRecord), 'A page of promises'),
});
promiseRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: promiseFilter, sorts: PROMISE_SORTS });
  const page = await read(c, async (trx) => {
    const today = await readToday(trx);
    const { rows, total } = await listPromises(trx, query, readerOf(c));
    return { rows: rows.map((row) => shownPromise(row, today)), total };
  });
  return answerList(c, 'contract-promises', query, page);
});

const scores = route({
  method: 'get',
  path: '/contract-promises/scores',
  policy: 'contract-promises.list',
  request: { query: listParams },
  responses: json(z.array(monthScore), 'How much was kept, month by month, the latest first'),
});
promiseRoutes.openapi(scores, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: scoreFilter, sorts: ['month'] });
  const months = await read(c, async (trx) => {
    const today = await readToday(trx);
    const promises = await readPromises(trx, query.filter, readerOf(c));
    return scoreMonths(
      promises.flatMap((promise) => shownPromise(promise, today).dues),
      today,
    );
  });
  const rows = months.slice(query.offset, query.offset + query.limit);
  return answerList(c, 'contract-promises', query, { rows, total: months.length });
});

const show = route({
  method: 'get',
  path: '/contract-promises/{id}',
  policy: 'contract-promises.show',
  request: { params: idParam },
  responses: json(promiseRecord, 'One promise'),
});
promiseRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  const answer = await read(c, async (trx) => {
    const promise = found(await readPromise(trx, id, readerOf(c)), 'promise', id);
    return shownPromise(promise, await readToday(trx));
  });
  return c.json(answer, 200);
});

const create = route({
  method: 'post',
  path: '/contract-promises',
  policy: 'contract-promises.edit',
  request: body(promiseCreate),
  responses: json(promiseRecord, 'The new promise'),
});
promiseRoutes.openapi(create, async (c) =>
  c.json(await createPromise(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/contract-promises/{id}',
  policy: 'contract-promises.edit',
  request: { params: idParam, ...body(promiseEdit) },
  responses: json(promiseRecord, 'The promise as it is now'),
});
promiseRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await changePromise(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const prove = route({
  method: 'post',
  path: '/contract-promises/{id}/evidence',
  policy: 'contract-promises.edit',
  middleware: [idempotent()],
  request: { params: idParam, ...body(evidenceCreate) },
  responses: json(promiseRecord, 'The promise with its evidence'),
});
promiseRoutes.openapi(prove, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await provePromise(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const object = route({
  method: 'post',
  path: '/contract-promises/{id}/object',
  policy: 'contract-promises.object',
  middleware: [idempotent()],
  request: { params: idParam, ...body(objectionCreate) },
  responses: json(promiseRecord, 'The promise with the objection'),
});
promiseRoutes.openapi(object, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await objectToEvidence(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const readerOf = (c: Context<Env>) => ({ seesInternals: c.get('identity').role !== 'anchor' });
