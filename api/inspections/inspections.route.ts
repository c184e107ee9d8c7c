import { z } from '@hono/zod-openapi';
import { INSPECTION_SORTS, listInspections } from '../../db/queries/inspections.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { closeInspection, withdrawInspection } from './close-inspection.ts';
import { historyRoutes } from './history.route.ts';
import {
  closeBody,
  custodyCreate,
  inspectionCreate,
  inspectionFilter,
  inspectionRow,
  withdrawBody,
} from './inspections.schema.ts';
import { recordCustody } from './record-custody.ts';
import { showInspection, shownInspection } from './show-inspection.ts';
import { startInspection } from './start-inspection.ts';
import { unitRoutes } from './units.route.ts';
import { inspectionRecord } from './units.schema.ts';

/** Inspections of lots and mystery orders: started, recorded, decided and closed. */
export const inspectionRoutes = router();

const list = route({
  method: 'get',
  path: '/inspections',
  policy: 'inspections.list',
  request: { query: listParams },
  responses: json(z.array(inspectionRow), 'A page of inspections'),
});
inspectionRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: inspectionFilter, sorts: INSPECTION_SORTS });
  const { rows, total } = await read(c, (trx) => listInspections(trx, query));
  return answerList(c, 'inspections', query, { rows: rows.map(shownInspection), total });
});

const show = route({
  method: 'get',
  path: '/inspections/{id}',
  policy: 'inspections.show',
  request: { params: idParam },
  responses: json(inspectionRecord, 'One inspection with its units'),
});
inspectionRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await read(c, (trx) => showInspection(trx, id, c.get('identity'))), 200);
});

const start = route({
  method: 'post',
  path: '/inspections',
  policy: 'inspections.start',
  middleware: [idempotent()],
  request: body(inspectionCreate),
  responses: json(inspectionRecord, 'The inspection with its plan'),
});
inspectionRoutes.openapi(start, async (c) =>
  c.json(await startInspection(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const custody = route({
  method: 'post',
  path: '/inspections/{id}/custody',
  policy: 'inspections.record',
  middleware: [idempotent()],
  request: { params: idParam, ...body(custodyCreate) },
  responses: json(inspectionRecord, 'The inspection with the next hand'),
});
inspectionRoutes.openapi(custody, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await recordCustody(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const close = route({
  method: 'post',
  path: '/inspections/{id}/close',
  policy: 'inspections.close',
  middleware: [idempotent()],
  request: { params: idParam, ...body(closeBody) },
  responses: json(inspectionRecord, 'The inspection as it stays'),
});
inspectionRoutes.openapi(close, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await closeInspection(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const withdraw = route({
  method: 'post',
  path: '/inspections/{id}/withdraw',
  policy: 'inspections.close',
  middleware: [idempotent()],
  request: { params: idParam, ...body(withdrawBody) },
  responses: json(inspectionRecord, 'The inspection that was started by mistake'),
});
inspectionRoutes.openapi(withdraw, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await withdrawInspection(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

inspectionRoutes.route('/', unitRoutes);
inspectionRoutes.route('/', historyRoutes);
