import type { Trx } from '../../db/connect.ts';
import { type AnchorValues, isStaff, readToday } from '../../db/queries/anchors.ts';
import { refuseUnknown } from '../../db/queries/references.ts';
import { whyNotSign } from '../domain/age.ts';
import { whyNotCareFor } from '../domain/care.ts';
import { DomainError } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';

/** What holds for a new anchor and for an edited one: old enough, and in somebody's care who may have it. */
export async function checkAnchor(trx: Trx, identity: Identity, values: AnchorValues): Promise<void> {
  const tooYoung = whyNotSign(values.bornOn, await readToday(trx));
  if (tooYoung) {
    throw new DomainError('invalid', tooYoung.code, tooYoung.message, {
      errors: { bornOn: tooYoung.message },
    });
  }
  const outOfCare = whyNotCareFor(identity, values);
  if (outOfCare) {
    throw new DomainError('invalid', outOfCare.code, outOfCare.message, {
      errors: { managerUserId: outOfCare.message },
    });
  }
  if (values.managerUserId !== null && !(await isStaff(trx, values.managerUserId))) {
    refuseUnknown([{ path: 'managerUserId' }], 'nobody of the staff');
  }
}
