import type { Trx } from '../../db/connect.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { type ComponentRecord, listVersionComponents } from '../../db/queries/pay-component-drafts.ts';
import { readPartyOfAnchor } from '../../db/queries/pay-sums.ts';
import { read } from '../http/read.ts';
import { body, found, json, route, router } from '../http/route.ts';
import { componentsEdit, componentsRecord } from './components.schema.ts';
import { saveComponents } from './save-components.ts';
import { placeOf, versionParams } from './version-params.ts';

/** Month-level pay of a version: guarantees, base pay, fees, deductions. */
export const componentRoutes = router();

const path = '/contracts/{id}/versions/{versionId}/components';

const show = route({
  method: 'get',
  path,
  policy: 'contracts.show',
  request: { params: versionParams },
  responses: json(componentsRecord, 'The components of a version'),
});
componentRoutes.openapi(show, async (c) => {
  const { id, versionId } = c.req.valid('param');
  const answer = await read(c, async (trx) => {
    const contract = found(
      await readContract(trx, id, { seesInternals: c.get('identity').role !== 'anchor' }),
      'contract',
      id,
    );
    const version = found(
      contract.versions.find((one) => one.id === versionId),
      'version',
      versionId,
    );
    const { anchorId } = c.get('identity');
    const all = await listVersionComponents(trx, versionId);
    const components = anchorId === null ? all : await ownParts(trx, anchorId, all);
    return { versionId, rowVersion: version.rowVersion, components };
  });
  return c.json(answer, 200);
});

const save = route({
  method: 'put',
  path,
  policy: 'contracts.edit',
  request: { params: versionParams, ...body(componentsEdit) },
  responses: json(componentsRecord, 'The components as they are now'),
});
componentRoutes.openapi(save, async (c) => {
  const place = placeOf(c.req.valid('param'));
  return c.json(await saveComponents(c.get('services'), c.get('identity'), place, c.req.valid('json')), 200);
});

/** An anchor reads the own part of a divided fee, nobody else's. */
async function ownParts(
  trx: Trx,
  anchorId: number,
  components: readonly ComponentRecord[],
): Promise<ComponentRecord[]> {
  const partyId = await readPartyOfAnchor(trx, anchorId);
  return components.map((component) => {
    const { parts } = component.rule as { parts?: { partyId: number }[] };
    if (!parts) return component;
    return {
      ...component,
      rule: { ...component.rule, parts: parts.filter((part) => part.partyId === partyId) },
    };
  });
}
