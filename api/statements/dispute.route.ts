import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { DISPUTE_SORTS, findDisputeFile, listDisputes, readDispute } from '../../db/queries/disputes.ts';
import { DomainError } from '../domain/error.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, guard, idParam, json, route, router } from '../http/route.ts';
import { keptPath } from '../http/uploads/keep-file.ts';
import { receiveUpload } from '../http/uploads/receive-upload.ts';
import { answerDispute } from './answer-dispute.ts';
import { approveOutcome, declineOutcome } from './approve-outcome.ts';
import { rejectDispute, upholdDispute, withdrawDispute } from './decide-dispute.ts';
import {
  answerInput,
  disputeFilter,
  disputeInput,
  disputeRecord,
  disputeWhole,
  reasonInput,
  upholdInput,
} from './dispute.schema.ts';
import { EVIDENCE_MAX_BYTES, keepEvidence } from './keep-evidence.ts';
import { raiseDispute } from './raise-dispute.ts';

/** Lines of statements that anchors do not agree with, and what becomes of them. */
export const disputeRoutes = router();
const whole = json(disputeWhole, 'The dispute with everything said');

const list = route({
  method: 'get',
  path: '/disputes',
  policy: 'disputes.list',
  request: { query: listParams },
  responses: json(z.array(disputeRecord), 'A page of disputes'),
});
disputeRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: disputeFilter, sorts: DISPUTE_SORTS });
  return answerList(c, 'disputes', query, await read(c, (trx) => listDisputes(trx, query)));
});

const show = route({
  method: 'get',
  path: '/disputes/{id}',
  policy: 'disputes.show',
  request: { params: idParam },
  responses: whole,
});
disputeRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readDispute(trx, id)), 'dispute', id), 200);
});

const raise = route({
  method: 'post',
  path: '/statements/{id}/disputes',
  policy: 'disputes.create',
  middleware: [idempotent()],
  request: { params: idParam, ...body(disputeInput) },
  responses: whole,
});
disputeRoutes.openapi(raise, async (c) => {
  const { body: said, ...line } = c.req.valid('json');
  const { id } = c.req.valid('param');
  const { db } = c.get('services');
  return c.json(await raiseDispute(db, c.get('identity'), id, { line, body: said }), 200);
});

const answer = route({
  method: 'post',
  path: '/disputes/{id}/answers',
  policy: 'disputes.answer',
  middleware: [idempotent()],
  request: { params: idParam, ...body(answerInput) },
  responses: whole,
});
disputeRoutes.openapi(answer, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(
    await answerDispute(c.get('services').db, c.get('identity'), id, c.req.valid('json').body),
    200,
  );
});

const uphold = route({
  method: 'post',
  path: '/disputes/{id}/uphold',
  policy: 'disputes.decide',
  middleware: [idempotent()],
  request: { params: idParam, ...body(upholdInput) },
  responses: whole,
});
disputeRoutes.openapi(uphold, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await upholdDispute(c.get('services').db, c.get('identity'), id, c.req.valid('json')), 200);
});

const reject = route({
  method: 'post',
  path: '/disputes/{id}/reject',
  policy: 'disputes.decide',
  middleware: [idempotent()],
  request: { params: idParam, ...body(reasonInput) },
  responses: whole,
});
disputeRoutes.openapi(reject, async (c) => {
  const { id } = c.req.valid('param');
  const { reason } = c.req.valid('json');
  return c.json(await rejectDispute(c.get('services').db, c.get('identity'), id, reason), 200);
});

const approve = route({
  method: 'post',
  path: '/disputes/{id}/approve',
  policy: 'disputes.approve',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: whole,
});
disputeRoutes.openapi(approve, async (c) =>
  c.json(await approveOutcome(c.get('services').db, c.get('identity'), c.req.valid('param').id), 200),
);

const decline = route({
  method: 'post',
  path: '/disputes/{id}/decline',
  policy: 'disputes.approve',
  middleware: [idempotent()],
  request: { params: idParam, ...body(reasonInput) },
  responses: whole,
});
disputeRoutes.openapi(decline, async (c) => {
  const { id } = c.req.valid('param');
  const { reason } = c.req.valid('json');
  return c.json(await declineOutcome(c.get('services').db, c.get('identity'), id, reason), 200);
});

const withdraw = route({
  method: 'post',
  path: '/disputes/{id}/withdraw',
  policy: 'disputes.create',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: whole,
});
disputeRoutes.openapi(withdraw, async (c) =>
  c.json(await withdrawDispute(c.get('services').db, c.get('identity'), c.req.valid('param').id), 200),
);

/** The body of an upload is no input of the route: it is read as it arrives. */
const upload = route({
  method: 'post',
  path: '/disputes/{id}/files',
  policy: 'disputes.answer',
  responses: whole,
});
const { middleware: _, ...uploadDocumented } = upload;
disputeRoutes.openAPIRegistry.registerPath({
  ...uploadDocumented,
  request: {
    params: idParam,
    body: {
      required: true,
      content: {
        'multipart/form-data': { schema: z.object({ file: z.string().openapi({ format: 'binary' }) }) },
      },
    },
  },
});
disputeRoutes.post('/disputes/:id/files', guard('disputes.answer'), async (c) => {
  const params = idParam.safeParse(c.req.param());
  if (!params.success) throw new DomainError('not_found', 'not_found', `there is nothing at ${c.req.path}`);
  const answered = await receiveUpload(c.req.raw, c.get('services').dataDir, EVIDENCE_MAX_BYTES, (file) =>
    keepEvidence(c.get('services'), c.get('identity'), params.data.id, file),
  );
  return c.json(answered, 200);
});

const fileParams = idParam.extend({
  fileId: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name: 'fileId', in: 'path' } }),
});
const file = route({
  method: 'get',
  path: '/disputes/{id}/files/{fileId}',
  policy: 'disputes.show',
  request: { params: fileParams },
  responses: {
    200: {
      description: 'The evidence as it came',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
disputeRoutes.openapi(file, async (c) => {
  const { id, fileId } = c.req.valid('param');
  const kept = found(await read(c, (trx) => findDisputeFile(trx, id, fileId)), 'file', fileId);
  const stream = createReadStream(keptPath(c.get('services').dataDir, kept.sha256));
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(kept.sizeBytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(kept.name)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    etag: `"${kept.sha256}"`,
  });
});
