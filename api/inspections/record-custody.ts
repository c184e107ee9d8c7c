import { writeAudit } from '../../db/queries/audit.ts';
import { compareInstants, insertCustody, listCustody, readInspection } from '../../db/queries/inspections.ts';
import { readPhoto } from '../../db/queries/photos.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotRecord } from '../domain/inspection/inspection-life.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { CustodyCreate } from './inspections.schema.ts';
import { type InspectionRecord, showInspection } from './show-inspection.ts';

/** The next hand a parcel was in; never edited, and never before the one before it. */
export async function recordCustody(
  { db }: Services,
  identity: Identity,
  id: number,
  input: CustodyCreate,
): Promise<InspectionRecord> {
  const reason = whyNot(identity.role, 'inspections.record');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'inspection', id);
    const inspection = found(await readInspection(trx, id), 'inspection', id);
    const refusal = whyNotRecord(inspection);
    if (refusal) throw refuse('conflict', refusal);
    const before = (await listCustody(trx, id)).at(-1)?.at ?? null;
    const { isFuture, isBefore } = await compareInstants(trx, input.at, before);
    if (isFuture)
      throw new DomainError('invalid', 'in_the_future', 'this has not been yet', {
        errors: { at: 'in the future' },
      });
    if (isBefore)
      throw new DomainError(
        'conflict',
        'custody_order',
        `the step before was at ${before}: the chain goes forward`,
      );
    if (input.photoId !== null && !(await readPhoto(trx, input.photoId)))
      throw new DomainError('invalid', 'unknown_reference', 'photoId: no such photo', {
        errors: { photoId: 'no such photo' },
      });
    await insertCustody(trx, { ...input, inspectionId: id, recordedBy: actorId(identity) });
    await writeAudit(trx, identity, {
      ...{ action: 'inspections.custody', entity: 'inspection', entityId: id, after: input },
    });
    return showInspection(trx, id, identity);
  });
}
