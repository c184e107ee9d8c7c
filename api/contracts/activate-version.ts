import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  type ContractVersionRecord,
  endVersionsBefore,
  markVersionActive,
} from '../../db/queries/contract-versions.ts';
import { insertEvent } from '../../db/queries/contract-workflow.ts';
import {
  type ContractRecord,
  markContractActive,
  readAnchorPartyId,
  readContract,
} from '../../db/queries/contracts.ts';
import { activateRules, endRulesBefore } from '../../db/queries/share-rules.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotConfirm, whyNotSucceed } from '../domain/contract-life.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { whyNotActivate } from '../domain/terms.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { holdVersion, refuseStep } from './take-step.ts';
import { refusePlaced, STAFF, termsOf } from './terms-of.ts';

/** Brings a draft into force: the version before it ends the day before, and its rules decide from then on. */
export async function activateVersion(
  { db }: Services,
  identity: Identity,
  { contractId, versionId }: { contractId: number; versionId: number },
): Promise<ContractVersionRecord> {
  const reason = whyNot(identity.role, 'contracts.activate');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    // Whoever activates another version of this contract waits here and then reads what this one left.
    const standing = await holdVersion(trx, identity, { contractId, versionId });
    const contract = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    const before = found(
      contract.versions.find(({ id }) => id === versionId),
      'version',
      versionId,
    );
    await refuseUnfit(trx, contract, before);
    refuseStep('activate', standing, identity);
    await endVersionsBefore(trx, contractId, before.effectiveFrom);
    await endRulesBefore(trx, contractId, before.effectiveFrom);
    if (!(await markVersionActive(trx, versionId, actorId(identity)))) {
      throw new DomainError('conflict', 'not_a_draft', 'somebody else activated this version meanwhile');
    }
    await activateRules(trx, versionId, contract.anchorId);
    await markContractActive(trx, contractId);
    const event = { versionId, step: 'activate', from: 'accepted', to: 'active' } as const;
    await insertEvent(trx, { ...event, reason: null, actorId: actorId(identity) });
    const after = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    await writeAudit(trx, identity, {
      action: 'contracts.activate',
      entity: 'contract',
      entityId: contractId,
      before: { status: contract.status, versions: daysOf(contract) },
      after: { status: after.status, versions: daysOf(after) },
    });
    return found(
      after.versions.find(({ id }) => id === versionId),
      'version',
      versionId,
    );
  });
}

async function refuseUnfit(
  trx: Trx,
  contract: ContractRecord,
  version: ContractVersionRecord,
): Promise<void> {
  refusePlaced('conflict', whyNotConfirm(version));
  refusePlaced('conflict', whyNotSucceed(contract, version, contract.versions));
  const partyId = await readAnchorPartyId(trx, contract.anchorId);
  if (partyId === undefined) {
    throw new DomainError(
      'conflict',
      'anchor_has_no_party',
      "the contract's anchor is not a party of splits yet",
    );
  }
  refusePlaced('invalid', whyNotActivate(termsOf(version), partyId));
}

const daysOf = ({ versions }: ContractRecord) =>
  versions.map(({ versionNo, status, effectiveFrom, effectiveTo }) => ({
    versionNo,
    status,
    effectiveFrom,
    effectiveTo,
  }));
