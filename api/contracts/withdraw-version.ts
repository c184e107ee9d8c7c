import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { insertEvent, moveStage } from '../../db/queries/contract-workflow.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';

/** Takes back what the anchor has and is not in force; the anchor keeps seeing that it was there, and why it went. */
export function withdrawVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
  { reason }: { reason: string },
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.clear',
    step: 'withdraw',
    async keep(trx, { stage }) {
      await moveStage(trx, place.versionId, { from: stage, to: 'withdrawn' });
      const event = { versionId: place.versionId, step: 'withdraw', from: stage, to: 'withdrawn' } as const;
      await insertEvent(trx, { ...event, reason, actorId: actorId(identity) });
      return { reason };
    },
  });
}
