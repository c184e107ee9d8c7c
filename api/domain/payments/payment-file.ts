/** What a file to the bank says, whatever its format. Amounts are whole fen of CNY. */
export interface PaymentFile {
  /** Names the file towards the bank, at most 35 of `A–Z 0–9 -`; the same for the same batch however often it is written. */
  messageId: string;
  /** Local time with its offset, `2026-06-05T09:30:00+08:00`: given, so that the same batch makes the same bytes. */
  createdAt: string;
  /** Day the bank is asked to pay, `2026-06-05`. */
  executeOn: string;
  debtor: PaymentAccount;
  /** Who bears the bank's charges: DEBT the agency, CRED the payee, SHAR each its own, SLEV as agreed. */
  chargeBearer: 'DEBT' | 'CRED' | 'SHAR' | 'SLEV';
  items: readonly PaymentItem[];
  /** As the approved batch has them: compared with the items, never computed from them here. */
  itemCount: number;
  totalFen: number;
}

export interface PaymentAccount {
  name: string;
  /** Digits. */
  account: string;
  bankName: string;
  /** 联行号, 12 digits; null where the bank does not ask. */
  cnaps: string | null;
}

export interface PaymentItem {
  endToEndId: string;
  amountFen: number;
  creditor: PaymentAccount;
  /** What the payee reads on the account, such as `2026-05 分成`. */
  purpose: string;
}

const PAYOUT_NO = /^[A-Z0-9][A-Z0-9-]{0,29}$/;

/**
 * The id a payment keeps on its whole way and back: payout number, `A`, attempt (`PO000123A1`). Writing a batch again gives
 * the same id; only a resent payment gets another. Throws RangeError for a number or attempt that cannot be one.
 */
export function toEndToEndId(payoutNo: string, attempt: number): string {
  if (!PAYOUT_NO.test(payoutNo)) throw new RangeError(`no payout number: ${payoutNo}`);
  if (!Number.isInteger(attempt) || attempt < 1 || attempt > 999)
    throw new RangeError(`no attempt: ${attempt}`);
  return `${payoutNo}A${attempt}`;
}

/** The payout number and attempt behind an id of ours; undefined for any other text. */
export function readEndToEndId(id: string): { payoutNo: string; attempt: number } | undefined {
  const found = /^([A-Z0-9][A-Z0-9-]{0,29})A([1-9]\d{0,2})$/.exec(id);
  return found ? { payoutNo: found[1]!, attempt: Number(found[2]) } : undefined;
}

/** Sum of the items, exact; throws RangeError when it is no whole fen a number can hold. */
export function sumPayments(items: readonly Pick<PaymentItem, 'amountFen'>[]): number {
  const sum = Number(items.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n));
  if (!Number.isSafeInteger(sum)) throw new RangeError(`sum beyond whole fen: ${sum}`);
  return sum;
}
