import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUSE_BANK_RULES } from './bank-rules.ts';
import { checkPaymentFile } from './check-payment-file.ts';
import {
  type PaymentAccount,
  type PaymentFile,
  type PaymentItem,
  readEndToEndId,
  sumPayments,
  toEndToEndId,
} from './payment-file.ts';
import { readYuanText, toYuanText } from './yuan-text.ts';

const account: PaymentAccount = {
  name: '岚岚',
  account: '6222020200112233445',
  bankName: '中国工商银行',
  cnaps: null,
};
const payment = (changes: Partial<PaymentItem> = {}): PaymentItem => ({
  endToEndId: 'PO000001A1',
  amountFen: 1_234_56,
  creditor: account,
  purpose: '2026-05 分成',
  ...changes,
});
const paymentFile = (items: PaymentItem[], changes: Partial<PaymentFile> = {}): PaymentFile => ({
  messageId: 'PB000001',
  createdAt: '2026-06-05T09:30:00+08:00',
  executeOn: '2026-06-05',
  debtor: { ...account, name: '明播文化传媒（杭州）有限公司' },
  chargeBearer: 'DEBT',
  items,
  itemCount: items.length,
  totalFen: items.reduce((sum, { amountFen }) => sum + amountFen, 0),
  ...changes,
});
const codesOf = (file: PaymentFile, rules = HOUSE_BANK_RULES, approved = file) =>
  checkPaymentFile(file, rules, approved).map(({ code, row }) => [code, row]);
const second = (changes: Partial<PaymentItem>) =>
  codesOf(paymentFile([payment(), payment({ endToEndId: 'PO000002A1', ...changes })]));
const payee = (changes: Partial<PaymentAccount>) => second({ creditor: { ...account, ...changes } });

describe('a payment file', () => {
  test('of sound payments has nothing wrong with it', () => {
    expect(second({})).toEqual([]);
    expect(payee({ name: '迪丽热巴·迪力木拉提', cnaps: '102331002022' })).toEqual([]);
  });

  test('names the payment that is wrong, and how', () => {
    expect(payee({ account: '' })).toEqual([['account_empty', 2]]);
    expect(payee({ account: '6222 0202' })).toEqual([['account_malformed', 2]]);
    expect(payee({ name: ' ' })).toContainEqual(['name_empty', 2]);
    expect(payee({ name: '-岚岚' })).toEqual([['name_start', 2]]);
    expect(payee({ name: '岚岚 ' })).toEqual([['name_blanks', 2]]);
    expect(payee({ name: '岚'.repeat(61) })).toEqual([['name_too_long', 2]]);
    expect(payee({ bankName: '' })).toEqual([['bank_empty', 2]]);
    expect(payee({ cnaps: '1023' })).toEqual([['cnaps_malformed', 2]]);
    expect(second({ amountFen: 1_000_000_01 })).toEqual([['amount_over_limit', 2]]);
    expect(second({ amountFen: 0 })).toEqual([['amount_not_positive', 2]]);
    expect(second({ amountFen: 0.5 })).toContainEqual(['amount_not_whole_fen', 2]);
    expect(second({ purpose: '分成\n' })).toEqual([['purpose_characters', 2]]);
    expect(second({ purpose: '' })).toEqual([['purpose_empty', 2]]);
    expect(second({ endToEndId: 'a b' })).toEqual([['end_to_end_id', 2]]);
    expect(second({ endToEndId: 'PO000001A1' })).toEqual([['end_to_end_repeated', 2]]);
    const [problem] = checkPaymentFile(paymentFile([payment({ amountFen: -1 })]), HOUSE_BANK_RULES, {
      itemCount: 1,
      totalFen: -1,
    });
    expect(problem?.message).toContain('payment 1 (PO000001A1, 岚岚)');
  });

  test('says which characters of a name the bank does not take', () => {
    const file = paymentFile([payment({ creditor: { ...account, name: '𠮷野家\u200b' } })]);
    const [problem] = checkPaymentFile(file, HOUSE_BANK_RULES, file);
    expect(problem).toMatchObject({ code: 'name_characters', row: 1 });
    expect(problem?.message).toContain('“𠮷” U+200B');
    const rare = paymentFile([payment({ creditor: { ...account, name: '𠮷野家' } })]);
    expect(codesOf(rare, { ...HOUSE_BANK_RULES, names: 'gb18030' })).toEqual([]);
  });

  test('holds what was approved: no payment more, none less, not a fen of difference', () => {
    const file = paymentFile([payment()]);
    expect(codesOf({ ...file, totalFen: file.totalFen + 1 })).toEqual([['sum_mismatch', null]]);
    expect(codesOf(file, HOUSE_BANK_RULES, { ...file, totalFen: 1 })).toEqual([['sum_mismatch', null]]);
    expect(codesOf(file, HOUSE_BANK_RULES, { ...file, itemCount: 2 })).toEqual([['count_mismatch', null]]);
    expect(codesOf(paymentFile([]))).toEqual([['no_items', null]]);
    const narrow = { ...HOUSE_BANK_RULES, maxTotalFen: 1, maxItems: 0, needsCnaps: true };
    expect(codesOf(file, narrow)).toEqual([
      ['too_many_items', null],
      ['total_over_limit', null],
      ['cnaps_missing', 1],
    ]);
  });

  test('has a name, a time and a day of its own', () => {
    const wrong = { messageId: 'PB 1', createdAt: '2026-06-05T09:30:00', executeOn: '2026-06-31' };
    expect(codesOf(paymentFile([payment()], wrong))).toEqual([
      ['message_id', null],
      ['created_at', null],
      ['execute_on', null],
    ]);
  });
});

