import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CONTRACT_SORTS, listContracts, readContract } from '../../db/queries/contracts.ts';
import type { Env } from '../http/context.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { acceptanceRoutes } from './acceptance.route.ts';
import { boardRoutes } from './board.route.ts';
import { componentRoutes } from './components.route.ts';
import {
  contractCreate,
  contractEdit,
  contractFilter,
  contractRecord,
  contractRow,
} from './contracts.schema.ts';
import { createContract } from './create-contract.ts';
import { diffRoutes } from './diff.route.ts';
import { dryRunRoutes } from './dry-run.route.ts';
import { figureRoutes } from './figures.route.ts';
import { paperRoutes } from './papers.route.ts';
import { promiseRoutes } from './promises.route.ts';
import { reviewRoutes } from './review.route.ts';
import { updateContract } from './update-contract.ts';
import { versionRoutes } from './versions.route.ts';
import { workflowRoutes } from './workflow.route.ts';

/** Contracts, around their terms: list, show, create, edit. */
export const contractRoutes = router();
const parts = [
  versionRoutes,
  workflowRoutes,
  reviewRoutes,
  acceptanceRoutes,
  diffRoutes,
  figureRoutes,
  paperRoutes,
  boardRoutes,
  promiseRoutes,
  componentRoutes,
  dryRunRoutes,
];
for (const routes of parts) contractRoutes.route('/', routes);

const list = route({
  method: 'get',
  path: '/contracts',
  policy: 'contracts.list',
  request: { query: listParams },
  responses: json(z.array(contractRow), 'A page of contracts'),
});
contractRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: contractFilter, sorts: CONTRACT_SORTS });
  return answerList(c, 'contracts', query, await read(c, (trx) => listContracts(trx, query, readerOf(c))));
});

const show = route({
  method: 'get',
  path: '/contracts/{id}',
  policy: 'contracts.show',
  request: { params: idParam },
  responses: json(contractRecord, 'One contract'),
});
contractRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readContract(trx, id, readerOf(c))), 'contract', id), 200);
});

const create = route({
  method: 'post',
  path: '/contracts',
  policy: 'contracts.create',
  request: body(contractCreate),
  responses: json(contractRecord, 'The new contract'),
});
contractRoutes.openapi(create, async (c) =>
  c.json(await createContract(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/contracts/{id}',
  policy: 'contracts.edit',
  request: { params: idParam, ...body(contractEdit) },
  responses: json(contractRecord, 'The contract as it is now'),
});
contractRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await updateContract(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const readerOf = (c: Context<Env>) => ({ seesInternals: c.get('identity').role !== 'anchor' });
