import { AGENCY_ID, type AgencyRow, readAgency, updateAgencyValues } from '../../db/queries/agency.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import type { AgencyEdit } from './agency.schema.ts';

/** Changes the letterhead of papers issued from now on; those that are issued stay as they are. */
export async function updateAgency(
  { db }: Services,
  identity: Identity,
  { rowVersion, ...values }: AgencyEdit,
): Promise<AgencyRow> {
  const reason = whyNot(identity.role, 'agency.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'agency', AGENCY_ID);
    const before = await readAgency(trx);
    await raiseRowVersion(trx, 'agency', { id: AGENCY_ID, rowVersion }, before);
    await updateAgencyValues(trx, values);
    const after = await readAgency(trx);
    await writeAudit(trx, identity, {
      action: 'agency.edit',
      entity: 'agency',
      entityId: AGENCY_ID,
      ...diffRecords(before, after),
    });
    return after;
  });
}
