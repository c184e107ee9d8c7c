import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listRemarks, REMARK_SORTS } from '../../db/queries/contract-remarks.ts';
import type { Env } from '../http/context.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { acceptVersion, acknowledgeVersion } from './accept-version.ts';
import { recordPaper } from './record-paper.ts';
import { addRemark, answerRemark } from './remark.ts';
import { showReading } from './show-reading.ts';
import { showAcceptance } from './show-workflow.ts';
import { placeOf, versionParams } from './version-params.ts';
import { versionRecord } from './versions.schema.ts';
import {
  accept,
  acceptanceForm,
  answer,
  paper,
  reading,
  remark,
  remarkCreate,
  remarkFilter,
} from './workflow.schema.ts';

/** The two sides over a version that was sent: reading, asking, answering, agreeing. */
export const acceptanceRoutes = router();
const V = '/contracts/{id}/versions/{versionId}' as const;

const readIt = route({
  method: 'get',
  path: `${V}/reading`,
  policy: 'contracts.show',
  request: { params: versionParams },
  responses: json(reading, 'The contract as its anchor reads it'),
});
acceptanceRoutes.openapi(readIt, async (c) =>
  c.json(await read(c, (trx) => showReading(trx, c.get('identity'), placeOf(c.req.valid('param')))), 200),
);

const list = route({
  method: 'get',
  path: '/contract-remarks',
  policy: 'contract-remarks.list',
  request: { query: listParams },
  responses: json(z.array(remark), 'A page of remarks and answers'),
});
acceptanceRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: remarkFilter, sorts: REMARK_SORTS });
  return answerList(c, 'contract-remarks', query, await read(c, (trx) => listRemarks(trx, query)));
});

const say = route({
  method: 'post',
  path: `${V}/remarks`,
  policy: 'contract-remarks.create',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(remarkCreate) },
  responses: json(remark, 'What the anchor said'),
});
acceptanceRoutes.openapi(say, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await addRemark(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const reply = route({
  method: 'post',
  path: '/contract-remarks/{id}/answer',
  policy: 'contract-remarks.answer',
  middleware: [idempotent()],
  request: { params: idParam, ...body(answer) },
  responses: json(remark, 'The answer'),
});
acceptanceRoutes.openapi(reply, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await answerRemark(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const form = route({
  method: 'get',
  path: `${V}/acceptance`,
  policy: 'contracts.show',
  request: { params: versionParams, query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }) },
  responses: json(acceptanceForm, 'What would be agreed to, word for word, and who did'),
});
acceptanceRoutes.openapi(form, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const { lang } = c.req.valid('query');
  return c.json(await read(c, (trx) => showAcceptance(trx, c.get('identity'), place, lang)), 200);
});

const agree = route({
  method: 'post',
  path: `${V}/accept`,
  policy: 'contracts.accept',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(accept) },
  responses: json(versionRecord, 'The version the anchor accepted'),
});
acceptanceRoutes.openapi(agree, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const input = c.req.valid('json');
  return c.json(await acceptVersion(c.get('services'), c.get('identity'), place, input, originOf(c)), 200);
});

const acknowledge = route({
  method: 'post',
  path: `${V}/acknowledge`,
  policy: 'contracts.acknowledge',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(accept) },
  responses: json(versionRecord, 'The version both sides accepted'),
});
acceptanceRoutes.openapi(acknowledge, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const input = c.req.valid('json');
  return c.json(
    await acknowledgeVersion(c.get('services'), c.get('identity'), place, input, originOf(c)),
    200,
  );
});

const onPaper = route({
  method: 'post',
  path: `${V}/paper-acceptance`,
  policy: 'contracts.record-paper',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(paper) },
  responses: json(versionRecord, 'The version the anchor signed on paper'),
});
acceptanceRoutes.openapi(onPaper, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await recordPaper(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const originOf = (c: Context<Env>) => ({
  ipAddress: c.get('clientAddress'),
  userAgent: c.req.header('user-agent') ?? null,
});
