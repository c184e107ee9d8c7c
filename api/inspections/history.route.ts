import type { Trx } from '../../db/connect.ts';
import { readProduct } from '../../db/queries/products.ts';
import { DomainError } from '../domain/error.ts';
import { idempotent } from '../http/idempotency.ts';
import { listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, json, route, router } from '../http/route.ts';
import { history, historyFilter, planAnswer, planBody, switchCreate } from './inspections.schema.ts';
import { planBoth, readSwitching, showHistory } from './plan-lot.ts';
import { switchStage } from './switch-stage.ts';

/** Plans before a lot is looked at, and the history from which the next stage follows. */
export const historyRoutes = router();

const preview = route({
  method: 'post',
  path: '/sampling-plans',
  policy: 'inspections.plan',
  request: body(planBody),
  responses: json(planAnswer, 'The plans of both classes'),
});
historyRoutes.openapi(preview, async (c) => {
  const { productId, stage, ...terms } = c.req.valid('json');
  const now =
    productId === undefined
      ? { stage: 'normal' as const, score: 0 }
      : await read(c, async (trx) => readSwitching(trx, await goodsOf(trx, productId)));
  const isDiscontinued = now.stage === 'discontinued';
  const plan = planBoth(terms, stage ?? (now.stage === 'discontinued' ? 'tightened' : now.stage));
  return c.json({ ...plan, stage: plan.major.stage, score: now.score, isDiscontinued }, 200);
});

const show = route({
  method: 'get',
  path: '/inspection-histories',
  policy: 'inspections.list',
  request: { query: listParams },
  responses: json(history, 'The lots of one product in order, and where inspection stands'),
});
historyRoutes.openapi(show, async (c) => {
  const { filter } = readListQuery(c.req.valid('query'), { filter: historyFilter, sorts: ['at'] });
  const answer = await read(c, async (trx) =>
    showHistory(
      trx,
      filter.brandId === undefined
        ? await goodsOf(trx, filter.productId)
        : { brandId: filter.brandId, productId: filter.productId },
    ),
  );
  return c.json(answer, 200);
});

const change = route({
  method: 'post',
  path: '/inspection-histories/switch',
  policy: 'inspections.switch',
  middleware: [idempotent()],
  request: body(switchCreate),
  responses: json(history, 'Where inspection stands after it'),
});
historyRoutes.openapi(change, async (c) =>
  c.json(await switchStage(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

async function goodsOf(trx: Trx, productId: number) {
  const { brandId } = found(await readProduct(trx, productId), 'product', productId);
  if (brandId === null)
    throw new DomainError(
      'conflict',
      'no_brand',
      'the history of lots is kept by supplier: give the product a brand',
    );
  return { brandId, productId };
}
