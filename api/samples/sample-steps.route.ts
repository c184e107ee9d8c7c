import type { Context } from 'hono';
import type { z } from 'zod';
import type { Env } from '../http/context.ts';
import { idempotent } from '../http/idempotency.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import {
  extendBody,
  maybeNote,
  receiveBody,
  returnBody,
  sampleRecord,
  sendBody,
  withNote,
} from './samples.schema.ts';
import { type SampleMove, takeStep } from './take-step.ts';

/** The steps of a sample, each by its own verb. */
export const sampleSteps = router();

type Step = SampleMove['step'];

const stepRoute = <B extends z.ZodType>(step: Step, schema: B, what: string) =>
  route({
    method: 'post',
    path: `/samples/{id}/${step}`,
    policy: step === 'approve' || step === 'decline' ? 'samples.approve' : 'samples.handle',
    middleware: [idempotent()],
    request: { params: idParam, ...body(schema) },
    responses: json(sampleRecord, what),
  });

const take = async (c: Context<Env>, id: number, move: SampleMove) =>
  c.json(await takeStep(c.get('services'), c.get('identity'), id, move), 200);

sampleSteps.openapi(stepRoute('approve', maybeNote, 'The approved sample'), (c) =>
  take(c, c.req.valid('param').id, { step: 'approve', ...c.req.valid('json') }),
);
sampleSteps.openapi(stepRoute('decline', withNote, 'The declined sample'), (c) =>
  take(c, c.req.valid('param').id, { step: 'decline', ...c.req.valid('json') }),
);
sampleSteps.openapi(stepRoute('send', sendBody, 'The sample on its way'), (c) =>
  take(c, c.req.valid('param').id, { step: 'send', ...c.req.valid('json') }),
);
sampleSteps.openapi(stepRoute('receive', receiveBody, 'The sample in hand'), (c) =>
  take(c, c.req.valid('param').id, { step: 'receive', ...c.req.valid('json') }),
);
sampleSteps.openapi(stepRoute('extend', extendBody, 'The sample with more days'), (c) =>
  take(c, c.req.valid('param').id, { step: 'extend', ...c.req.valid('json') }),
);
sampleSteps.openapi(stepRoute('return', returnBody, 'The sample after the return'), (c) =>
  take(c, c.req.valid('param').id, { step: 'return', ...c.req.valid('json') }),
);
for (const step of ['keep', 'convert', 'lose'] as const)
  sampleSteps.openapi(stepRoute(step, withNote, 'The sample as it ended'), (c) =>
    take(c, c.req.valid('param').id, { step, ...c.req.valid('json') }),
  );
