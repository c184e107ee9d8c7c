import { z } from '@hono/zod-openapi';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { caseRecord } from './case-record.schema.ts';
import { windowBody } from './cases.schema.ts';
import { listSignals, openFromSignal, readSignalLines, type SignalKey } from './signals.ts';

/** What orders say against goods, and the lines behind it. */
export const signalRoutes = router();

const kind = z.enum(['quality_return', 'complaint_words', 'price_change', 'gtin_change']);
const signal = z
  .object({
    key: z.string(),
    kind,
    productId: z.int(),
    productName: z.string(),
    brandName: z.string().nullable(),
    anchorId: z.int(),
    anchorName: z.string(),
    from: z.string(),
    to: z.string(),
    observed: z.object({ count: z.int(), of: z.int() }),
    expected: z.object({
      bps: z.int().nullable(),
      fen: z.int().nullable(),
      from: z.enum(['anchor_product', 'product', 'house']),
    }),
    threshold: z.object({ name: z.string(), value: z.string(), isHouse: z.boolean() }),
    pBelow: z.string().nullable(),
    lines: z.int(),
    words: z.object({ zh: z.string(), en: z.string() }),
    openCaseId: z.int().nullable(),
  })
  .openapi('CaseSignal');
const signalLine = z
  .object({
    lineId: z.int(),
    orderNo: z.string(),
    platform: z.string(),
    paidAt: z.string(),
    paidFen: z.int(),
    refundFen: z.int(),
    priceFen: z.int().nullable(),
    text: z.string().nullable(),
  })
  .openapi('CaseSignalLine');
const filter = z.object({ kind: kind.optional(), productId: z.int().positive().optional() }).strict();
const keyParam = z.object({
  key: z
    .string()
    .regex(/^(quality_return|complaint_words|price_change|gtin_change):[1-9]\d{0,8}:[1-9]\d{0,8}$/)
    .openapi({ param: { name: 'key', in: 'path' } }),
});
const opening = z
  .object({
    title: z.string().trim().min(1).max(120).optional(),
    reason: z.string().trim().min(1).max(2000),
    hold: windowBody.nullable(),
  })
  .strict()
  .openapi('CaseSignalOpen');

const list = route({
  method: 'get',
  path: '/case-signals',
  policy: 'case-signals.list',
  request: { query: listParams },
  responses: json(z.array(signal), 'Signals, worst first'),
});
signalRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter, sorts: ['key'] });
  const all = await read(c, (trx) => listSignals(trx, query.filter));
  const rows = all.slice(query.offset, query.offset + query.limit);
  return answerList(c, 'case-signals', query, { rows, total: all.length });
});

const lines = route({
  method: 'get',
  path: '/case-signals/{key}/lines',
  policy: 'case-signals.list',
  request: { params: keyParam, query: listParams },
  responses: json(z.array(signalLine), 'The lines behind a signal'),
});
signalRoutes.openapi(lines, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: z.object({}).strict(), sorts: ['paidAt'] });
  const all = await read(c, (trx) => readSignalLines(trx, parseKey(c.req.valid('param').key)));
  const rows = all.slice(query.offset, query.offset + query.limit);
  return answerList(c, 'lines', query, { rows, total: all.length });
});

const open = route({
  method: 'post',
  path: '/case-signals/{key}/open',
  policy: 'cases.open',
  middleware: [idempotent()],
  request: { params: keyParam, ...body(opening) },
  responses: json(caseRecord, 'The case with the lines as its evidence'),
});
signalRoutes.openapi(open, async (c) => {
  const key = parseKey(c.req.valid('param').key);
  return c.json(await openFromSignal(c.get('services'), c.get('identity'), key, c.req.valid('json')), 200);
});

function parseKey(key: string): SignalKey {
  const [name, productId, anchorId] = key.split(':');
  return { kind: kind.parse(name), productId: Number(productId), anchorId: Number(anchorId) };
}
