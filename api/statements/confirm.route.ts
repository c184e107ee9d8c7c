import { z } from '@hono/zod-openapi';
import { CONFIRMATION_SORTS, listConfirmations, readConfirmation } from '../../db/queries/confirmations.ts';
import { listSilenceTerms } from '../../db/queries/silence-terms.ts';
import { listStatementEntries } from '../../db/queries/statement-entries.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import {
  confirmationFilter,
  confirmationRecord,
  confirmationRow,
  confirmRequest,
  sendRequest,
  sendResult,
  silenceTermFilter,
  silenceTermInput,
  silenceTermRecord,
  statementEntry,
} from './confirm.schema.ts';
import { confirmStatement, tellConfirmation } from './confirm-statement.ts';
import { sendStatements } from './send-statements.ts';
import { recordSilenceTerm, stopSilenceTerm } from './silence-term.ts';

/** A statement on its way to its anchor and back: sent, confirmed, waited for. */
export const confirmRoutes = router();

const send = route({
  method: 'post',
  path: '/statements/send',
  policy: 'statements.send',
  middleware: [idempotent()],
  request: body(sendRequest),
  responses: json(sendResult, 'How many statements were sent'),
});
confirmRoutes.openapi(send, async (c) =>
  c.json(await sendStatements(c.get('services').db, c.get('identity'), c.req.valid('json').month), 200),
);

const show = route({
  method: 'get',
  path: '/statements/{id}/confirmation',
  policy: 'statements.show',
  request: { params: idParam },
  responses: json(confirmationRecord, 'Where a statement stands with its anchor and its money'),
});
confirmRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(
    tellConfirmation(found(await read(c, (trx) => readConfirmation(trx, id)), 'statement', id)),
    200,
  );
});

const confirm = route({
  method: 'post',
  path: '/statements/{id}/confirm',
  policy: 'statements.confirm',
  middleware: [idempotent()],
  request: { params: idParam, ...body(confirmRequest) },
  responses: json(confirmationRecord, 'The confirmed statement'),
});
confirmRoutes.openapi(confirm, async (c) => {
  const { id } = c.req.valid('param');
  const { contentSha256 } = c.req.valid('json');
  const row = await confirmStatement(c.get('services').db, c.get('identity'), id, contentSha256);
  return c.json(tellConfirmation(row), 200);
});

const entries = route({
  method: 'get',
  path: '/statements/{id}/entries',
  policy: 'statements.show',
  request: { params: idParam },
  responses: json(z.array(statementEntry), 'What the statement says beside shares of lines'),
});
confirmRoutes.openapi(entries, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => listStatementEntries(trx, id)), 'statement', id), 200);
});

const list = route({
  method: 'get',
  path: '/statement-confirmations',
  policy: 'statement-confirmations.list',
  request: { query: listParams },
  responses: json(z.array(confirmationRow), 'Where statements stand with their anchors'),
});
confirmRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), {
    filter: confirmationFilter,
    sorts: CONFIRMATION_SORTS,
  });
  const page = await read(c, (trx) => listConfirmations(trx, query));
  return answerList(c, 'statement-confirmations', query, page);
});

const terms = route({
  method: 'get',
  path: '/silence-terms',
  policy: 'silence-terms.list',
  request: { query: listParams },
  responses: json(z.array(silenceTermRecord), 'Clauses by which silence accepts a statement'),
});
confirmRoutes.openapi(terms, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: silenceTermFilter, sorts: ['id'] });
  return answerList(c, 'silence-terms', query, await read(c, (trx) => listSilenceTerms(trx, query)));
});

const record = route({
  method: 'post',
  path: '/silence-terms',
  policy: 'silence-terms.record',
  middleware: [idempotent()],
  request: body(silenceTermInput),
  responses: json(silenceTermRecord, 'The clause as it counts from now on'),
});
confirmRoutes.openapi(record, async (c) =>
  c.json(await recordSilenceTerm(c.get('services').db, c.get('identity'), c.req.valid('json')), 200),
);

const stop = route({
  method: 'post',
  path: '/silence-terms/{id}/end',
  policy: 'silence-terms.record',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(silenceTermRecord, 'The clause, which counts no more'),
});
confirmRoutes.openapi(stop, async (c) =>
  c.json(await stopSilenceTerm(c.get('services').db, c.get('identity'), c.req.valid('param').id), 200),
);
