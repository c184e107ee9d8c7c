import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { holdStanding, type VersionStanding } from '../../db/queries/contract-workflow.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Step, whyNotStep } from '../domain/contract-workflow.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';

export interface VersionPlace {
  contractId: number;
  versionId: number;
}

/**
 * One step of a version's way: the policy, the contract held, where it stands, whether it may, then `keep`, and a row of
 * history with what `keep` answers. Answers the version as it is afterwards.
 */
export async function takeStep(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
  {
    action,
    step,
    keep,
  }: { action: Action; step: Step; keep: (trx: Trx, standing: VersionStanding) => Promise<object> },
): Promise<ContractVersionRecord> {
  const reason = whyNot(identity.role, action);
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const standing = await holdVersion(trx, identity, place);
    refuseStep(step, standing, identity);
    const said = await keep(trx, standing);
    const after = await readVersion(trx, identity, place);
    await writeAudit(trx, identity, {
      action,
      entity: 'contract',
      entityId: place.contractId,
      before: { versionNo: standing.versionNo, stage: standing.stage },
      after: { versionNo: after.versionNo, stage: after.stage, ...said },
    });
    return after;
  });
}

/** Where a version stands, its contract held until the transaction ends; 404 when it is not in sight. */
export async function holdVersion(
  trx: Trx,
  { role }: Identity,
  place: VersionPlace,
): Promise<VersionStanding> {
  return found(await holdStanding(trx, role === 'anchor', place), 'version', place.versionId);
}

export function refuseStep(step: Step, standing: VersionStanding, { userId }: Identity): void {
  const refusal = whyNotStep(step, standing, userId);
  if (refusal) throw new DomainError('conflict', refusal.code, refusal.message, { details: refusal.details });
}

export async function readVersion(
  trx: Trx,
  identity: Identity,
  place: VersionPlace,
): Promise<ContractVersionRecord> {
  const reader = { seesInternals: identity.role !== 'anchor' };
  const contract = found(await readContract(trx, place.contractId, reader), 'contract', place.contractId);
  return found(
    contract.versions.find(({ id }) => id === place.versionId),
    'version',
    place.versionId,
  );
}
