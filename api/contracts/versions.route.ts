import { z } from '@hono/zod-openapi';
import { idempotent } from '../http/idempotency.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { activateVersion } from './activate-version.ts';
import { createVersion } from './create-version.ts';
import { deleteDraft } from './delete-draft.ts';
import { saveDraft } from './save-draft.ts';
import { placeOf, versionParams } from './version-params.ts';
import { draftEdit, versionCreate, versionRecord } from './versions.schema.ts';

/** The versions of a contract: drafts are written, then activated, and then never edited. */
export const versionRoutes = router();

const create = route({
  method: 'post',
  path: '/contracts/{id}/versions',
  policy: 'contracts.edit',
  middleware: [idempotent()],
  request: { params: idParam, ...body(versionCreate) },
  responses: json(versionRecord, 'The new draft'),
});
versionRoutes.openapi(create, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await createVersion(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const save = route({
  method: 'put',
  path: '/contracts/{id}/versions/{versionId}',
  policy: 'contracts.edit',
  request: { params: versionParams, ...body(draftEdit) },
  responses: json(versionRecord, 'The draft as it is now'),
});
versionRoutes.openapi(save, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await saveDraft(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const activate = route({
  method: 'post',
  path: '/contracts/{id}/versions/{versionId}/activate',
  policy: 'contracts.activate',
  middleware: [idempotent()],
  request: { params: versionParams },
  responses: json(versionRecord, 'The version in force'),
});
versionRoutes.openapi(activate, async (c) => {
  return c.json(
    await activateVersion(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))),
    200,
  );
});

const remove = route({
  method: 'delete',
  path: '/contracts/{id}/versions/{versionId}',
  policy: 'contracts.edit',
  request: { params: versionParams },
  responses: json(z.object({ id: z.int() }), 'The draft that is gone'),
});
versionRoutes.openapi(remove, async (c) => {
  return c.json(await deleteDraft(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))), 200);
});
