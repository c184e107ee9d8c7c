import { z } from '@hono/zod-openapi';
import type { Action } from '../domain/permission.ts';
import { idempotent } from '../http/idempotency.ts';
import { body, idParam, json, route, router } from '../http/route.ts';
import { addEvidence } from './add-evidence.ts';
import { caseRecord } from './case-record.schema.ts';
import {
  answerBody,
  clawBackBody,
  decideBody,
  evidenceCreate,
  holdCreate,
  noteBody,
  noteNeeded,
  notifyBody,
  reasonBody,
  releaseBody,
  remedyCreate,
} from './cases.schema.ts';
import { decideCase, liftSaleStop } from './decide-case.ts';
import { notifyBrand, recordAnswer, recordSilence } from './hear-brand.ts';
import { clawBackHeld, endHold, holdMore, releaseHeld } from './move-money.ts';
import { closeCase, finishRemedy, planRemedy, startRemedies } from './remedies.ts';

/** What moves a case: each verb answers the case as it is afterwards. */
export const caseStepRoutes = router();

const verb = <P extends string, T extends z.ZodType>(path: P, policy: Action, input: T) =>
  route({
    method: 'post',
    path: `/cases/{id}/${path}` as const,
    policy,
    middleware: [idempotent()],
    request: { params: idParam, ...body(input) },
    responses: json(caseRecord, 'The case as it is now'),
  });

caseStepRoutes.openapi(verb('evidence', 'cases.evidence', evidenceCreate), async (c) =>
  c.json(
    await addEvidence(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('notify', 'cases.work', notifyBody), async (c) =>
  c.json(
    await notifyBrand(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('answer', 'cases.work', answerBody), async (c) =>
  c.json(
    await recordAnswer(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('silence', 'cases.work', noteBody), async (c) =>
  c.json(
    await recordSilence(
      c.get('services'),
      c.get('identity'),
      c.req.valid('param').id,
      c.req.valid('json').note,
    ),
    200,
  ),
);
caseStepRoutes.openapi(verb('decide', 'cases.decide', decideBody), async (c) =>
  c.json(
    await decideCase(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('lift-stop-sale', 'cases.decide', reasonBody), async (c) =>
  c.json(
    await liftSaleStop(
      c.get('services'),
      c.get('identity'),
      c.req.valid('param').id,
      c.req.valid('json').reason,
    ),
    200,
  ),
);
caseStepRoutes.openapi(verb('holds', 'cases.hold', holdCreate), async (c) =>
  c.json(
    await holdMore(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('release', 'cases.release', releaseBody), async (c) =>
  c.json(
    await releaseHeld(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('claw-back', 'cases.release', clawBackBody), async (c) =>
  c.json(
    await clawBackHeld(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('remedies', 'cases.work', remedyCreate), async (c) =>
  c.json(
    await planRemedy(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json')),
    200,
  ),
);
caseStepRoutes.openapi(verb('start-remedies', 'cases.work', noteBody), async (c) =>
  c.json(
    await startRemedies(
      c.get('services'),
      c.get('identity'),
      c.req.valid('param').id,
      c.req.valid('json').note,
    ),
    200,
  ),
);
caseStepRoutes.openapi(verb('close', 'cases.work', noteBody), async (c) =>
  c.json(
    await closeCase(c.get('services'), c.get('identity'), c.req.valid('param').id, c.req.valid('json').note),
    200,
  ),
);

const partId = (name: 'holdId' | 'remedyId') =>
  z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name, in: 'path' } });

const end = route({
  method: 'post',
  path: '/cases/{id}/holds/{holdId}/end',
  policy: 'cases.hold',
  middleware: [idempotent()],
  request: { params: idParam.extend({ holdId: partId('holdId') }), ...body(reasonBody) },
  responses: json(caseRecord, 'The case; what is held stays held'),
});
caseStepRoutes.openapi(end, async (c) => {
  const { id, holdId } = c.req.valid('param');
  const { reason } = c.req.valid('json');
  return c.json(await endHold(c.get('services'), c.get('identity'), id, holdId, reason), 200);
});

for (const [path, state] of [
  ['finish', 'done'],
  ['drop', 'dropped'],
] as const) {
  const endRemedy = route({
    method: 'post',
    path: `/cases/{id}/remedies/{remedyId}/${path}` as const,
    policy: 'cases.work',
    middleware: [idempotent()],
    request: { params: idParam.extend({ remedyId: partId('remedyId') }), ...body(noteNeeded) },
    responses: json(caseRecord, 'The case as it is now'),
  });
  caseStepRoutes.openapi(endRemedy, async (c) => {
    const { note } = c.req.valid('json');
    return c.json(
      await finishRemedy(c.get('services'), c.get('identity'), c.req.valid('param'), { state, note }),
      200,
    );
  });
}
