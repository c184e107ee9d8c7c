import { z } from '@hono/zod-openapi';
import { readToday } from '../../db/queries/anchors.ts';
import { DATED_SORTS, type FineRow, listFineRows } from '../../db/queries/pay-fact-lists.ts';
import {
  decideFine,
  insertFine,
  notifyFine,
  objectToFine,
  readComponentOwner,
} from '../../db/queries/pay-fact-writes.ts';
import { whyNotDecideFine, whyNotNotifyFine, whyNotObjectToFine } from '../domain/pay/fact-life.ts';
import type { Action } from '../domain/permission.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { changeFact, type FactChange, readFine, refuseStanding, unknownId } from './change-fact.ts';
import { fineCreate, fineDecision, fineFilter, fineObjection, fineRecord } from './pay-facts.schema.ts';
import { shownFine, standingOf } from './show-facts.ts';

/** Fines: with evidence, told to the anchor, who may object before anything is taken. */
export const fineRoutes = router();

const list = route({
  method: 'get',
  path: '/pay-fines',
  policy: 'pay-fines.list',
  request: { query: listParams },
  responses: json(z.array(fineRecord), 'A page of fines'),
});
fineRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: fineFilter, sorts: DATED_SORTS });
  const page = await read(c, async (trx) => {
    const today = await readToday(trx);
    const { rows, total } = await listFineRows(trx, query);
    return { rows: rows.map((row) => shownFine(row, c.get('identity'), today)), total };
  });
  return answerList(c, 'pay-fines', query, page);
});

type Context = Parameters<Parameters<typeof fineRoutes.openapi>[1]>[0];

async function change(c: Context, action: Action, write: FactChange<FineRow>['write']) {
  const change = { action, entity: 'pay_fine', read: readFine, write } as const;
  const { row, today } = await changeFact(c.get('services'), c.get('identity'), change);
  return shownFine(row, c.get('identity'), today);
}

const propose = route({
  method: 'post',
  path: '/pay-fines',
  policy: 'pay-fines.propose',
  middleware: [idempotent()],
  request: body(fineCreate),
  responses: json(fineRecord, 'The fine; the anchor is not told yet'),
});
fineRoutes.openapi(propose, async (c) => {
  const input = c.req.valid('json');
  const proposedBy = c.get('identity').userId!;
  const shown = await change(c, 'pay-fines.propose', async (trx) => {
    const owner = await readComponentOwner(trx, input.componentId);
    if (owner?.type !== 'fine') throw unknownId('componentId', 'no clause in force knows this fine');
    return { id: await insertFine(trx, { ...input, anchorId: owner.anchorId, proposedBy }), after: input };
  });
  return c.json(shown, 200);
});

const notify = route({
  method: 'post',
  path: '/pay-fines/{id}/notify',
  policy: 'pay-fines.propose',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(fineRecord, 'The fine; the anchor may object from today'),
});
fineRoutes.openapi(notify, async (c) => {
  const { id } = c.req.valid('param');
  const shown = await change(c, 'pay-fines.propose', async (trx, today) => {
    refuseStanding(whyNotNotifyFine(standingOf(await readFine(trx, id))));
    await notifyFine(trx, id, today, c.get('identity').userId!);
    return { id, after: { notifiedOn: today } };
  });
  return c.json(shown, 200);
});

const object = route({
  method: 'post',
  path: '/pay-fines/{id}/object',
  policy: 'pay-fines.object',
  middleware: [idempotent()],
  request: { params: idParam, ...body(fineObjection) },
  responses: json(fineRecord, 'The fine with the objection; nothing is taken before it is decided'),
});
fineRoutes.openapi(object, async (c) => {
  const { id } = c.req.valid('param');
  const { text } = c.req.valid('json');
  const shown = await change(c, 'pay-fines.object', async (trx, today) => {
    refuseStanding(whyNotObjectToFine(standingOf(await readFine(trx, id)), today));
    await objectToFine(trx, id, text);
    return { id, after: { objection: text } };
  });
  return c.json(shown, 200);
});

const decide = route({
  method: 'post',
  path: '/pay-fines/{id}/decide',
  policy: 'pay-fines.decide',
  middleware: [idempotent()],
  request: { params: idParam, ...body(fineDecision) },
  responses: json(fineRecord, 'The fine with the decision'),
});
fineRoutes.openapi(decide, async (c) => {
  const { id } = c.req.valid('param');
  const decision = c.req.valid('json');
  const identity = c.get('identity');
  const shown = await change(c, 'pay-fines.decide', async (trx) => {
    refuseStanding(whyNotDecideFine(standingOf(await readFine(trx, id)), identity));
    await decideFine(trx, id, { ...decision, by: identity.userId! });
    return { id, after: decision };
  });
  return c.json(shown, 200);
});
