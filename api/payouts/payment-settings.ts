import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  type PaymentSettings,
  readPaymentSettings,
  tiersOf,
  updatePaymentSettings,
  windowDaysOf,
} from '../../db/queries/payment-settings.ts';
import { raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type CsvTemplate, checkCsvTemplate, HOUSE_TEMPLATE } from '../bank-files/csv.ts';
import { HOUSE_RETURN_MAPPING } from '../bank-files/house-return-mapping.ts';
import { checkReturnMapping, type ReturnMapping } from '../bank-files/read-return-csv.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { checkTiers } from '../domain/payments/tiers.ts';
import { whyNot } from '../domain/permission.ts';
import { sealText } from '../files/seal.ts';
import type { Services } from '../http/context.ts';
import { DEBTOR_PLACE } from './batches/file-batch.ts';
import type { SettingsEdit } from './payment-settings.schema.ts';
import { prefixErrors, refuseErrors } from './refuse-errors.ts';

/** The settings with what is in force where the agency said nothing; the debtor's number never comes back. */
export function tellSettings(settings: PaymentSettings) {
  const { debtorAccountSealed: _, csvTemplate, returnMapping, ...rest } = settings;
  return {
    ...rest,
    windowDays: windowDaysOf(settings),
    isHouseWindow: settings.disputeWindowDays === null,
    tiers: [...tiersOf(settings)],
    isHouseTiers: settings.approvalTiers === null,
    csvTemplate: ((csvTemplate as CsvTemplate | null) ?? HOUSE_TEMPLATE) as unknown as Record<
      string,
      unknown
    >,
    isHouseTemplate: csvTemplate === null,
    returnMapping: ((returnMapping as ReturnMapping | null) ?? HOUSE_RETURN_MAPPING) as unknown as Record<
      string,
      unknown
    >,
    isHouseMapping: returnMapping === null,
  };
}

export const readSettings = async (trx: Trx) => tellSettings(await readPaymentSettings(trx));

/** Writes how this agency pays; a changed debtor or tier is in the history with the rest. */
export async function editPaymentSettings(
  { db, sealKey }: Pick<Services, 'db' | 'sealKey'>,
  identity: Identity,
  { rowVersion, debtor, ...values }: SettingsEdit,
) {
  const reason = whyNot(identity.role, 'payment-settings.edit');
  if (reason) throw refuse('forbidden', reason);
  refuseErrors({
    ...prefixErrors('approvalTiers', values.approvalTiers === null ? {} : checkTiers(values.approvalTiers)),
    ...prefixErrors('csvTemplate', values.csvTemplate === null ? {} : checkCsvTemplate(values.csvTemplate)),
    ...prefixErrors(
      'returnMapping',
      values.returnMapping === null ? {} : checkReturnMapping(values.returnMapping),
    ),
  });
  return inTransaction(db, identity, async (trx) => {
    const before = await readPaymentSettings(trx);
    await raiseRowVersion(trx, 'payment_setting', { id: 1, rowVersion }, tellSettings(before));
    if (debtor !== null && debtor.account === undefined && before.debtor === null)
      refuseErrors({ 'debtor.account': 'name the account number' });
    await updatePaymentSettings(trx, {
      ...values,
      debtor:
        debtor === null
          ? null
          : {
              name: debtor.name,
              bankName: debtor.bankName,
              cnaps: debtor.cnaps,
              accountTail: debtor.account?.slice(-4) ?? before.debtor!.accountTail,
            },
      ...(debtor?.account !== undefined && {
        debtorAccountSealed: sealText(sealKey, DEBTOR_PLACE, debtor.account),
      }),
    });
    const after = await readSettings(trx);
    await writeAudit(trx, identity, {
      action: 'payment-settings.edit',
      entity: 'payment_setting',
      entityId: 1,
      before: tellSettings(before),
      after,
    });
    return after;
  });
}
