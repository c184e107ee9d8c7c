import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { insertEvent, listSentVersions, markShown, moveStage } from '../../db/queries/contract-workflow.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';

const REPLACED = 'replaced by a newer version';

/** Compliance clears a version and the anchor gets it; one the anchor had before and did not act on is withdrawn. */
export function sendVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.clear',
    step: 'send',
    async keep(trx, { contractId }) {
      const by = actorId(identity);
      const replaced = await listSentVersions(trx, contractId, place.versionId);
      for (const { id, stage } of replaced) {
        await moveStage(trx, id, { from: stage, to: 'withdrawn' });
        const event = { versionId: id, step: 'withdraw', from: stage, to: 'withdrawn' } as const;
        await insertEvent(trx, { ...event, reason: REPLACED, actorId: by });
      }
      await markShown(trx, contractId);
      await moveStage(trx, place.versionId, { from: 'review', to: 'sent' });
      const event = { versionId: place.versionId, step: 'send', from: 'review', to: 'sent' } as const;
      await insertEvent(trx, { ...event, reason: null, actorId: by });
      return replaced.length === 0 ? {} : { withdrawn: replaced.map(({ id }) => id) };
    },
  });
}
