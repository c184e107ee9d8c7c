import { rereadVersion } from '../../db/queries/contract-reread.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';

/** Reads a version again; what was decided about the same findings stays decided. */
export function reviewVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.review',
    step: 'read',
    async keep(trx, standing) {
      return { reviewId: await rereadVersion(trx, standing, actorId(identity)) };
    },
  });
}
