import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { endVersionsBefore } from '../../db/queries/contract-versions.ts';
import { type ContractRecord, readContract, updateContractValues } from '../../db/queries/contracts.ts';
import { requireAnchorsInSight } from '../../db/queries/references.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { endRulesBefore, moveDraftRules } from '../../db/queries/share-rules.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotEditContract } from '../domain/contract-life.ts';
import { dayAfter } from '../domain/day.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { ContractEdit } from './contracts.schema.ts';
import { refusePlaced, STAFF } from './terms-of.ts';

/** Edits what is around the terms. Ending the contract ends its terms with its last day. */
export async function updateContract(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, ...values }: ContractEdit,
): Promise<ContractRecord> {
  const reason = whyNot(identity.role, 'contracts.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'contract', id);
    const before = found(await readContract(trx, id, STAFF), 'contract', id);
    await requireAnchorsInSight(trx, [{ path: 'anchorId', id: values.anchorId }]);
    await raiseRowVersion(trx, 'contract', { id, rowVersion }, before);
    refusePlaced('conflict', whyNotEditContract(before, values, before.versions));
    await updateContractValues(trx, id, values);
    await carryToTerms(trx, before, values);
    const after = found(await readContract(trx, id, STAFF), 'contract', id);
    await writeAudit(trx, identity, {
      action: 'contracts.edit',
      entity: 'contract',
      entityId: id,
      ...diffRecords(before, after),
    });
    return after;
  });
}

async function carryToTerms(
  trx: Trx,
  before: ContractRecord,
  values: Omit<ContractEdit, 'rowVersion'>,
): Promise<void> {
  if (values.anchorId !== before.anchorId) await moveDraftRules(trx, before.id, values.anchorId);
  const isEnding = before.status === 'active' && values.status === 'ended';
  if (!isEnding || values.endsOn === null) return;
  await endVersionsBefore(trx, before.id, dayAfter(values.endsOn));
  await endRulesBefore(trx, before.id, dayAfter(values.endsOn));
}
