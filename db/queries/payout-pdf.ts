import type { Trx } from '../connect.ts';

/** Keeps a document as it was drawn; the same bytes are kept once. */
export async function freezePdf(trx: Trx, sha256: string, bytes: Buffer): Promise<void> {
  await trx
    .insertInto('frozen_pdf')
    .values({ sha256, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The payment advice as it was frozen; undefined when the payout was never approved or is not the reader's. */
export function readPayoutPdf(
  trx: Trx,
  payoutId: number,
): Promise<{ sha256: string; bytes: Buffer<ArrayBuffer> } | undefined> {
  return trx
    .selectFrom('payout')
    .innerJoin('frozen_pdf', 'frozen_pdf.sha256', 'payout.pdf_sha256')
    .select(['frozen_pdf.sha256', 'frozen_pdf.bytes'])
    .where('payout.id', '=', payoutId)
    .$castTo<{ sha256: string; bytes: Buffer<ArrayBuffer> }>()
    .executeTakeFirst();
}
