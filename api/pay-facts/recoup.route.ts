import { z } from '@hono/zod-openapi';
import { DATED_SORTS, listRecoupRows } from '../../db/queries/pay-fact-lists.ts';
import { approveRecoupItem, insertRecoupItem, readComponentOwner } from '../../db/queries/pay-fact-writes.ts';
import { whyNotApproveRequest } from '../domain/pay/fact-life.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { changeFact, readRecoup, refuseStanding, unknownId } from './change-fact.ts';
import { recoupCreate, recoupFilter, recoupRecord } from './pay-facts.schema.ts';
import { shownRecoup } from './show-facts.ts';

/** Advances and costs that an anchor pays back. */
export const recoupRoutes = router();

const list = route({
  method: 'get',
  path: '/recoup-items',
  policy: 'recoup-items.list',
  request: { query: listParams },
  responses: json(z.array(recoupRecord), 'A page of items'),
});
recoupRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: recoupFilter, sorts: DATED_SORTS });
  const { rows, total } = await read(c, (trx) => listRecoupRows(trx, query));
  const shown = rows.map((row) => shownRecoup(row, c.get('identity')));
  return answerList(c, 'recoup-items', query, { rows: shown, total });
});

const create = route({
  method: 'post',
  path: '/recoup-items',
  policy: 'recoup-items.request',
  middleware: [idempotent()],
  request: body(recoupCreate),
  responses: json(recoupRecord, 'The item, waiting for another person'),
});
recoupRoutes.openapi(create, async (c) => {
  const [input, identity] = [c.req.valid('json'), c.get('identity')];
  const { row } = await changeFact(c.get('services'), identity, {
    action: 'recoup-items.request',
    entity: 'recoup_item',
    read: readRecoup,
    write: async (trx) => {
      const owner = await readComponentOwner(trx, input.componentId);
      if (owner?.type !== 'recoup')
        throw unknownId('componentId', 'no clause in force lets anything be taken back here');
      const { anchorId } = owner;
      return {
        id: await insertRecoupItem(trx, { ...input, anchorId, requestedBy: identity.userId! }),
        after: input,
      };
    },
  });
  return c.json(shownRecoup(row, identity), 200);
});

const approve = route({
  method: 'post',
  path: '/recoup-items/{id}/approve',
  policy: 'recoup-items.approve',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(recoupRecord, 'The item, approved'),
});
recoupRoutes.openapi(approve, async (c) => {
  const { id } = c.req.valid('param');
  const identity = c.get('identity');
  const { row } = await changeFact(c.get('services'), identity, {
    action: 'recoup-items.approve',
    entity: 'recoup_item',
    read: readRecoup,
    write: async (trx) => {
      const { requestedBy, approvedBy } = await readRecoup(trx, id);
      refuseStanding(whyNotApproveRequest({ requestedBy, decidedBy: approvedBy }, identity));
      await approveRecoupItem(trx, id, identity.userId!);
      return { id, after: { approvedBy: identity.userId } };
    },
  });
  return c.json(shownRecoup(row, identity), 200);
});