describe('the id of a payment', () => {
  test('is the same for the same attempt, another for the next, and short enough for every bank', () => {
    expect(toEndToEndId('PO000123', 1)).toBe('PO000123A1');
    expect(toEndToEndId('PO000123', 2)).toBe('PO000123A2');
    expect(() => toEndToEndId('PO 1', 1)).toThrow(RangeError);
    expect(() => toEndToEndId('PO1', 0)).toThrow(RangeError);
    expect(readEndToEndId('NOTPROVIDED')).toBeUndefined();
  });

  test('leads back to its payout and attempt', () => {
    const payoutNo = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,29}$/);
    fc.assert(
      fc.property(payoutNo, fc.integer({ min: 1, max: 999 }), (no, attempt) => {
        const id = toEndToEndId(no, attempt);
        expect(id.length).toBeLessThanOrEqual(35);
        expect(readEndToEndId(id)).toEqual({ payoutNo: no, attempt });
      }),
    );
  });
});

describe('amounts in yuan', () => {
  test('come back as the fen they were', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amountFen) => {
        expect(readYuanText(toYuanText(amountFen))).toBe(amountFen === 0 ? 0 : amountFen);
      }),
    );
    expect(() => toYuanText(0.1)).toThrow(RangeError);
  });

  test.each([
    ['1,234.5', 1_234_50],
    ['¥ 12', 12_00],
    ['12.34000', 12_34],
    ['0.07', 7],
  ])('%s is %i fen', (text, amountFen) => {
    expect(readYuanText(text)).toBe(amountFen);
  });

  test.each(['', '1.005', '1,23.00', '1e3', '12.', 'NaN', '１２', '99999999999999999'])(
    '%s is none',
    (text) => {
      expect(readYuanText(text)).toBeUndefined();
    },
  );

  test('add up without losing a fen', () => {
    expect(sumPayments([{ amountFen: 10 }, { amountFen: 20 }])).toBe(30);
    expect(() => sumPayments([{ amountFen: Number.MAX_SAFE_INTEGER }, { amountFen: 1 }])).toThrow(RangeError);
  });
});
