import { z } from '@hono/zod-openapi';
import { readPayoutPdf } from '../../db/queries/payout-pdf.ts';
import { listPayouts, PAYOUT_SORTS, readPayout } from '../../db/queries/payouts.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { approvePayout } from './approve-payout.ts';
import { actorOf } from './batches/batches.route.ts';
import { cancelPayout } from './cancel-payout.ts';
import { freshSignInOf } from './fresh-sign-in.ts';
import { payPayout } from './pay-payout.ts';
import { payoutFilter, payoutPay, payoutPrepare, payoutRecord } from './payouts.schema.ts';
import { preparePayout } from './prepare-payout.ts';

/** Payouts of statements: prepared by one person, approved by another, paid by the bank. */
export const payoutRoutes = router();

const list = route({
  method: 'get',
  path: '/payouts',
  policy: 'payouts.list',
  request: { query: listParams },
  responses: json(z.array(payoutRecord), 'A page of payouts'),
});
payoutRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: payoutFilter, sorts: PAYOUT_SORTS });
  return answerList(c, 'payouts', query, await read(c, (trx) => listPayouts(trx, query)));
});

const show = route({
  method: 'get',
  path: '/payouts/{id}',
  policy: 'payouts.show',
  request: { params: idParam },
  responses: json(payoutRecord, 'One payout'),
});
payoutRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readPayout(trx, id)), 'payout', id), 200);
});

const pdf = route({
  method: 'get',
  path: '/payouts/{id}/pdf',
  policy: 'payouts.show',
  request: { params: idParam },
  responses: {
    200: {
      description: 'The payment advice as it was frozen when approved',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    304: { description: 'The caller has these bytes' },
  },
});
payoutRoutes.openapi(pdf, async (c) => {
  const { id } = c.req.valid('param');
  const frozen = found(await read(c, (trx) => readPayoutPdf(trx, id)), 'approved payout', id);
  const etag = `"${frozen.sha256}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  c.header('Content-Type', 'application/pdf');
  c.header('Content-Disposition', `inline; filename="payout-${id}.pdf"`);
  c.header('X-Content-Type-Options', 'nosniff');
  return c.body(frozen.bytes, 200);
});

const prepare = route({
  method: 'post',
  path: '/payouts',
  policy: 'payouts.prepare',
  middleware: [idempotent()],
  request: body(payoutPrepare),
  responses: json(payoutRecord, 'The prepared payout'),
});
payoutRoutes.openapi(prepare, async (c) => {
  const { statementId } = c.req.valid('json');
  return c.json(await preparePayout(c.get('services').db, c.get('identity'), statementId), 200);
});

const approve = route({
  method: 'post',
  path: '/payouts/{id}/approve',
  policy: 'payouts.approve',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(payoutRecord, 'The approved payout'),
});
payoutRoutes.openapi(approve, async (c) => {
  const { id } = c.req.valid('param');
  const prove = freshSignInOf(actorOf(c));
  return c.json(await approvePayout(c.get('services').db, c.get('identity'), id, prove), 200);
});

const pay = route({
  method: 'post',
  path: '/payouts/{id}/pay',
  policy: 'payouts.pay',
  middleware: [idempotent()],
  request: { params: idParam, ...body(payoutPay) },
  responses: json(payoutRecord, 'The paid payout'),
});
payoutRoutes.openapi(pay, async (c) => {
  const { id } = c.req.valid('param');
  const { bankReference } = c.req.valid('json');
  const prove = freshSignInOf(actorOf(c));
  const { db } = c.get('services');
  return c.json(await payPayout(db, c.get('identity'), id, { bankReference, prove }), 200);
});

const cancel = route({
  method: 'post',
  path: '/payouts/{id}/cancel',
  policy: 'payouts.cancel',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(payoutRecord, 'The cancelled payout'),
});
payoutRoutes.openapi(cancel, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await cancelPayout(c.get('services').db, c.get('identity'), id), 200);
});
