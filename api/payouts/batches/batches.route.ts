import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listBatchCandidates } from '../../../db/queries/payout-batch-proposal.ts';
import { BATCH_SORTS, listBatches } from '../../../db/queries/payout-batches.ts';
import type { Env } from '../../http/context.ts';
import { idempotent } from '../../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../../http/list-query.ts';
import { read } from '../../http/read.ts';
import { body, idParam, json, route, router } from '../../http/route.ts';
import type { Actor } from '../fresh-sign-in.ts';
import {
  batchCreated,
  batchFilter,
  batchInput,
  batchRow,
  batchWhole,
  fileInput,
  itemsInput,
  proposal,
  proposalQuery,
  resendInput,
  settleInput,
} from './batches.schema.ts';
import { addToBatch, createBatch, removeFromBatch } from './create-batch.ts';
import { downloadFile, fileBatch } from './file-batch.ts';
import { approveBatch, cancelBatch, closeBatch, submitBatch, withdrawBatch } from './move-batch.ts';
import { proposeBatch } from './propose-batch.ts';
import { resendItems } from './resend-items.ts';
import { settleItem } from './settle-item.ts';
import { tellBatch } from './tell-batch.ts';

/** Payouts on their way to the bank together. */
export const batchRoutes = router();
const whole = json(batchWhole, 'The batch as it is now');

export const actorOf = (c: Context<Env>): Actor => ({
  identity: c.get('identity'),
  sessionId: c.get('sessionId') ?? null,
});

const propose = route({
  method: 'get',
  path: '/payout-batches/proposal',
  policy: 'payout-batches.prepare',
  request: { query: proposalQuery },
  responses: json(proposal, 'What a batch of this month would pay, and what stays out'),
});
batchRoutes.openapi(propose, async (c) => {
  const { month } = c.req.valid('query');
  const candidates = await read(c, (trx) => listBatchCandidates(trx, month, { hold: false }));
  return c.json({ month, ...proposeBatch(candidates, { onlyConfirmed: false }) }, 200);
});

const list = route({
  method: 'get',
  path: '/payout-batches',
  policy: 'payout-batches.list',
  request: { query: listParams },
  responses: json(z.array(batchRow), 'A page of batches'),
});
batchRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: batchFilter, sorts: BATCH_SORTS });
  return answerList(c, 'payout-batches', query, await read(c, (trx) => listBatches(trx, query)));
});

const show = route({
  method: 'get',
  path: '/payout-batches/{id}',
  policy: 'payout-batches.show',
  request: { params: idParam },
  responses: whole,
});
batchRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await read(c, (trx) => tellBatch(trx, actorOf(c), id)), 200);
});

const create = route({
  method: 'post',
  path: '/payout-batches',
  policy: 'payout-batches.prepare',
  middleware: [idempotent()],
  request: body(batchInput),
  responses: json(batchCreated, 'The draft, and which statements stay out'),
});
batchRoutes.openapi(create, async (c) =>
  c.json(await createBatch(c.get('services').db, actorOf(c), c.req.valid('json')), 200),
);

const add = route({
  method: 'post',
  path: '/payout-batches/{id}/items',
  policy: 'payout-batches.prepare',
  middleware: [idempotent()],
  request: { params: idParam, ...body(itemsInput) },
  responses: json(batchCreated, 'The draft, and which statements stay out'),
});
batchRoutes.openapi(add, async (c) => {
  const { id } = c.req.valid('param');
  const { statementIds } = c.req.valid('json');
  return c.json(await addToBatch(c.get('services').db, actorOf(c), id, statementIds), 200);
});

const itemParams = idParam.extend({
  itemId: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name: 'itemId', in: 'path' } }),
});
const remove = route({
  method: 'post',
  path: '/payout-batches/{id}/items/{itemId}/remove',
  policy: 'payout-batches.prepare',
  middleware: [idempotent()],
  request: { params: itemParams },
  responses: whole,
});
batchRoutes.openapi(remove, async (c) => {
  const { id, itemId } = c.req.valid('param');
  return c.json(await removeFromBatch(c.get('services').db, actorOf(c), id, itemId), 200);
});

const steps = [
  ['submit', 'payout-batches.prepare', submitBatch],
  ['withdraw', 'payout-batches.prepare', withdrawBatch],
  ['approve', 'payout-batches.approve', approveBatch],
  ['cancel', 'payout-batches.cancel', cancelBatch],
  ['close', 'payout-batches.return', closeBatch],
] as const;
for (const [verb, policy, take] of steps) {
  const step = route({
    method: 'post',
    path: `/payout-batches/{id}/${verb}`,
    policy,
    middleware: [idempotent()],
    request: { params: idParam },
    responses: whole,
  });
  batchRoutes.openapi(step, async (c) =>
    c.json(await take(c.get('services').db, actorOf(c), c.req.valid('param').id), 200),
  );
}

const file = route({
  method: 'post',
  path: '/payout-batches/{id}/file',
  policy: 'payout-batches.file',
  middleware: [idempotent()],
  request: { params: idParam, ...body(fileInput) },
  responses: whole,
});
batchRoutes.openapi(file, async (c) => {
  const { id } = c.req.valid('param');
  const { format } = c.req.valid('json');
  return c.json(await fileBatch(c.get('services'), actorOf(c), id, format), 200);
});

const download = route({
  method: 'get',
  path: '/payout-batches/{id}/file',
  policy: 'payout-batches.file',
  request: { params: idParam },
  responses: {
    200: {
      description: 'The bank file as it was frozen',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
batchRoutes.openapi(download, async (c) => {
  const { id } = c.req.valid('param');
  const { bytes, fileName, sha256 } = await downloadFile(c.get('services'), actorOf(c), id);
  return c.body(bytes, 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  });
});

const settle = route({
  method: 'post',
  path: '/payout-batches/{id}/items/{itemId}/settle',
  policy: 'payout-batches.return',
  middleware: [idempotent()],
  request: { params: itemParams, ...body(settleInput) },
  responses: whole,
});
batchRoutes.openapi(settle, async (c) => {
  const { id, itemId } = c.req.valid('param');
  return c.json(await settleItem(c.get('services').db, actorOf(c), id, itemId, c.req.valid('json')), 200);
});

const resend = route({
  method: 'post',
  path: '/payout-batches/{id}/resend',
  policy: 'payout-batches.prepare',
  middleware: [idempotent()],
  request: { params: idParam, ...body(resendInput) },
  responses: whole,
});
batchRoutes.openapi(resend, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await resendItems(c.get('services').db, actorOf(c), id, c.req.valid('json')), 200);
});
