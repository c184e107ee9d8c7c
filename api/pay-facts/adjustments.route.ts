import { z } from '@hono/zod-openapi';
import { ADJUSTMENT_SORTS, type AdjustmentRow, listAdjustmentRows } from '../../db/queries/pay-fact-lists.ts';
import { decideAdjustment, insertAdjustment } from '../../db/queries/pay-fact-writes.ts';
import { whyNotApproveRequest } from '../domain/pay/fact-life.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { changeFact, readAdjustment, refuseStanding } from './change-fact.ts';
import {
  adjustmentCreate,
  adjustmentDecline,
  adjustmentFilter,
  adjustmentRecord,
} from './pay-facts.schema.ts';
import { shownAdjustment } from './show-facts.ts';

/** Corrections by hand: a reason, evidence and a second person, then an entry of the open month. */
export const adjustmentRoutes = router();

const list = route({
  method: 'get',
  path: '/pay-adjustments',
  policy: 'pay-adjustments.list',
  request: { query: listParams },
  responses: json(z.array(adjustmentRecord), 'A page of adjustments'),
});
adjustmentRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: adjustmentFilter, sorts: ADJUSTMENT_SORTS });
  const { rows, total } = await read(c, (trx) => listAdjustmentRows(trx, query));
  const shown = rows.map((row) => shownAdjustment(row, c.get('identity')));
  return answerList(c, 'pay-adjustments', query, { rows: shown, total });
});

const prepare = route({
  method: 'post',
  path: '/pay-adjustments',
  policy: 'pay-adjustments.prepare',
  middleware: [idempotent()],
  request: body(adjustmentCreate),
  responses: json(adjustmentRecord, 'The adjustment, waiting for another person'),
});
adjustmentRoutes.openapi(prepare, async (c) => {
  const [input, identity] = [c.req.valid('json'), c.get('identity')];
  const { row } = await changeFact(c.get('services'), identity, {
    action: 'pay-adjustments.prepare',
    entity: 'pay_adjustment',
    read: readAdjustment,
    write: async (trx) => ({
      id: await insertAdjustment(trx, { ...input, preparedBy: identity.userId! }),
      after: input,
    }),
  });
  return c.json(shownAdjustment(row, identity), 200);
});

type Context = Parameters<Parameters<typeof adjustmentRoutes.openapi>[1]>[0];

async function decide(c: Context, id: number, declineReason: string | null) {
  const identity = c.get('identity');
  const { row } = await changeFact<AdjustmentRow>(c.get('services'), identity, {
    action: 'pay-adjustments.approve',
    entity: 'pay_adjustment',
    read: readAdjustment,
    write: async (trx) => {
      const { preparedBy, decidedBy } = await readAdjustment(trx, id);
      refuseStanding(whyNotApproveRequest({ requestedBy: preparedBy, decidedBy }, identity));
      await decideAdjustment(trx, id, { by: identity.userId!, declineReason });
      return { id, after: declineReason === null ? { approved: true } : { declined: declineReason } };
    },
  });
  return shownAdjustment(row, identity);
}

const approve = route({
  method: 'post',
  path: '/pay-adjustments/{id}/approve',
  policy: 'pay-adjustments.approve',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(adjustmentRecord, 'The adjustment; the next statements take it'),
});
adjustmentRoutes.openapi(approve, async (c) => c.json(await decide(c, c.req.valid('param').id, null), 200));

const decline = route({
  method: 'post',
  path: '/pay-adjustments/{id}/decline',
  policy: 'pay-adjustments.approve',
  middleware: [idempotent()],
  request: { params: idParam, ...body(adjustmentDecline) },
  responses: json(adjustmentRecord, 'The adjustment, declined'),
});
adjustmentRoutes.openapi(decline, async (c) =>
  c.json(await decide(c, c.req.valid('param').id, c.req.valid('json').reason), 200),
);
