import type { ApprovalTier } from '../../api/domain/payments/tiers.ts';
import {
  type CsvTemplate,
  mappingBody,
  mappingForm,
  type ReturnMapping,
  templateBody,
  templateForm,
} from './bank-files.ts';

/** `GET /payment-settings`. */
export interface Settings {
  disputeWindowDays: number | null;
  windowDays: number;
  isHouseWindow: boolean;
  remindDaysBefore: number[];
  approvalTiers: ApprovalTier[] | null;
  tiers: ApprovalTier[];
  isHouseTiers: boolean;
  withholdsTax: boolean;
  platformWorkerCumulative: boolean;
  naturalPersonVat: boolean;
  debtor: { name: string; bankName: string; accountTail: string; cnaps: string | null } | null;
  chargeBearer: 'DEBT' | 'CRED' | 'SHAR' | 'SLEV';
  csvTemplate: CsvTemplate;
  isHouseTemplate: boolean;
  returnMapping: ReturnMapping;
  isHouseMapping: boolean;
  rowVersion: number;
}

/** The settings as the form holds them: the tiers in force, and the paying account field by field. */
export function formOf(settings: Settings): Record<string, unknown> {
  const { disputeWindowDays, tiers, withholdsTax, platformWorkerCumulative, naturalPersonVat } = settings;
  return {
    ...{ disputeWindowDays, withholdsTax, platformWorkerCumulative, naturalPersonVat },
    approvalTiers: tiers,
    debtorName: settings.debtor?.name ?? null,
    debtorBankName: settings.debtor?.bankName ?? null,
    debtorAccount: null,
    debtorCnaps: settings.debtor?.cnaps ?? null,
    chargeBearer: settings.chargeBearer,
    isHouseTemplate: settings.isHouseTemplate,
    csvTemplate: templateForm(settings.csvTemplate),
    isHouseMapping: settings.isHouseMapping,
    returnMapping: mappingForm(settings.returnMapping),
  };
}

/** What the API refused, at the fields of this form: the paying account is one thing there and four fields here. */
export const errorsOfForm = (
  errors: Record<string, string> | undefined,
): Record<string, string> | undefined =>
  errors &&
  Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [
      path.replace(/^debtor\.(\w)/, (_, letter: string) => `debtor${letter.toUpperCase()}`),
      message,
    ]),
  );

/** The body of the PUT: what the form does not show is sent back as it was; tiers as the house has them stay the house's. */
export function bodyOf(values: Record<string, unknown>, settings: Settings): Record<string, unknown> {
  const tiers = ((values.approvalTiers ?? []) as ApprovalTier[]).map((tier) => ({
    fromBatchFen: tier.fromBatchFen ?? null,
    fromPayoutFen: tier.fromPayoutFen ?? null,
    approvers: tier.approvers,
  }));
  const isHouse = settings.isHouseTiers && JSON.stringify(tiers) === JSON.stringify(settings.tiers);
  const account = String(values.debtorAccount ?? '').replace(/[\s-]/g, '');
  const hasDebtor = Boolean(values.debtorName || values.debtorBankName || account);
  return {
    disputeWindowDays: values.disputeWindowDays ?? null,
    remindDaysBefore: settings.remindDaysBefore,
    approvalTiers: isHouse || tiers.length === 0 ? null : tiers,
    withholdsTax: Boolean(values.withholdsTax),
    platformWorkerCumulative: Boolean(values.platformWorkerCumulative),
    naturalPersonVat: Boolean(values.naturalPersonVat),
    debtor: hasDebtor
      ? {
          name: values.debtorName ?? '',
          bankName: values.debtorBankName ?? '',
          ...(account && { account }),
          cnaps: values.debtorCnaps || null,
        }
      : null,
    chargeBearer: values.chargeBearer,
    csvTemplate: values.isHouseTemplate ? null : templateBody(values.csvTemplate as never),
    returnMapping: values.isHouseMapping ? null : mappingBody(values.returnMapping as never),
    rowVersion: settings.rowVersion,
  };
}
