import { z } from '@hono/zod-openapi';
import { listProducts, PRODUCT_SORTS, readProduct } from '../../db/queries/products.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { createProduct } from './create-product.ts';
import { productCreate, productEdit, productFilter, productRecord } from './products.schema.ts';
import { updateProduct } from './update-product.ts';

/** Products with their listings on the platforms: list, show, create, edit. */
export const productRoutes = router();

const list = route({
  method: 'get',
  path: '/products',
  policy: 'products.list',
  request: { query: listParams },
  responses: json(z.array(productRecord), 'A page of products'),
});
productRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: productFilter, sorts: PRODUCT_SORTS });
  return answerList(c, 'products', query, await read(c, (trx) => listProducts(trx, query)));
});

const show = route({
  method: 'get',
  path: '/products/{id}',
  policy: 'products.show',
  request: { params: idParam },
  responses: json(productRecord, 'One product'),
});
productRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => readProduct(trx, id)), 'product', id), 200);
});

const create = route({
  method: 'post',
  path: '/products',
  policy: 'products.create',
  request: body(productCreate),
  responses: json(productRecord, 'The new product'),
});
productRoutes.openapi(create, async (c) =>
  c.json(await createProduct(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);

const edit = route({
  method: 'put',
  path: '/products/{id}',
  policy: 'products.edit',
  request: { params: idParam, ...body(productEdit) },
  responses: json(productRecord, 'The product as it is now'),
});
productRoutes.openapi(edit, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await updateProduct(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});
