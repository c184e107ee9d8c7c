import { z } from '@hono/zod-openapi';
import { listTeams, readTeam, TEAM_SORTS } from '../../db/queries/teams.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { createTeam } from './create-team.ts';
import { renameTeam } from './rename-team.ts';
import { team, teamFilter, teamInput } from './teams.schema.ts';

/** Teams: who sees each other's anchors. */
export const teamRoutes = router();

const list = route({
  method: 'get',
  path: '/teams',
  policy: 'teams.list',
  request: { query: listParams },
  responses: json(z.array(team), 'A page of teams'),
});
teamRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: teamFilter, sorts: TEAM_SORTS });
  return answerList(c, 'teams', query, await read(c, (trx) => listTeams(trx, query)));
});

const show = route({
  method: 'get',
  path: '/teams/{id}',
  policy: 'teams.show',
  request: { params: idParam },
  responses: json(team, 'One team'),
});
teamRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readTeam(trx, id)), 'team', id), 200);
});

const create = route({
  method: 'post',
  path: '/teams',
  policy: 'teams.create',
  middleware: [idempotent()],
  request: body(teamInput),
  responses: json(team, 'The new team'),
});
teamRoutes.openapi(create, async (c) =>
  c.json(await createTeam(c.get('services'), c.get('identity'), c.req.valid('json').name), 200),
);

const edit = route({
  method: 'put',
  path: '/teams/{id}',
  policy: 'teams.edit',
  request: { params: idParam, ...body(teamInput) },
  responses: json(team, 'The team with its new name'),
});
teamRoutes.openapi(edit, async (c) => {
  const input = { ...c.req.valid('param'), ...c.req.valid('json') };
  return c.json(await renameTeam(c.get('services'), c.get('identity'), input), 200);
});
