import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listSettlementLines } from '../../db/queries/settlement-explain.ts';
import { listMonths, listRuns, SETTLEMENT_SORTS } from '../../db/queries/settlement-overview.ts';
import type { Env } from '../http/context.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { settlementLine } from '../http/settlement-shapes.ts';
import { explainSettlementLine } from './explain-line.ts';
import { listOpenMonthsBefore } from './list-open-months.ts';
import { runSettlement, type SettlementOptions } from './run-settlement.ts';
import {
  explanation,
  lineFilter,
  lineParam,
  monthRecord,
  runFilter,
  runRecord,
  runRequest,
  runResult,
} from './settlements.schema.ts';

/** Settlement runs, their lines, and why a line is what it is. */
export const settlementRoutes = router();

const list = route({
  method: 'get',
  path: '/settlements',
  policy: 'settlements.list',
  request: { query: listParams },
  responses: json(z.array(runRecord), 'A page of settlement runs'),
});
settlementRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: runFilter, sorts: SETTLEMENT_SORTS });
  return answerList(c, 'settlements', query, await read(c, (trx) => listRuns(trx, query)));
});

const months = route({
  method: 'get',
  path: '/settlements/months',
  policy: 'settlements.list',
  responses: json(z.array(monthRecord), 'Every month: settled, open, closed'),
});
settlementRoutes.openapi(months, async (c) => c.json(await read(c, listMonths), 200));

const preview = route({
  method: 'post',
  path: '/settlements/preview',
  policy: 'settlements.run',
  request: body(runRequest),
  responses: json(runResult, 'What a run would do; nothing is kept'),
});
settlementRoutes.openapi(preview, async (c) =>
  c.json(await settle(c, { ...c.req.valid('json'), dryRun: true }), 200),
);

const run = route({
  method: 'post',
  path: '/settlements',
  policy: 'settlements.run',
  middleware: [idempotent()],
  request: body(runRequest),
  responses: json(runResult, 'What the run settled'),
});
settlementRoutes.openapi(run, async (c) => c.json(await settle(c, c.req.valid('json')), 200));

/** The run, and the earlier months it leaves open: never in silence. */
async function settle(c: Context<Env>, options: SettlementOptions) {
  const { db } = c.get('services');
  const identity = c.get('identity');
  const result = await runSettlement(db, identity, options);
  return { ...result, earlierOpen: await listOpenMonthsBefore(db, identity, options.month) };
}

const lines = route({
  method: 'get',
  path: '/settlement-lines',
  policy: 'settlement-lines.list',
  request: { query: listParams },
  responses: json(z.array(settlementLine), 'A page of settlement lines, the anchor’s own part of each'),
});
settlementRoutes.openapi(lines, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: lineFilter, sorts: ['id'] });
  const isAnchor = c.get('identity').role === 'anchor';
  return answerList(
    c,
    'settlement-lines',
    query,
    await read(c, (trx) => listSettlementLines(trx, isAnchor, query)),
  );
});

const explain = route({
  method: 'get',
  path: '/settlement-lines/{lineId}/{seq}/explain',
  policy: 'settlement-lines.explain',
  request: { params: lineParam },
  responses: json(explanation, 'Why this amount'),
});
settlementRoutes.openapi(explain, async (c) => {
  const { lineId, seq } = c.req.valid('param');
  return c.json(await explainSettlementLine(c.get('services').db, c.get('identity'), lineId, seq), 200);
});
