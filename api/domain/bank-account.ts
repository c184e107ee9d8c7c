/** Digits of a bank account number: cards of China have 16 to 19, accounts of studios and companies may be longer. */
export const BANK_ACCOUNT_DIGITS = { min: 8, max: 32 } as const;

/** What people type between the digits, taken out: `6222 0202-0011` → `622202020011`. */
export const plainBankAccount = (typed: string): string => typed.replace(/[\s-]/g, '');

/** Whether this, without blanks, can be a bank account number. */
export const isBankAccount = (plain: string): boolean =>
  /^\d+$/.test(plain) && plain.length >= BANK_ACCOUNT_DIGITS.min && plain.length <= BANK_ACCOUNT_DIGITS.max;
