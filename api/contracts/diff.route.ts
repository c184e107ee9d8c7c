import { z } from '@hono/zod-openapi';
import { readContract } from '../../db/queries/contracts.ts';
import { read } from '../http/read.ts';
import { found, json, route, router } from '../http/route.ts';
import { compareVersions } from './compare-versions.ts';
import { finding } from './review.schema.ts';
import { shownFinding } from './show-finding.ts';
import { versionParams } from './version-params.ts';

/** What a version changed against another one, clause by clause and finding by finding. */
export const diffRoutes = router();

const clauseText = z.object({ no: z.string(), heading: z.string().nullable(), text: z.string() });
const numbered = z.object({ versionId: z.int(), versionNo: z.int() });
const difference = z
  .object({
    before: numbered,
    after: numbered,
    clauses: z.array(
      z.object({
        kind: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
        before: clauseText.nullable(),
        after: clauseText.nullable(),
        words: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
    findings: z.object({
      resolved: z.array(finding),
      fresh: z.array(finding),
      same: z.array(finding),
    }),
  })
  .openapi('ContractDifference');

const diffParams = versionParams.extend({
  otherId: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name: 'otherId', in: 'path' } }),
});

const diff = route({
  method: 'get',
  path: '/contracts/{id}/versions/{versionId}/diff/{otherId}',
  policy: 'contracts.show',
  request: { params: diffParams },
  responses: json(difference, 'From `otherId` to `versionId`'),
});
diffRoutes.openapi(diff, async (c) => {
  const { id, versionId, otherId } = c.req.valid('param');
  const reader = { seesInternals: c.get('identity').role !== 'anchor' };
  const answer = await read(c, async (trx) => {
    const { versions } = found(await readContract(trx, id, reader), 'contract', id);
    const [before, after] = [otherId, versionId].map((one) =>
      found(
        versions.find((version) => version.id === one),
        'version',
        one,
      ),
    ) as [(typeof versions)[number], (typeof versions)[number]];
    const { clauses, findings } = await compareVersions(trx, before, after);
    return {
      before: { versionId: before.id, versionNo: before.versionNo },
      after: { versionId: after.id, versionNo: after.versionNo },
      clauses,
      findings: {
        resolved: findings.resolved.map(shownFinding),
        fresh: findings.fresh.map(shownFinding),
        same: findings.same.map(shownFinding),
      },
    };
  });
  return c.json(answer, 200);
});
