import { z } from '@hono/zod-openapi';
import { BOARD_KINDS, countBoard, listBoard } from '../../db/queries/contract-board.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { json, route, router } from '../http/route.ts';

/** Where contracts need somebody: a number for each kind, and the list behind it. */
export const boardRoutes = router();

const nullableId = z.int().nullable();
const nullableText = z.string().nullable();
const kind = z.enum(BOARD_KINDS);

const boardRow = z
  .object({
    id: z.string(),
    kind,
    anchorId: z.int(),
    anchorName: z.string(),
    contractId: nullableId,
    contractNo: nullableText,
    title: nullableText,
    versionId: nullableId,
    versionNo: nullableId,
    day: nullableText.openapi({ description: 'when it ends, was signed, streamed, paid or asked' }),
    count: nullableId,
  })
  .openapi('ContractBoardRow');
const boardFilter = z.object({ kind, q: z.string().trim().max(120).optional() }).strict();
const boardCounts = z
  .object(
    Object.fromEntries(BOARD_KINDS.map((one) => [one, z.int()])) as Record<
      (typeof BOARD_KINDS)[number],
      z.ZodInt
    >,
  )
  .openapi('ContractBoardCounts');

const counts = route({
  method: 'get',
  path: '/contract-board/counts',
  policy: 'contract-board.list',
  responses: json(boardCounts, 'Every number of the board'),
});
boardRoutes.openapi(counts, async (c) => c.json(await read(c, countBoard), 200));

const list = route({
  method: 'get',
  path: '/contract-board',
  policy: 'contract-board.list',
  request: { query: listParams },
  responses: json(z.array(boardRow), 'What one number counts; the filter names the kind'),
});
boardRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: boardFilter, sorts: ['day'] });
  return answerList(c, 'contract-board', query, await read(c, (trx) => listBoard(trx, query)));
});
