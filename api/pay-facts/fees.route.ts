import { z } from '@hono/zod-openapi';
import { DEAL_FEE_SORTS, listDealFees } from '../../db/queries/pay-fact-lists.ts';
import { insertDealFee } from '../../db/queries/pay-fact-writes.ts';
import { actorId } from '../domain/identity.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { changeFact, readFee, refuseStanding } from './change-fact.ts';
import { feeCreate, feeFilter, feeRecord, feeReverse } from './pay-facts.schema.ts';

/** Slot and service fees received of deals. */
export const feeRoutes = router();

const list = route({
  method: 'get',
  path: '/deal-fees',
  policy: 'deal-fees.list',
  request: { query: listParams },
  responses: json(z.array(feeRecord), 'A page of fees'),
});
feeRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: feeFilter, sorts: DEAL_FEE_SORTS });
  return answerList(c, 'deal-fees', query, await read(c, (trx) => listDealFees(trx, query)));
});

const create = route({
  method: 'post',
  path: '/deal-fees',
  policy: 'deal-fees.record',
  middleware: [idempotent()],
  request: body(feeCreate),
  responses: json(feeRecord, 'The fee'),
});
feeRoutes.openapi(create, async (c) => {
  const [input, identity] = [c.req.valid('json'), c.get('identity')];
  const { row } = await changeFact(c.get('services'), identity, {
    action: 'deal-fees.record',
    entity: 'deal_fee',
    read: readFee,
    write: async (trx) => ({
      id: await insertDealFee(trx, { ...input, reversesId: null, recordedBy: actorId(identity) }),
      after: input,
    }),
  });
  return c.json(row, 200);
});

const reverse = route({
  method: 'post',
  path: '/deal-fees/{id}/reverse',
  policy: 'deal-fees.record',
  middleware: [idempotent()],
  request: { params: idParam, ...body(feeReverse) },
  responses: json(feeRecord, 'The row that gives it back'),
});
feeRoutes.openapi(reverse, async (c) => {
  const { id } = c.req.valid('param');
  const [input, identity] = [c.req.valid('json'), c.get('identity')];
  const { row } = await changeFact(c.get('services'), identity, {
    action: 'deal-fees.record',
    entity: 'deal_fee',
    read: readFee,
    write: async (trx) => {
      const fee = await readFee(trx, id);
      if (fee.isReversed || fee.reversesId !== null)
        refuseStanding({ code: 'reversed_already', message: 'this fee was given back already' });
      const { dealLineId, kind, streamId } = fee;
      const back = { dealLineId, kind, streamId, amountFen: -fee.amountFen, ...input };
      return {
        id: await insertDealFee(trx, { ...back, reversesId: id, recordedBy: actorId(identity) }),
        after: { reversesId: id, ...input },
      };
    },
  });
  return c.json(row, 200);
});
