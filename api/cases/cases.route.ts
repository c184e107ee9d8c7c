import { z } from '@hono/zod-openapi';
import { listEvidenceSources } from '../../db/queries/case-sources.ts';
import { CASE_SORTS, countCases, listCases, readCase } from '../../db/queries/cases.ts';
import { previewHold } from '../../db/queries/holds.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { caseCounts, caseRecord, caseRow, evidenceSources, holdPreview } from './case-record.schema.ts';
import { type CaseByHand, caseCreate, caseEdit, caseFilter, windowBody } from './cases.schema.ts';
import { gatherCase } from './gather-case.ts';
import { openByHand, openOfInspection } from './open-case.ts';
import { editCase } from './remedies.ts';
import { showCase } from './show-case.ts';

/** Substitution cases: listed, shown, opened, and what a hold would take before it is started. */
export const caseRoutes = router();

const list = route({
  method: 'get',
  path: '/cases',
  policy: 'cases.list',
  request: { query: listParams },
  responses: json(z.array(caseRow), 'A page of cases'),
});
caseRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: caseFilter, sorts: CASE_SORTS });
  return answerList(c, 'cases', query, await read(c, (trx) => listCases(trx, query)));
});

const counts = route({
  method: 'get',
  path: '/cases/counts',
  policy: 'cases.list',
  responses: json(caseCounts, 'How many cases wait for what'),
});
caseRoutes.openapi(counts, async (c) => c.json(await read(c, countCases), 200));

const show = route({
  method: 'get',
  path: '/cases/{id}',
  policy: 'cases.show',
  request: { params: idParam },
  responses: json(caseRecord, 'One case with everything that hangs on it'),
});
caseRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await read(c, (trx) => showCase(trx, c.get('identity'), id)), 200);
});

const create = route({
  method: 'post',
  path: '/cases',
  policy: 'cases.open',
  middleware: [idempotent()],
  request: body(caseCreate),
  responses: json(caseRecord, 'The new case: its goods are stopped, and its money held where asked for'),
});
caseRoutes.openapi(create, async (c) => {
  const { inspectionId, ...said } = c.req.valid('json');
  const [services, identity] = [c.get('services'), c.get('identity')];
  const opened = inspectionId
    ? openOfInspection(services, identity, inspectionId)
    : openByHand(services, identity, said as CaseByHand);
  return c.json(await opened, 200);
});

const sources = route({
  method: 'get',
  path: '/cases/{id}/evidence-sources',
  policy: 'cases.evidence',
  request: { params: idParam },
  responses: json(
    evidenceSources,
    'Photos, comparisons and inspections of these goods that can be taken as evidence',
  ),
});
caseRoutes.openapi(sources, async (c) => {
  const { id } = c.req.valid('param');
  const answer = await read(c, async (trx) => {
    found(await readCase(trx, id), 'case', id);
    return listEvidenceSources(trx, id);
  });
  return c.json(answer, 200);
});

const edit = route({
  method: 'put',
  path: '/cases/{id}',
  policy: 'cases.work',
  request: { params: idParam, ...body(caseEdit) },
  responses: json(caseRecord, 'The case as it is now'),
});
caseRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await editCase(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const preview = route({
  method: 'post',
  path: '/cases/{id}/holds/preview',
  policy: 'cases.hold',
  request: { params: idParam, ...body(windowBody) },
  responses: json(holdPreview, 'What a hold of this scope would take now; nothing is kept'),
});
caseRoutes.openapi(preview, async (c) => {
  const { id } = c.req.valid('param');
  const answer = await read(c, async (trx) => {
    const { row } = await gatherCase(trx, c.get('identity'), id);
    return previewHold(trx, { ...c.req.valid('json'), productId: row.productId });
  });
  return c.json(answer, 200);
});
