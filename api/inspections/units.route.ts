import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Env } from '../http/context.ts';
import { idempotent } from '../http/idempotency.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { decideDifference } from './decide-difference.ts';
import { addUnit, addUnitPhoto, changeUnit, comparePhotosAgain } from './record-unit.ts';
import { showUnit } from './show-inspection.ts';
import {
  decided,
  decisionBody,
  unitCreate,
  unitEdit,
  unitPhoto,
  unitRecord,
  upholdBody,
} from './units.schema.ts';

/** Units of an inspection, their photos, and what people decide on their differences. */
export const unitRoutes = router();

const show = route({
  method: 'get',
  path: '/inspection-units/{id}',
  policy: 'inspections.show',
  request: { params: idParam },
  responses: json(unitRecord, 'One unit against the sealed sample'),
});
unitRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await read(c, (trx) => showUnit(trx, id)), 200);
});

const add = route({
  method: 'post',
  path: '/inspections/{id}/units',
  policy: 'inspections.record',
  middleware: [idempotent()],
  request: { params: idParam, ...body(unitCreate) },
  responses: json(unitRecord, 'The unit, compared'),
});
unitRoutes.openapi(add, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await addUnit(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const change = route({
  method: 'put',
  path: '/inspection-units/{id}',
  policy: 'inspections.record',
  request: { params: idParam, ...body(unitEdit) },
  responses: json(unitRecord, 'The unit, compared anew'),
});
unitRoutes.openapi(change, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await changeUnit(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const attach = route({
  method: 'post',
  path: '/inspection-units/{id}/photos',
  policy: 'inspections.record',
  middleware: [idempotent()],
  request: { params: idParam, ...body(unitPhoto) },
  responses: json(unitRecord, 'The unit with the photo'),
});
unitRoutes.openapi(attach, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await addUnitPhoto(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const compare = route({
  method: 'post',
  path: '/inspection-units/{id}/compare-photos',
  policy: 'inspections.record',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(unitRecord, 'The unit, its photos queued again'),
});
unitRoutes.openapi(compare, async (c) =>
  c.json(await comparePhotosAgain(c.get('services'), c.get('identity'), c.req.valid('param').id), 200),
);

const verb = <B extends z.ZodType>(kind: 'uphold' | 'dismiss' | 'reopen', schema: B) => ({
  method: 'post' as const,
  path: `/inspection-differences/{id}/${kind}` as const,
  policy: 'inspections.decide' as const,
  middleware: [idempotent()],
  request: { params: idParam, ...body(schema) },
  responses: json(decided, 'The difference, the verdict as it is now, and whether a case may be opened'),
});

const decide = async (c: Context<Env>, id: number, decision: Parameters<typeof decideDifference>[3]) =>
  c.json(await decideDifference(c.get('services'), c.get('identity'), id, decision), 200);

unitRoutes.openapi(route(verb('uphold', upholdBody)), (c) =>
  decide(c, c.req.valid('param').id, { kind: 'uphold', ...c.req.valid('json') }),
);
unitRoutes.openapi(route(verb('dismiss', decisionBody)), (c) =>
  decide(c, c.req.valid('param').id, { kind: 'dismiss', ...c.req.valid('json') }),
);
unitRoutes.openapi(route(verb('reopen', decisionBody)), (c) =>
  decide(c, c.req.valid('param').id, { kind: 'reopen', ...c.req.valid('json') }),
);
