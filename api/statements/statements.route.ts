import { z } from '@hono/zod-openapi';
import { listSettlementLines } from '../../db/queries/settlement-explain.ts';
import { findStatement, listStatements, STATEMENT_SORTS } from '../../db/queries/statements.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { answerPdf } from '../http/pdf-answer.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { settlementLine } from '../http/settlement-shapes.ts';
import { issueStatements } from './issue-statements.ts';
import { renderStatement, statementFonts } from './pdf/render-statement.ts';
import {
  issueRequest,
  issueResult,
  statementFilter,
  statementRecord,
  statementWhole,
} from './statements.schema.ts';

/** Statements: list, show, their lines, the PDF, and issuing a month. */
export const statementRoutes = router();

const list = route({
  method: 'get',
  path: '/statements',
  policy: 'statements.list',
  request: { query: listParams },
  responses: json(z.array(statementRecord), 'A page of statements'),
});
statementRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: statementFilter, sorts: STATEMENT_SORTS });
  return answerList(c, 'statements', query, await read(c, (trx) => listStatements(trx, query)));
});

const issue = route({
  method: 'post',
  path: '/statements/issue',
  policy: 'statements.issue',
  middleware: [idempotent()],
  request: body(issueRequest),
  responses: json(issueResult, 'How many statements were issued'),
});
statementRoutes.openapi(issue, async (c) =>
  c.json(await issueStatements(c.get('services').db, c.get('identity'), c.req.valid('json').month), 200),
);

const show = route({
  method: 'get',
  path: '/statements/{id}',
  policy: 'statements.show',
  request: { params: idParam },
  responses: json(statementWhole, 'One statement with its frozen document'),
});
statementRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => findStatement(trx, id)), 'statement', id), 200);
});

const lines = route({
  method: 'get',
  path: '/statements/{id}/lines',
  policy: 'statements.show',
  request: { params: idParam, query: listParams },
  responses: json(
    z.array(settlementLine),
    'The settlement lines of a statement, the anchor’s own part of each',
  ),
});
statementRoutes.openapi(lines, async (c) => {
  const { id } = c.req.valid('param');
  const query = readListQuery(c.req.valid('query'), {
    filter: z.strictObject({ q: z.string().max(80).optional() }),
    sorts: ['id'],
  });
  const asAnchor = c.get('identity').role === 'anchor';
  const page = await read(c, async (trx) => {
    found(await findStatement(trx, id), 'statement', id);
    return listSettlementLines(trx, asAnchor, { ...query, filter: { ...query.filter, statementId: id } });
  });
  return answerList(c, 'settlement-lines', query, page);
});

const pdf = route({
  method: 'get',
  path: '/statements/{id}/pdf',
  policy: 'statements.show',
  request: { params: idParam },
  responses: {
    200: {
      description: 'The statement as PDF',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
statementRoutes.openapi(pdf, async (c) => {
  const { id } = c.req.valid('param');
  const { no, document } = found(await read(c, (trx) => findStatement(trx, id)), 'statement', id);
  return answerPdf(c, renderStatement(document, statementFonts()).pdf, `${no}.pdf`);
});
