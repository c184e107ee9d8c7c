import { z } from '@hono/zod-openapi';
import { hasOwnHold, listOwnHoldLines, listOwnHolds, type OwnHold } from '../../db/queries/own-holds.ts';
import { DomainError } from '../domain/error.ts';
import { sayStage, sayWhyHeld, stateOfHold } from '../domain/hold/own-hold-words.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { idParam, json, route, router } from '../http/route.ts';

/** What an anchor sees of a case: the own money that is held, why, and until when. */
export const ownHoldRoutes = router();

const said = z.object({ zh: z.string(), en: z.string() });
const kind = z.enum(['hold', 'release', 'clawback']);
const ownHold = z
  .object({
    id: z.int(),
    caseNo: z.string(),
    productName: z.string(),
    heldFen: z.int(),
    releasedFen: z.int(),
    clawedBackFen: z.int(),
    lineCount: z.int(),
    since: z.string(),
    until: z.string().nullable(),
    state: z.enum(['held', 'released', 'clawed_back', 'mixed']),
    isHolding: z.boolean(),
    words: said,
    stageWords: said,
    entries: z.array(
      z.object({
        entryId: z.int().nullable(),
        kind,
        month: z.string(),
        concernsMonth: z.string(),
        amountFen: z.int(),
        at: z.string(),
        words: said.extend({ working: z.array(said).optional() }).nullable(),
      }),
    ),
  })
  .openapi('OwnHold');
const ownHoldLine = z
  .object({
    lineId: z.int(),
    orderNo: z.string(),
    lineNo: z.string(),
    paidAt: z.string().nullable(),
    amountFen: z.int(),
    state: z.enum(['held', 'released', 'clawed_back']),
  })
  .openapi('OwnHoldLine');
const noFilter = z.object({}).strict();

const list = route({
  method: 'get',
  path: '/me/holds',
  policy: 'me.holds',
  request: { query: listParams },
  responses: json(z.array(ownHold), 'What is held of the own shares'),
});
ownHoldRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: noFilter, sorts: ['id'] });
  const { rows, total } = await read(c, (trx) => listOwnHolds(trx, query));
  return answerList(c, 'holds', query, { rows: rows.map(toShown), total });
});

const lines = route({
  method: 'get',
  path: '/me/holds/{id}/lines',
  policy: 'me.holds',
  request: { params: idParam, query: listParams },
  responses: json(z.array(ownHoldLine), 'The own shares of each order in a hold'),
});
ownHoldRoutes.openapi(lines, async (c) => {
  const { id } = c.req.valid('param');
  const query = readListQuery(c.req.valid('query'), { filter: noFilter, sorts: ['lineId'] });
  const page = await read(c, async (trx) => {
    if (!(await hasOwnHold(trx, id)))
      throw new DomainError('not_found', 'not_found', `there is no hold ${id}`);
    return listOwnHoldLines(trx, id, query);
  });
  return answerList(c, 'lines', query, page);
});

function toShown({ stage, outcome, bears, answerBy, ...hold }: OwnHold) {
  const facts = { ...hold, stage, outcome, bears, answerBy };
  return {
    ...hold,
    until: stage === 'brand_notified' ? answerBy : null,
    state: stateOfHold(facts),
    words: sayWhyHeld(facts),
    stageWords: sayStage(facts),
  };
}
