import { z } from '@hono/zod-openapi';
import { FINDING_SORTS, listFindings, readFinding } from '../../db/queries/contract-findings.ts';
import type { DecisionKind } from '../domain/contract-findings.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { addFinding } from './add-finding.ts';
import { decideFinding } from './decide-finding.ts';
import {
  confirmation,
  decision,
  finding,
  findingCreate,
  findingFilter,
  fullFinding,
  review,
} from './review.schema.ts';
import { reviewVersion } from './review-version.ts';
import { findingOf, shownFinding } from './show-finding.ts';
import { showReview } from './show-review.ts';
import { placeOf, versionParams } from './version-params.ts';
import { versionRecord } from './versions.schema.ts';

/** What was found in a version, and what people decide about it. */
export const reviewRoutes = router();

const show = route({
  method: 'get',
  path: '/contracts/{id}/versions/{versionId}/review',
  policy: 'contracts.show',
  request: { params: versionParams },
  responses: json(review, 'The text, its clauses and what was found'),
});
reviewRoutes.openapi(show, async (c) =>
  c.json(await read(c, (trx) => showReview(trx, c.get('identity'), placeOf(c.req.valid('param')))), 200),
);

const again = route({
  method: 'post',
  path: '/contracts/{id}/versions/{versionId}/review',
  policy: 'contracts.review',
  middleware: [idempotent()],
  request: { params: versionParams },
  responses: json(versionRecord, 'The version, read anew'),
});
reviewRoutes.openapi(again, async (c) =>
  c.json(await reviewVersion(c.get('services'), c.get('identity'), placeOf(c.req.valid('param'))), 200),
);

const add = route({
  method: 'post',
  path: '/contracts/{id}/versions/{versionId}/findings',
  policy: 'contract-findings.add',
  middleware: [idempotent()],
  request: { params: versionParams, ...body(findingCreate) },
  responses: json(fullFinding, 'The finding added by hand'),
});
reviewRoutes.openapi(add, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await addFinding(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

const list = route({
  method: 'get',
  path: '/contract-findings',
  policy: 'contract-findings.list',
  request: { query: listParams },
  responses: json(z.array(finding), 'A page of findings of the latest readings'),
});
reviewRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: findingFilter, sorts: FINDING_SORTS });
  const { rows, total } = await read(c, (trx) => listFindings(trx, query));
  return answerList(c, 'contract-findings', query, { rows: rows.map(shownFinding), total });
});

const one = route({
  method: 'get',
  path: '/contract-findings/{id}',
  policy: 'contract-findings.show',
  request: { params: idParam },
  responses: json(fullFinding, 'One finding with its decisions'),
});
reviewRoutes.openapi(one, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(findingOf(found(await read(c, (trx) => readFinding(trx, id)), 'finding', id)), 200);
});

const decisionRoute = <K extends DecisionKind>(
  kind: K,
  policy: 'contract-findings.dismiss' | 'contract-findings.confirm' | 'contract-findings.waive',
) =>
  route({
    method: 'post',
    path: `/contract-findings/{id}/${kind}`,
    policy,
    middleware: [idempotent()],
    request: { params: idParam, ...body(kind === 'confirm' ? confirmation : decision) },
    responses: json(fullFinding, 'The finding as it is now'),
  });

for (const [kind, policy] of [
  ['dismiss', 'contract-findings.dismiss'],
  ['restore', 'contract-findings.dismiss'],
  ['confirm', 'contract-findings.confirm'],
  ['waive', 'contract-findings.waive'],
] as const) {
  reviewRoutes.openapi(decisionRoute(kind, policy), async (c) => {
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    return c.json(await decideFinding(c.get('services'), c.get('identity'), id, { kind, reason }), 200);
  });
}
