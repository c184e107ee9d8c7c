import { z } from '@hono/zod-openapi';
import type { Trx } from '../../db/connect.ts';
import { listBlacklist } from '../../db/queries/brand-blacklist.ts';
import { listSupplierCases, readSupplierFacts, type SupplierRow } from '../../db/queries/supplier-scores.ts';
import { scoreSupplier } from '../domain/inspection/supplier-score.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { blacklistBrand, decideAppeal, recordAppeal } from './blacklist.ts';
import {
  appealBody,
  appealDecision,
  blacklistCreate,
  blacklistFilter,
  blacklistRecord,
  supplierFilter,
  supplierRecord,
  supplierScore,
} from './suppliers.schema.ts';

/** How brands delivered, and which of them get no new offers. */
export const supplierRoutes = router();
const SORTS = ['score', 'brandName'] as const;

const list = route({
  method: 'get',
  path: '/supplier-scores',
  policy: 'suppliers.list',
  request: { query: listParams },
  responses: json(z.array(supplierScore), 'A page of brands with their score'),
});
supplierRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: supplierFilter, sorts: SORTS });
  const { grade, isBlacklisted, ...filter } = query.filter;
  const scored = (await read(c, (trx) => scoreAll(trx, filter))).filter(
    (one) =>
      (grade === undefined || one.grade === grade) &&
      (isBlacklisted === undefined || (one.blacklist !== null) === isBlacklisted),
  );
  // Names come in the order of pinyin from the database; a stable sort keeps it among equal scores.
  if (query.sort.field === 'score')
    scored.sort((a, b) => (query.sort.order === 'asc' ? a.score - b.score : b.score - a.score));
  else if (query.sort.order === 'desc') scored.reverse();
  const rows = scored.slice(query.offset, query.offset + query.limit);
  return answerList(c, 'supplier-scores', query, { rows, total: scored.length });
});

const show = route({
  method: 'get',
  path: '/supplier-scores/{id}',
  policy: 'suppliers.list',
  request: { params: idParam },
  responses: json(supplierRecord, 'A brand with its cases and entries'),
});
supplierRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  const answer = await read(c, async (trx) => ({
    ...found((await scoreAll(trx, { id: [id] }))[0], 'brand', id),
    cases: await listSupplierCases(trx, id),
    blacklists: (await listBlacklist(trx, { filter: { brandId: id }, offset: 0, limit: 200 })).rows,
  }));
  return c.json(answer, 200);
});

const entries = route({
  method: 'get',
  path: '/brand-blacklist',
  policy: 'suppliers.list',
  request: { query: listParams },
  responses: json(z.array(blacklistRecord), 'A page of entries'),
});
supplierRoutes.openapi(entries, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: blacklistFilter, sorts: ['id'] });
  return answerList(c, 'brand-blacklist', query, await read(c, (trx) => listBlacklist(trx, query)));
});

const add = route({
  method: 'post',
  path: '/brand-blacklist',
  policy: 'suppliers.blacklist',
  middleware: [idempotent()],
  request: body(blacklistCreate),
  responses: json(blacklistRecord, 'The new entry'),
});
supplierRoutes.openapi(add, async (c) =>
  c.json(await blacklistBrand(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const appeal = route({
  method: 'post',
  path: '/brand-blacklist/{id}/appeal',
  policy: 'suppliers.appeal',
  middleware: [idempotent()],
  request: { params: idParam, ...body(appealBody) },
  responses: json(blacklistRecord, 'The entry with what the brand says against it'),
});
supplierRoutes.openapi(appeal, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await recordAppeal(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const decide = route({
  method: 'post',
  path: '/brand-blacklist/{id}/decide-appeal',
  policy: 'suppliers.blacklist',
  middleware: [idempotent()],
  request: { params: idParam, ...body(appealDecision) },
  responses: json(blacklistRecord, 'The entry with the decision on its appeal'),
});
supplierRoutes.openapi(decide, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await decideAppeal(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

async function scoreAll(trx: Trx, filter: { q?: string; id?: number[] }) {
  const facts = await readSupplierFacts(trx, filter);
  const standing = await listBlacklist(trx, { filter: { state: 'in_force' }, offset: 0, limit: 10_000 });
  const byBrand = new Map(standing.rows.map((entry) => [entry.brandId, entry]));
  return facts.map((row: SupplierRow) => ({
    ...row,
    id: row.brandId,
    ...scoreSupplier(row),
    blacklist: byBrand.get(row.brandId) ?? null,
  }));
}
