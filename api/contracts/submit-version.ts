import { rereadVersion } from '../../db/queries/contract-reread.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { insertEvent, moveStage } from '../../db/queries/contract-workflow.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';

/** Hands a draft to compliance: it is read once more as it stands, and from now on its text and terms stay. */
export function submitVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.submit',
    step: 'submit',
    async keep(trx, standing) {
      await rereadVersion(trx, standing, actorId(identity));
      await moveStage(trx, place.versionId, { from: 'draft', to: 'review', submittedBy: actorId(identity) });
      const event = { versionId: place.versionId, step: 'submit', from: 'draft', to: 'review' } as const;
      await insertEvent(trx, { ...event, reason: null, actorId: actorId(identity) });
      return {};
    },
  });
}
