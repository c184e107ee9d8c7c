import { readAgency } from '../../db/queries/agency.ts';
import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { agencyEdit, agencyRecord } from './agency.schema.ts';
import { updateAgency } from './update-agency.ts';

/** The agency itself: its letterhead. */
export const agencyRoutes = router();

const show = route({
  method: 'get',
  path: '/agency',
  policy: 'agency.show',
  responses: json(agencyRecord, 'The agency'),
});
agencyRoutes.openapi(show, async (c) => c.json(await read(c, readAgency), 200));

const edit = route({
  method: 'put',
  path: '/agency',
  policy: 'agency.edit',
  request: body(agencyEdit),
  responses: json(agencyRecord, 'The changed agency'),
});
agencyRoutes.openapi(edit, async (c) =>
  c.json(await updateAgency(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);
