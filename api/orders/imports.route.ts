import { z } from '@hono/zod-openapi';
import { listMappings, MAPPING_SORTS } from '../../db/queries/import-mappings.ts';
import { IMPORT_SORTS, listImports, listRejects, readImport } from '../../db/queries/imports.ts';
import { DEFAULT_LIMITS } from '../files/limits.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, guard, idParam, json, route, router } from '../http/route.ts';
import { receiveUpload } from '../http/uploads/receive-upload.ts';
import { cancelImport } from './cancel-import.ts';
import { dropMapping } from './delete-mapping.ts';
import {
  importFilter,
  importRecord,
  importRequest,
  mappingFilter,
  mappingRecord,
  noFilter,
  preview,
  rejectRecord,
  uploadRequest,
} from './imports.schema.ts';
import { previewUpload } from './preview-upload.ts';
import { asListed, showImport } from './show-import.ts';
import { startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

/** Order files: look into one, queue it, follow it, take it back; and the mappings people saved. */
export const importRoutes = router();

const look = route({
  method: 'post',
  path: '/imports/preview',
  policy: 'imports.create',
  responses: json(preview, 'What the file is and how it would be read; the file is kept'),
});
// The body is no input of the route: it is read as it arrives, never as a whole.
const { middleware: _, ...documented } = look;
importRoutes.openAPIRegistry.registerPath({ ...documented, request: uploadRequest });
importRoutes.post(look.path, guard('imports.create'), async (c) =>
  c.json(
    await receiveUpload(c.req.raw, c.get('services').dataDir, DEFAULT_LIMITS.maxBytes, (upload) =>
      previewUpload(c.get('services'), c.get('identity'), upload),
    ),
    200,
  ),
);

const list = route({
  method: 'get',
  path: '/imports',
  policy: 'imports.list',
  request: { query: listParams },
  responses: json(z.array(importRecord), 'A page of imports'),
});
importRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: importFilter, sorts: IMPORT_SORTS });
  const { rows, total } = await read(c, (trx) => listImports(trx, query));
  return answerList(c, 'imports', query, { rows: rows.map(asListed), total });
});

const start = route({
  method: 'post',
  path: '/imports',
  policy: 'imports.create',
  middleware: [idempotent()],
  request: body(importRequest),
  responses: json(importRecord, 'The import, which waits for a worker'),
});
importRoutes.openapi(start, async (c) => {
  const id = await startImport(c.get('services'), c.get('identity'), c.req.valid('json'));
  return c.json(found(await read(c, (trx) => showImport(trx, id)), 'import', id), 200);
});

const show = route({
  method: 'get',
  path: '/imports/{id}',
  policy: 'imports.show',
  request: { params: idParam },
  responses: json(importRecord, 'One import, and why it cannot be undone'),
});
importRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => showImport(trx, id)), 'import', id), 200);
});

const rejects = route({
  method: 'get',
  path: '/imports/{id}/rejects',
  policy: 'imports.show',
  request: { params: idParam, query: listParams },
  responses: json(z.array(rejectRecord), 'Lines that were refused, the first 10,000 of an import'),
});
importRoutes.openapi(rejects, async (c) => {
  const { id } = c.req.valid('param');
  const raw = { sort: '["line","ASC"]', ...c.req.valid('query') };
  const query = readListQuery(raw, { filter: noFilter, sorts: ['line'] });
  const page = await read(c, async (trx) => {
    found(await readImport(trx, id), 'import', id);
    return listRejects(trx, id, query);
  });
  return answerList(c, 'rejects', query, page);
});

const cancel = route({
  method: 'post',
  path: '/imports/{id}/cancel',
  policy: 'imports.cancel',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(importRecord, 'The import: cancelled, or asked to stop'),
});
importRoutes.openapi(cancel, async (c) => {
  const { id } = c.req.valid('param');
  await cancelImport(c.get('services').db, c.get('identity'), id);
  return c.json(found(await read(c, (trx) => showImport(trx, id)), 'import', id), 200);
});

const undo = route({
  method: 'post',
  path: '/imports/{id}/undo',
  policy: 'imports.undo',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(importRecord, 'The import, of which nothing is in any more'),
});
importRoutes.openapi(undo, async (c) => {
  const { id } = c.req.valid('param');
  await undoImport({ db: c.get('services').db, identity: c.get('identity'), importId: id });
  return c.json(found(await read(c, (trx) => showImport(trx, id)), 'import', id), 200);
});

const mappings = route({
  method: 'get',
  path: '/import-mappings',
  policy: 'imports.list',
  request: { query: listParams },
  responses: json(z.array(mappingRecord), 'A page of saved mappings'),
});
importRoutes.openapi(mappings, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: mappingFilter, sorts: MAPPING_SORTS });
  return answerList(c, 'import-mappings', query, await read(c, (trx) => listMappings(trx, query)));
});

const dropped = route({
  method: 'delete',
  path: '/import-mappings/{id}',
  policy: 'imports.create',
  request: { params: idParam },
  responses: json(mappingRecord, 'The mapping that was thrown away'),
});
importRoutes.openapi(dropped, async (c) =>
  c.json(await dropMapping(c.get('services').db, c.get('identity'), c.req.valid('param').id), 200),
);
