import { z } from '@hono/zod-openapi';
import { listPayeeChanges, readPayeeChange } from '../../db/queries/payee-changes.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import {
  payeeChangeFilter,
  payeeChangeInput,
  payeeChangeRecord,
  payeeReasonInput,
} from './payee-change.schema.ts';
import {
  approvePayeeChange,
  refusePayeeChange,
  requestPayeeChange,
  withdrawPayeeChange,
} from './payee-change.ts';

/** Where anchors are paid: changed by two people, a day later. */
export const payeeChangeRoutes = router();
const record = json(payeeChangeRecord, 'The change as it is now');

const list = route({
  method: 'get',
  path: '/payee-changes',
  policy: 'payee-changes.list',
  request: { query: listParams },
  responses: json(z.array(payeeChangeRecord), 'A page of changes'),
});
payeeChangeRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: payeeChangeFilter, sorts: ['id'] });
  return answerList(c, 'payee-changes', query, await read(c, (trx) => listPayeeChanges(trx, query)));
});

const show = route({
  method: 'get',
  path: '/payee-changes/{id}',
  policy: 'payee-changes.list',
  request: { params: idParam },
  responses: record,
});
payeeChangeRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readPayeeChange(trx, id)), 'change of payee', id), 200);
});

const request = route({
  method: 'post',
  path: '/anchors/{id}/payee-changes',
  policy: 'payee-changes.request',
  middleware: [idempotent()],
  request: { params: idParam, ...body(payeeChangeInput) },
  responses: record,
});
payeeChangeRoutes.openapi(request, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await requestPayeeChange(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const approve = route({
  method: 'post',
  path: '/payee-changes/{id}/approve',
  policy: 'payee-changes.approve',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: record,
});
payeeChangeRoutes.openapi(approve, async (c) => {
  const actor = { identity: c.get('identity'), sessionId: c.get('sessionId') };
  return c.json(await approvePayeeChange(c.get('services').db, actor, c.req.valid('param').id), 200);
});

const refuse = route({
  method: 'post',
  path: '/payee-changes/{id}/refuse',
  policy: 'payee-changes.approve',
  middleware: [idempotent()],
  request: { params: idParam, ...body(payeeReasonInput) },
  responses: record,
});
payeeChangeRoutes.openapi(refuse, async (c) => {
  const { id } = c.req.valid('param');
  const { reason } = c.req.valid('json');
  return c.json(await refusePayeeChange(c.get('services').db, c.get('identity'), id, reason), 200);
});

const withdraw = route({
  method: 'post',
  path: '/payee-changes/{id}/withdraw',
  policy: 'payee-changes.request',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: record,
});
payeeChangeRoutes.openapi(withdraw, async (c) =>
  c.json(await withdrawPayeeChange(c.get('services').db, c.get('identity'), c.req.valid('param').id), 200),
);
