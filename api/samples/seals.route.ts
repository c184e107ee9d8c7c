import { readSeal, readSealInForce, type SealRow } from '../../db/queries/sample-seals.ts';
import { DomainError } from '../domain/error.ts';
import { idempotent } from '../http/idempotency.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { sampleRecord } from './samples.schema.ts';
import { hashSeal, sealSample, unsealSample, witnessSeal } from './seal-sample.ts';
import { sealBody, sealRecord, witnessBody } from './seals.schema.ts';

/** The seal of a sample: written by one person, in force when another one has witnessed it. */
export const sealRoutes = router();

const path = '/samples/{id}/seal' as const;

const seal = route({
  method: 'post',
  path,
  policy: 'samples.seal',
  middleware: [idempotent()],
  request: { params: idParam, ...body(sealBody) },
  responses: json(sampleRecord, 'The sample, waiting for its witness'),
});
sealRoutes.openapi(seal, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await sealSample(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const witness = route({
  method: 'post',
  path: '/samples/{id}/witness',
  policy: 'samples.seal',
  middleware: [idempotent()],
  request: { params: idParam, ...body(witnessBody) },
  responses: json(sampleRecord, 'The sealed sample'),
});
sealRoutes.openapi(witness, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await witnessSeal(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const unseal = route({
  method: 'delete',
  path,
  policy: 'samples.seal',
  request: { params: idParam },
  responses: json(sampleRecord, 'The sample without a seal'),
});
sealRoutes.openapi(unseal, async (c) =>
  c.json(await unsealSample(c.get('services'), c.get('identity'), c.req.valid('param').id), 200),
);

const show = route({
  method: 'get',
  path,
  policy: 'samples.inspect',
  request: { params: idParam },
  responses: json(sealRecord, 'What was sealed'),
});
sealRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  const row = found(await read(c, (trx) => readSeal(trx, id)), 'seal of sample', id);
  return c.json(shown(row, c.get('identity').userId), 200);
});

const inForce = route({
  method: 'get',
  path: '/products/{id}/sealed-sample',
  policy: 'samples.inspect',
  request: { params: idParam },
  responses: json(sealRecord, 'The sealed sample the product is compared with'),
});
sealRoutes.openapi(inForce, async (c) => {
  const { id } = c.req.valid('param');
  const row = await read(c, (trx) => readSealInForce(trx, id));
  if (!row) throw new DomainError('not_found', 'no_sealed_sample', 'this product has no sealed sample');
  return c.json(shown(row, c.get('identity').userId), 200);
});

const shown = (row: SealRow, readerId: string) => ({ ...row, contentSha256: hashSeal(row, readerId) });
