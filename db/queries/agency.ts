import type { Trx } from '../connect.ts';

/** Who stands at the head of statements and payment advices. */
export interface AgencyValues {
  name: string;
  creditCode: string | null;
  address: string | null;
  /** `https://mcn.example.com`: where papers are checked; null prints the code alone. */
  publicUrl: string | null;
}

export interface AgencyRow extends AgencyValues {
  rowVersion: number;
}

/** The one row of the agency this house belongs to. */
export function readAgency(trx: Trx): Promise<AgencyRow> {
  return trx
    .selectFrom('agency')
    .select([
      'name',
      'credit_code as creditCode',
      'address',
      'public_url as publicUrl',
      'row_version as rowVersion',
    ])
    .executeTakeFirstOrThrow();
}

export async function updateAgencyValues(
  trx: Trx,
  { creditCode, publicUrl, ...rest }: AgencyValues,
): Promise<void> {
  await trx
    .updateTable('agency')
    .set({ ...rest, credit_code: creditCode, public_url: publicUrl })
    .where('id', '=', AGENCY_ID)
    .execute();
}

export const AGENCY_ID = 1;
