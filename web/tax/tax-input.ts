/** `GET /tax-inputs`; of a month the newest counts. */
export interface TaxInput {
  id: number;
  anchorId: number;
  anchorName: string;
  month: string;
  socialInsuranceFen: number;
  specialAdditionalFen: number;
  otherDeductionFen: number;
  invoices: { number: string; seller: string; amountFen: number; issuedOn: string }[];
  recordedByName: string;
  recordedAt: string;
}

export const sumInvoices = ({ invoices }: Pick<TaxInput, 'invoices'>): number =>
  invoices.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** The part of the form that is sent: empty amounts are nothing. */
export const inputBody = (values: Record<string, unknown>): Record<string, unknown> => ({
  month: values.month,
  socialInsuranceFen: values.socialInsuranceFen ?? 0,
  specialAdditionalFen: values.specialAdditionalFen ?? 0,
  otherDeductionFen: values.otherDeductionFen ?? 0,
  invoices: ((values.invoices ?? []) as TaxInput['invoices']).map(
    ({ number, seller, amountFen, issuedOn }) => ({ number, seller, amountFen, issuedOn }),
  ),
});
