import { z } from '@hono/zod-openapi';
import { idParam } from '../http/route.ts';
import type { VersionPlace } from './take-step.ts';

export const versionParams = idParam.extend({
  versionId: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name: 'versionId', in: 'path' } }),
});

export const placeOf = ({ id, versionId }: z.infer<typeof versionParams>): VersionPlace => ({
  contractId: id,
  versionId,
});
