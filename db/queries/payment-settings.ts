import { sql } from 'kysely';
import { type ApprovalTier, HOUSE_TIERS } from '../../api/domain/payments/tiers.ts';
import type { Trx } from '../connect.ts';

/** House default, not law and not a contract's: an anchor has a week to look. */
export const HOUSE_WINDOW_DAYS = 7;

export type ChargeBearer = 'DEBT' | 'CRED' | 'SHAR' | 'SLEV';

export interface PaymentSettings {
  /** null: the house default holds. */
  disputeWindowDays: number | null;
  remindDaysBefore: number[];
  /** null: the house's tiers hold. */
  approvalTiers: ApprovalTier[] | null;
  withholdsTax: boolean;
  platformWorkerCumulative: boolean;
  naturalPersonVat: boolean;
  debtor: { name: string; bankName: string; accountTail: string; cnaps: string | null } | null;
  debtorAccountSealed: string | null;
  chargeBearer: ChargeBearer;
  csvTemplate: unknown;
  returnMapping: unknown;
  rowVersion: number;
}

export async function readPaymentSettings(trx: Trx): Promise<PaymentSettings> {
  const { rows } = await sql<PaymentSettings>`
    select dispute_window_days as "disputeWindowDays", remind_days_before as "remindDaysBefore", approval_tiers as "approvalTiers",
           withholds_tax as "withholdsTax", platform_worker_cumulative as "platformWorkerCumulative", natural_person_vat as "naturalPersonVat",
           case when debtor_name is not null then jsonb_build_object('name', debtor_name, 'bankName', debtor_bank_name, 'accountTail', debtor_account_tail, 'cnaps', debtor_cnaps) end as debtor,
           debtor_account_sealed as "debtorAccountSealed", charge_bearer as "chargeBearer", csv_template as "csvTemplate", return_mapping as "returnMapping", row_version as "rowVersion"
      from payment_setting`.execute(trx);
  return rows[0]!;
}

/** The tiers in force: the agency's own, else the house's. */
export const tiersOf = ({ approvalTiers }: PaymentSettings): readonly ApprovalTier[] =>
  approvalTiers ?? HOUSE_TIERS;

export const windowDaysOf = ({ disputeWindowDays }: PaymentSettings): number =>
  disputeWindowDays ?? HOUSE_WINDOW_DAYS;

/** Everything but the debtor's number, which stays as it is when no new one is given. */
export async function updatePaymentSettings(
  trx: Trx,
  values: Omit<PaymentSettings, 'rowVersion' | 'debtorAccountSealed'> & { debtorAccountSealed?: string },
): Promise<void> {
  const { debtor, debtorAccountSealed } = values;
  const kept =
    debtorAccountSealed === undefined ? sql.ref('debtor_account_sealed') : sql`${debtorAccountSealed}`;
  await trx
    .updateTable('payment_setting')
    .set({
      dispute_window_days: values.disputeWindowDays,
      remind_days_before: values.remindDaysBefore,
      approval_tiers: values.approvalTiers === null ? null : JSON.stringify(values.approvalTiers),
      withholds_tax: values.withholdsTax,
      platform_worker_cumulative: values.platformWorkerCumulative,
      natural_person_vat: values.naturalPersonVat,
      debtor_name: debtor?.name ?? null,
      debtor_bank_name: debtor?.bankName ?? null,
      debtor_account_tail: debtor?.accountTail ?? null,
      debtor_cnaps: debtor?.cnaps ?? null,
      debtor_account_sealed: debtor === null ? null : sql<string>`${kept}`,
      charge_bearer: values.chargeBearer,
      csv_template: values.csvTemplate === null ? null : JSON.stringify(values.csvTemplate),
      return_mapping: values.returnMapping === null ? null : JSON.stringify(values.returnMapping),
    })
    .where('id', '=', 1)
    .execute();
}
