import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { insertEvent, moveStage } from '../../db/queries/contract-workflow.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';

/** Compliance gives a version back to its writer, saying why; it is a draft again. */
export function returnVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
  { reason }: { reason: string },
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.clear',
    step: 'return',
    async keep(trx) {
      await moveStage(trx, place.versionId, { from: 'review', to: 'draft' });
      const event = { versionId: place.versionId, step: 'return', from: 'review', to: 'draft' } as const;
      await insertEvent(trx, { ...event, reason, actorId: actorId(identity) });
      return { reason };
    },
  });
}
