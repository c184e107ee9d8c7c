import { z } from '@hono/zod-openapi';
import { listParties, PARTY_SORTS } from '../../db/queries/parties.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { createParty } from './create-party.ts';
import { partyCreate, partyFilter, partyRecord } from './parties.schema.ts';

/** Who may take part in a split: list, create. */
export const partyRoutes = router();

const list = route({
  method: 'get',
  path: '/parties',
  policy: 'parties.list',
  request: { query: listParams },
  responses: json(z.array(partyRecord), 'A page of parties'),
});
partyRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: partyFilter, sorts: PARTY_SORTS });
  return answerList(c, 'parties', query, await read(c, (trx) => listParties(trx, query)));
});

const create = route({
  method: 'post',
  path: '/parties',
  policy: 'parties.create',
  request: body(partyCreate),
  responses: json(partyRecord, 'The new party'),
});
partyRoutes.openapi(create, async (c) =>
  c.json(await createParty(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);
