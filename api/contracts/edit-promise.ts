import { readToday } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  insertPromise,
  type PromiseRow,
  readPromise,
  updatePromise,
} from '../../db/queries/contract-promises.ts';
import { type ContractRecord, readContract } from '../../db/queries/contracts.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { PromiseCreate, PromiseEdit } from './promises.schema.ts';
import { type ShownPromise, shownPromise } from './show-promise.ts';
import { STAFF } from './terms-of.ts';
import { unknownField } from './unknown-field.ts';

/** Writes down what the agency promised in a contract. */
export async function createPromise(
  { db }: Services,
  identity: Identity,
  input: PromiseCreate,
): Promise<ShownPromise> {
  const reason = whyNot(identity.role, 'contract-promises.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const contract = await readContract(trx, input.contractId, STAFF);
    if (!contract) throw unknownField('contractId', 'no such record');
    const versionId = input.versionId ?? contract.versions[0]?.id;
    const { id: version } = requireVersion(contract, versionId, input.clauseNo);
    const id = await insertPromise(trx, { ...input, versionId: version }, actorId(identity));
    const after = (await readPromise(trx, id, STAFF))!;
    await writeAudit(trx, identity, {
      action: 'contract-promises.create',
      entity: 'contract_promise',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return shownPromise(after, await readToday(trx));
  });
}

/** Corrects a promise; once there is evidence for it, only its end and its note. */
export async function changePromise(
  { db }: Services,
  identity: Identity,
  id: number,
  { rowVersion, ...values }: PromiseEdit,
): Promise<ShownPromise> {
  const reason = whyNot(identity.role, 'contract-promises.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'contract_promise', id);
    const before = found(await readPromise(trx, id, STAFF), 'promise', id);
    await raiseRowVersion(trx, 'contract_promise', { id, rowVersion }, before);
    refuseRewriting(before, values);
    const contract = (await readContract(trx, before.contractId, STAFF))!;
    requireVersion(contract, before.versionId, values.clauseNo);
    await updatePromise(trx, id, { ...before, ...values });
    const after = (await readPromise(trx, id, STAFF))!;
    await writeAudit(trx, identity, {
      action: 'contract-promises.edit',
      entity: 'contract_promise',
      entityId: id,
      ...diffRecords(before, after),
    });
    return shownPromise(after, await readToday(trx));
  });
}

const FIXED = ['kind', 'title', 'target', 'unit', 'cadence', 'startsOn', 'clauseNo'] as const;

function refuseRewriting(before: PromiseRow, values: Omit<PromiseEdit, 'rowVersion'>): void {
  if (before.evidence.length === 0) return;
  const changed = FIXED.find((name) => before[name] !== values[name]);
  if (changed === undefined) return;
  const message = 'there is evidence for it: only its end and its note change';
  throw new DomainError('conflict', 'has_evidence', message, { errors: { [changed]: message } });
}

function requireVersion(contract: ContractRecord, versionId: number | undefined, clauseNo: string | null) {
  const version = contract.versions.find(({ id }) => id === versionId);
  if (!version) throw unknownField('versionId', 'no version of the contract');
  if (clauseNo !== null && !version.clauses.some((clause) => clause.clauseNo === clauseNo))
    throw unknownField('clauseNo', 'no such clause');
  return version;
}
