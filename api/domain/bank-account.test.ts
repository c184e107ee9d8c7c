import { describe, expect, it } from 'vitest';
import { isBankAccount, plainBankAccount } from './bank-account.ts';

describe('a bank account number', () => {
  it('has 8 to 32 digits and nothing else', () => {
    expect(isBankAccount('1'.repeat(8))).toBe(true);
    expect(isBankAccount('1'.repeat(32))).toBe(true);
    for (const wrong of ['', '1'.repeat(7), '1'.repeat(33), '6222o20200112233', '６２２２０２０２００１１'])
      expect(isBankAccount(wrong)).toBe(false);
  });

  it('may be typed in groups', () => {
    expect(plainBankAccount(' 6222 0202-0011\t2233 445')).toBe('6222020200112233445');
  });
});
