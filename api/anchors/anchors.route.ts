import { z } from '@hono/zod-openapi';
import { ANCHOR_SORTS, listAnchors, readAnchor } from '../../db/queries/anchors.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import {
  anchorCreate,
  anchorEdit,
  anchorFilter,
  anchorRecord,
  anchorRow,
  payeeEdit,
  payeeRecord,
} from './anchors.schema.ts';
import { createAnchor } from './create-anchor.ts';
import { setPayee } from './set-payee.ts';
import { updateAnchor } from './update-anchor.ts';

/** Anchors with their platform accounts, and where they are paid. */
export const anchorRoutes = router();

const list = route({
  method: 'get',
  path: '/anchors',
  policy: 'anchors.list',
  request: { query: listParams },
  responses: json(z.array(anchorRow), 'A page of anchors'),
});
anchorRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: anchorFilter, sorts: ANCHOR_SORTS });
  return answerList(c, 'anchors', query, await read(c, (trx) => listAnchors(trx, query)));
});

const show = route({
  method: 'get',
  path: '/anchors/{id}',
  policy: 'anchors.show',
  request: { params: idParam },
  responses: json(anchorRecord, 'One anchor'),
});
anchorRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readAnchor(trx, id)), 'anchor', id), 200);
});

const create = route({
  method: 'post',
  path: '/anchors',
  policy: 'anchors.create',
  request: body(anchorCreate),
  responses: json(anchorRecord, 'The new anchor; its party is made with it'),
});
anchorRoutes.openapi(create, async (c) =>
  c.json(await createAnchor(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/anchors/{id}',
  policy: 'anchors.edit',
  request: { params: idParam, ...body(anchorEdit) },
  responses: json(anchorRecord, 'The anchor as it is now'),
});
anchorRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await updateAnchor(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const payee = route({
  method: 'put',
  path: '/anchors/{id}/payee',
  policy: 'anchors.payee',
  request: { params: idParam, ...body(payeeEdit) },
  responses: json(payeeRecord, 'The payee as it is now'),
});
anchorRoutes.openapi(payee, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await setPayee(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});
