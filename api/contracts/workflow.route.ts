import { z } from '@hono/zod-openapi';
import { readConsent } from '../../db/queries/contract-acceptances.ts';
import { idempotent } from '../http/idempotency.ts';
import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { confirmGuardian, recordConsent } from './record-consent.ts';
import { returnVersion } from './return-version.ts';
import { sendVersion } from './send-version.ts';
import { showWorkflow } from './show-workflow.ts';
import { submitVersion } from './submit-version.ts';
import { readVersion } from './take-step.ts';
import { placeOf, versionParams } from './version-params.ts';
import { versionRecord } from './versions.schema.ts';
import { withdrawVersion } from './withdraw-version.ts';
import { consent, consentInput, reasoned, workflow } from './workflow.schema.ts';

/** A version's way from draft to anchor. */
export const workflowRoutes = router();
const V = '/contracts/{id}/versions/{versionId}' as const;

const show = route({
  method: 'get',
  path: `${V}/workflow`,
  policy: 'contracts.show',
  request: { params: versionParams },
  responses: json(workflow, 'Where the version stands, what may be done with it and what was'),
});
workflowRoutes.openapi(show, async (c) =>
  c.json(await read(c, (trx) => showWorkflow(trx, c.get('identity'), placeOf(c.req.valid('param')))), 200),
);

const submit = route({
  method: 'post',
  path: `${V}/submit`,
  policy: 'contracts.submit',
  middleware: [idempotent()],
  request: { params: versionParams },
  responses: json(versionRecord, 'The version before compliance'),
});
workflowRoutes.openapi(submit, async (c) =>
  c.json(await submitVersion(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))), 200),
);

const giveBack = route({
  method: 'post',
  path: `${V}/return`,
  policy: 'contracts.clear',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(reasoned) },
  responses: json(versionRecord, 'The draft'),
});
workflowRoutes.openapi(giveBack, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await returnVersion(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const send = route({
  method: 'post',
  path: `${V}/send`,
  policy: 'contracts.clear',
  middleware: [idempotent()],
  request: { params: versionParams },
  responses: json(versionRecord, 'The version the anchor has'),
});
workflowRoutes.openapi(send, async (c) =>
  c.json(await sendVersion(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))), 200),
);

const withdraw = route({
  method: 'post',
  path: `${V}/withdraw`,
  policy: 'contracts.clear',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(reasoned) },
  responses: json(versionRecord, 'The version that was taken back'),
});
workflowRoutes.openapi(withdraw, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await withdrawVersion(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const guardian = route({
  method: 'get',
  path: `${V}/guardian-consent`,
  policy: 'contracts.guardian',
  request: { params: versionParams },
  responses: json(z.object({ consent: consent.nullable() }), 'The guardian’s consent, if there is one'),
});
workflowRoutes.openapi(guardian, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const found = await read(c, async (trx) => {
    await readVersion(trx, c.get('identity'), place);
    return readConsent(trx, place.versionId);
  });
  return c.json({ consent: found ?? null }, 200);
});

const record = route({
  method: 'post',
  path: `${V}/guardian-consent`,
  policy: 'contracts.submit',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(consentInput) },
  responses: json(consent, 'The consent, not confirmed yet'),
});
workflowRoutes.openapi(record, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await recordConsent(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const confirm = route({
  method: 'post',
  path: `${V}/guardian-consent/confirm`,
  policy: 'contracts.clear',
  middleware: [idempotent()],
  request: { params: versionParams },
  responses: json(consent, 'The confirmed consent'),
});
workflowRoutes.openapi(confirm, async (c) =>
  c.json(await confirmGuardian(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))), 200),
);
