import type { Db, Trx } from '../../db/connect.ts';
import { isAnchorInSight } from '../../db/queries/anchor-sight.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { readPaymentSettings } from '../../db/queries/payment-settings.ts';
import {
  insertTaxInput,
  insertTaxProfile,
  listTaxInputs,
  readLastWithheldMonth,
  readTaxProfile,
  type TaxInputRow,
  type TaxProfileRow,
} from '../../db/queries/tax-profiles.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { AnchorRegime } from '../domain/tax/anchor-month.ts';
import { whyNotUseRegime } from '../domain/tax/settings.ts';

export interface NewProfile {
  regime: AnchorRegime;
  effectiveFrom: string;
  source: string;
  payeeName: string | null;
}

/**
 * Says under which regime an anchor is paid from a month on, and where that is known from. Refused (409):
 * `withheld_already` for a month that was withheld, `platform_regime_off` while that setting is off.
 */
export async function recordTaxProfile(
  db: Db,
  identity: Identity,
  anchorId: number,
  profile: NewProfile,
): Promise<TaxProfileRow> {
  refuseRole(identity);
  return inTransaction(db, identity, async (trx) => {
    await findAnchor(trx, anchorId);
    const { platformWorkerCumulative, naturalPersonVat } = await readPaymentSettings(trx);
    const reason = whyNotUseRegime(profile.regime, { platformWorkerCumulative, naturalPersonVat });
    if (reason) throw refuse('conflict', reason);
    await refuseWithheld(trx, anchorId, profile.effectiveFrom);
    const id = await insertTaxProfile(trx, { ...profile, anchorId, recordedBy: actorId(identity)! });
    await writeAudit(trx, identity, {
      action: 'tax-profiles.record',
      entity: 'anchor',
      entityId: anchorId,
      after: profile,
    });
    return keepEffect(trx, (await readTaxProfile(trx, id))!);
  });
}

export interface NewTaxInput {
  month: string;
  socialInsuranceFen: number;
  specialAdditionalFen: number;
  otherDeductionFen: number;
  invoices: TaxInputRow['invoices'];
}

/** What a month's reckoning needs besides the amount; the newest counts. Refused (409) `withheld_already`. */
export async function recordTaxInput(
  db: Db,
  identity: Identity,
  anchorId: number,
  input: NewTaxInput,
): Promise<TaxInputRow> {
  refuseRole(identity);
  return inTransaction(db, identity, async (trx) => {
    await findAnchor(trx, anchorId);
    // Invoices come after the statement; deductions count before it.
    if (input.invoices.length === 0) await refuseWithheld(trx, anchorId, input.month);
    const id = await insertTaxInput(trx, { ...input, anchorId, recordedBy: actorId(identity)! });
    await writeAudit(trx, identity, {
      action: 'tax-inputs.record',
      entity: 'anchor',
      entityId: anchorId,
      after: { ...input },
    });
    const [row] = await listTaxInputs(trx, { id });
    return keepEffect(trx, row!);
  });
}

function refuseRole(identity: Identity): void {
  const reason = whyNot(identity.role, 'tax-profiles.record');
  if (reason) throw refuse('forbidden', reason);
}

async function findAnchor(trx: Trx, anchorId: number): Promise<void> {
  if (!(await isAnchorInSight(trx, anchorId)))
    throw new DomainError('not_found', 'not_found', `there is no anchor ${anchorId}`);
}

async function refuseWithheld(trx: Trx, anchorId: number, month: string): Promise<void> {
  const last = await readLastWithheldMonth(trx, anchorId);
  if (last !== null && month <= last)
    throw new DomainError(
      'conflict',
      'withheld_already',
      `the tax of ${last} was withheld already: begin with a later month, and correct ${last} with the tax office`,
    );
}
