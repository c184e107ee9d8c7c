import { z } from '@hono/zod-openapi';
import { BRAND_SORTS, listBrands, readBrand } from '../../db/queries/brands.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { brandCreate, brandEdit, brandFilter, brandRecord } from './brands.schema.ts';
import { createBrand } from './create-brand.ts';
import { updateBrand } from './update-brand.ts';

/** Brands and suppliers: list, show, create, edit. */
export const brandRoutes = router();

const list = route({
  method: 'get',
  path: '/brands',
  policy: 'brands.list',
  request: { query: listParams },
  responses: json(z.array(brandRecord), 'A page of brands'),
});
brandRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: brandFilter, sorts: BRAND_SORTS });
  return answerList(c, 'brands', query, await read(c, (trx) => listBrands(trx, query)));
});

const show = route({
  method: 'get',
  path: '/brands/{id}',
  policy: 'brands.show',
  request: { params: idParam },
  responses: json(brandRecord, 'One brand'),
});
brandRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readBrand(trx, id)), 'brand', id), 200);
});

const create = route({
  method: 'post',
  path: '/brands',
  policy: 'brands.create',
  request: body(brandCreate),
  responses: json(brandRecord, 'The new brand'),
});
brandRoutes.openapi(create, async (c) =>
  c.json(await createBrand(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/brands/{id}',
  policy: 'brands.edit',
  request: { params: idParam, ...body(brandEdit) },
  responses: json(brandRecord, 'The brand as it is now'),
});
brandRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await updateBrand(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});
