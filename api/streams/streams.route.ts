import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listStreams, readStream, STREAM_SORTS } from '../../db/queries/streams.ts';
import type { Env } from '../http/context.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { createStream } from './create-stream.ts';
import { streamCreate, streamEdit, streamFilter, streamRecord, streamRow } from './streams.schema.ts';
import { updateStream } from './update-stream.ts';

/** Streams (场次) with their run-sheet: list, show, create, edit. */
export const streamRoutes = router();

const list = route({
  method: 'get',
  path: '/streams',
  policy: 'streams.list',
  request: { query: listParams },
  responses: json(z.array(streamRow), 'A page of streams'),
});
streamRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: streamFilter, sorts: STREAM_SORTS });
  return answerList(c, 'streams', query, await read(c, (trx) => listStreams(trx, query, readerOf(c))));
});

const show = route({
  method: 'get',
  path: '/streams/{id}',
  policy: 'streams.show',
  request: { params: idParam },
  responses: json(streamRecord, 'One stream'),
});
streamRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readStream(trx, id, readerOf(c))), 'stream', id), 200);
});

const create = route({
  method: 'post',
  path: '/streams',
  policy: 'streams.create',
  request: body(streamCreate),
  responses: json(streamRecord, 'The new stream'),
});
streamRoutes.openapi(create, async (c) =>
  c.json(await createStream(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/streams/{id}',
  policy: 'streams.edit',
  request: { params: idParam, ...body(streamEdit) },
  responses: json(streamRecord, 'The stream as it is now'),
});
streamRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await updateStream(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const readerOf = (c: Context<Env>) => ({ seesInternals: c.get('identity').role !== 'anchor' });
