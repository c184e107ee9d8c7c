import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DOCUMENT_SORTS, listDocuments, readDocument } from '../../db/queries/contract-documents.ts';
import { DomainError } from '../domain/error.ts';
import type { Env } from '../http/context.ts';
import { invalidInput } from '../http/errors.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, guard, idParam, json, route, router } from '../http/route.ts';
import { keptPath } from '../http/uploads/keep-file.ts';
import { receiveUpload } from '../http/uploads/receive-upload.ts';
import {
  attached,
  documentFilter,
  documentRecord,
  documentRow,
  paperQuery,
  pastedText,
  uploadBody,
} from './documents.schema.ts';
import { keepPaper } from './keep-paper.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { pasteText } from './paste-text.ts';
import { releaseDocument } from './release-document.ts';
import { storeDocument, type VersionPlace } from './store-document.ts';

/** The papers of contracts: uploaded, pasted, listed, handed out as they came. */
export const documentRoutes = router();
const V = '/contracts/{id}/versions/{versionId}' as const;

const versionParams = idParam.extend({
  versionId: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name: 'versionId', in: 'path' } }),
});
const placeOf = ({ id, versionId }: z.infer<typeof versionParams>): VersionPlace => ({
  contractId: id,
  versionId,
});

/** The body of an upload is no input of the route: it is read as it arrives, never as a whole. */
const upload = route({
  method: 'post',
  path: `${V}/documents`,
  policy: 'contracts.upload',
  responses: json(attached, 'The document the draft shows now, and what became of its rules'),
});
const { middleware: _u, ...uploadDocumented } = upload;
documentRoutes.openAPIRegistry.registerPath({
  ...uploadDocumented,
  request: { params: versionParams, ...uploadBody },
});
documentRoutes.post('/contracts/:id/versions/:versionId/documents', guard('contracts.upload'), async (c) => {
  const place = placeOf(paramsOf(c, versionParams));
  const { dataDir } = c.get('services');
  const answer = await receiveUpload(c.req.raw, dataDir, DOCUMENT_LIMITS.maxBytes, (file) =>
    storeDocument(c.get('services'), c.get('identity'), place, file),
  );
  return c.json(answer, 200);
});

const paper = route({
  method: 'post',
  path: '/contracts/{id}/files',
  policy: 'contracts.upload',
  responses: json(documentRow, 'The paper that was kept'),
});
const { middleware: _p, ...paperDocumented } = paper;
documentRoutes.openAPIRegistry.registerPath({
  ...paperDocumented,
  request: { params: idParam, query: paperQuery, ...uploadBody },
});
documentRoutes.post('/contracts/:id/files', guard('contracts.upload'), async (c) => {
  const { id: contractId } = paramsOf(c, idParam);
  const { kind } = queryOf(c, paperQuery);
  const { dataDir } = c.get('services');
  const answer = await receiveUpload(c.req.raw, dataDir, DOCUMENT_LIMITS.maxBytes, (file) =>
    keepPaper(c.get('services'), c.get('identity'), { contractId, kind }, file),
  );
  return c.json(answer, 200);
});

const paste = route({
  method: 'post',
  path: `${V}/text`,
  policy: 'contracts.upload',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(pastedText) },
  responses: json(attached, 'The text the draft shows now'),
});
documentRoutes.openapi(paste, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await pasteText(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const release = route({
  method: 'delete',
  path: `${V}/documents`,
  policy: 'contracts.upload',
  request: { params: versionParams },
  responses: json(z.object({ id: z.int() }), 'The document the draft does not show any more'),
});
documentRoutes.openapi(release, async (c) =>
  c.json(await releaseDocument(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))), 200),
);

const list = route({
  method: 'get',
  path: '/contract-documents',
  policy: 'contract-documents.list',
  request: { query: listParams },
  responses: json(z.array(documentRow), 'A page of papers'),
});
documentRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: documentFilter, sorts: DOCUMENT_SORTS });
  return answerList(c, 'contract-documents', query, await read(c, (trx) => listDocuments(trx, query)));
});

const show = route({
  method: 'get',
  path: '/contract-documents/{id}',
  policy: 'contract-documents.show',
  request: { params: idParam },
  responses: json(documentRecord, 'One paper with the text that was read from it'),
});
documentRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readDocument(trx, id)), 'document', id), 200);
});

const original = route({
  method: 'get',
  path: '/contract-documents/{id}/original',
  policy: 'contract-documents.show',
  request: { params: idParam },
  responses: {
    200: {
      description: 'The bytes as they came',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
  },
});
documentRoutes.openapi(original, async (c) => {
  const { id } = c.req.valid('param');
  const { sha256, fileName } = found(await read(c, (trx) => readDocument(trx, id)), 'document', id);
  return answerOriginal(c, sha256, fileName);
});

/** An id that cannot be one is unknown, as everywhere. */
function paramsOf<T extends z.ZodType>(c: Context<Env>, schema: T): z.infer<T> {
  const { success, data } = schema.safeParse(c.req.param());
  if (!success) throw new DomainError('not_found', 'not_found', `there is nothing at ${c.req.path}`);
  return data;
}

function queryOf<T extends z.ZodType>(c: Context<Env>, schema: T): z.infer<T> {
  const parsed = schema.safeParse(c.req.query());
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

/** Never shown by the browser, whatever it claims to be: it comes from outside. */
async function answerOriginal(c: Context<Env>, sha256: string, fileName: string) {
  const file = keptPath(c.get('services').dataDir, sha256);
  const info = found(await stat(file).catch(() => undefined), 'file', sha256);
  return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(info.size),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  });
}
