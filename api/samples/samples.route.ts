import { z } from '@hono/zod-openapi';
import {
  listOffered,
  listSamples,
  OFFERED_SORTS,
  readSampleSettings,
  SAMPLE_SORTS,
} from '../../db/queries/samples.ts';
import { DomainError } from '../domain/error.ts';
import { HOUSE_LOAN_DAYS, HOUSE_QUOTA } from '../domain/inspection/sample-request.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { changeSettings } from './change-settings.ts';
import { photoRoutes } from './photos.route.ts';
import { requestSample, weighRequest } from './request-sample.ts';
import { sampleSteps } from './sample-steps.route.ts';
import {
  offeredFilter,
  offeredProduct,
  previewBody,
  requestPreview,
  sampleCreate,
  sampleFilter,
  sampleRecord,
  sampleRow,
  settingsBody,
  settingsRecord,
} from './samples.schema.ts';
import { sealRoutes } from './seals.route.ts';
import { shownSample, showSample } from './show-sample.ts';

/** Samples from the request to their end. An anchor meets own ones alone. */
export const sampleRoutes = router();

const list = route({
  method: 'get',
  path: '/samples',
  policy: 'samples.list',
  request: { query: listParams },
  responses: json(z.array(sampleRow), 'A page of samples'),
});
sampleRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: sampleFilter, sorts: SAMPLE_SORTS });
  const { rows, total } = await read(c, (trx) => listSamples(trx, query));
  const shown = rows.map((row) => shownSample(row, c.get('identity')));
  return answerList(c, 'samples', query, { rows: shown, total });
});

const offered = route({
  method: 'get',
  path: '/samples/offered',
  policy: 'samples.request',
  request: { query: listParams },
  responses: json(z.array(offeredProduct), 'Goods that may be asked for now'),
});
sampleRoutes.openapi(offered, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: offeredFilter, sorts: OFFERED_SORTS });
  return answerList(c, 'offered', query, await read(c, (trx) => listOffered(trx, query)));
});

const show = route({
  method: 'get',
  path: '/samples/{id}',
  policy: 'samples.show',
  request: { params: idParam },
  responses: json(sampleRecord, 'One sample with its steps'),
});
sampleRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await read(c, (trx) => showSample(trx, id, c.get('identity'))), 200);
});

const request = route({
  method: 'post',
  path: '/samples',
  policy: 'samples.request',
  middleware: [idempotent()],
  request: body(sampleCreate),
  responses: json(sampleRecord, 'The sample that was asked for'),
});
sampleRoutes.openapi(request, async (c) =>
  c.json(await requestSample(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const preview = route({
  method: 'post',
  path: '/samples/preview',
  policy: 'samples.request',
  request: body(previewBody),
  responses: json(requestPreview, 'Whether the sample may be asked for now'),
});
sampleRoutes.openapi(preview, async (c) => {
  const { productId, anchorId } = c.req.valid('json');
  const asking = c.get('identity').anchorId ?? anchorId;
  if (asking === undefined)
    throw new DomainError('invalid', 'invalid_input', 'say for which anchor', {
      errors: { anchorId: 'say for which anchor' },
    });
  return c.json(await read(c, (trx) => weighRequest(trx, asking, productId)), 200);
});

const settings = route({
  method: 'get',
  path: '/sample-settings',
  policy: 'samples.list',
  responses: json(settingsRecord, "The agency's rule, and the house's where it has none"),
});
sampleRoutes.openapi(settings, async (c) =>
  c.json(
    { ...(await read(c, readSampleSettings)), houseQuota: HOUSE_QUOTA, houseLoanDays: HOUSE_LOAN_DAYS },
    200,
  ),
);

const edit = route({
  method: 'put',
  path: '/sample-settings',
  policy: 'samples.settings',
  request: body(settingsBody),
  responses: json(settingsRecord, 'The rule as it is now'),
});
sampleRoutes.openapi(edit, async (c) => {
  const after = await changeSettings(c.get('services'), c.get('identity'), c.req.valid('json'));
  return c.json({ ...after, houseQuota: HOUSE_QUOTA, houseLoanDays: HOUSE_LOAN_DAYS }, 200);
});

sampleRoutes.route('/', sampleSteps);
sampleRoutes.route('/', sealRoutes);
sampleRoutes.route('/', photoRoutes);
