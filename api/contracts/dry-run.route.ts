import { z } from '@hono/zod-openapi';
import { readContract } from '../../db/queries/contracts.ts';
import { read } from '../http/read.ts';
import { found, json, route, router } from '../http/route.ts';
import { dryRunVersion } from './dry-run.ts';
import { STAFF } from './terms-of.ts';
import { versionParams } from './version-params.ts';

/** Who would gain and who would lose by a version's terms, over months that are settled. */
export const dryRunRoutes = router();

const difference = {
  beforeFen: z.int(),
  afterFen: z.int(),
  diffFen: z.int().openapi({ description: 'above zero: the anchor gains' }),
};
const answer = z
  .object({
    months: z.array(z.string()),
    anchors: z.array(
      z.object({
        anchorId: z.int(),
        anchorName: z.string(),
        ...difference,
        months: z.array(
          z.object({
            anchorId: z.int(),
            month: z.string(),
            ...difference,
            unsettledBefore: z.int(),
            unsettledAfter: z.int().openapi({ description: 'lines that no rule would divide' }),
          }),
        ),
      }),
    ),
  })
  .openapi('DryRun');

const show = route({
  method: 'get',
  path: '/contracts/{id}/versions/{versionId}/dry-run',
  policy: 'contracts.dry-run',
  request: {
    params: versionParams,
    query: z.object({ months: z.coerce.number().int().min(1).max(12).default(3) }),
  },
  responses: json(answer, 'What past months would have come to; nothing is written'),
});
dryRunRoutes.openapi(show, async (c) => {
  const { id, versionId } = c.req.valid('param');
  const { months } = c.req.valid('query');
  const shown = await read(c, async (trx) => {
    const contract = found(await readContract(trx, id, STAFF), 'contract', id);
    found(
      contract.versions.find((version) => version.id === versionId),
      'version',
      versionId,
    );
    return dryRunVersion(trx, contract, versionId, months);
  });
  return c.json(shown, 200);
});
