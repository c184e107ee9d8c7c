import { readPaymentSettings } from '../../../db/queries/payment-settings.ts';
import { DEBTOR, INVOICES, TAX_PROFILES, TAXED_FROM } from '../../../db/seed/taxes.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { editPaymentSettings } from '../../payouts/payment-settings.ts';
import { recordTaxInput, recordTaxProfile } from '../../taxes/record-tax.ts';
import { actAs, anchorIdOf, type Teller } from './teller.ts';

/** After the closed months, which stay before tax: from June on tax is withheld, and an account is there to pay from. */
export async function tellTax(teller: Teller): Promise<void> {
  const { services, told } = teller;
  const finance = actAs(teller, 'finance');
  for (const { anchorKey, ...profile } of TAX_PROFILES) {
    const anchorId = anchorIdOf(teller, anchorKey);
    if (told.taxProfiles.has(String(anchorId))) continue;
    await recordTaxProfile(services.db, finance, anchorId, { ...profile, effectiveFrom: TAXED_FROM });
  }
  for (const { anchorKey, month, ...invoice } of INVOICES) {
    const anchorId = anchorIdOf(teller, anchorKey);
    if (told.taxInputs.has(`${anchorId} ${month}`)) continue;
    await recordTaxInput(services.db, finance, anchorId, {
      ...{ month, socialInsuranceFen: 0, specialAdditionalFen: 0, otherDeductionFen: 0 },
      invoices: [invoice],
    });
  }
  const settings = await inTransaction(services.db, SYSTEM, readPaymentSettings);
  if (settings.debtor !== null) return;
  const { disputeWindowDays, remindDaysBefore, approvalTiers, chargeBearer, rowVersion } = settings;
  await editPaymentSettings(services, actAs(teller, 'admin'), {
    ...{ disputeWindowDays, remindDaysBefore, approvalTiers, chargeBearer, rowVersion },
    ...{ withholdsTax: true, platformWorkerCumulative: false, naturalPersonVat: false },
    ...{ debtor: DEBTOR, csvTemplate: null, returnMapping: null },
  });
}
