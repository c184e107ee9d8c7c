import fc from 'fast-check';
import { type PaymentFile, sumPayments, toEndToEndId } from '../domain/payments/payment-file.ts';

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^\\d{${min},${max}}$`));
const name = fc.oneof(
  fc.stringMatching(/^[\u4e00-\u9fa5]{2,6}$/),
  fc.stringMatching(/^[A-Z][a-z]{1,9} [A-Z&'.]{1,9}[a-z]$/),
  fc.constantFrom('迪丽热巴·迪力木拉提', '明播文化（杭州）有限公司', "O'Brien & Sons"),
);
/** Also what a careless writer breaks at: separators, quotes, markup, the starts of formulas. */
const purpose = fc.oneof(
  fc.stringMatching(/^[\u4e00-\u9fa5]{1,12}$/),
  fc.constantFrom('=1+1', '@SUM(A1)', '+86', '-1', "'=x", 'a,"b"', '<b>&amp;</b>', ']]>', '𠮷野家 2026-05'),
);
const account = fc.record({
  name,
  account: digits(8, 32),
  bankName: fc.constantFrom('中国工商银行杭州分行', '招商银行,"总行"', 'A&B <Bank>'),
  cnaps: fc.option(digits(12, 12)),
});

/** Any file that `checkPaymentFile` lets through under the widest rules. */
export const anyPaymentFile = (maxItems = 12): fc.Arbitrary<PaymentFile> =>
  fc
    .record({
      no: fc.integer({ min: 1, max: 999_999 }),
      day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`),
      debtor: account,
      chargeBearer: fc.constantFrom('DEBT' as const, 'SHAR' as const),
      items: fc.array(
        fc.record({
          creditor: account,
          purpose,
          amountFen: fc.integer({ min: 1, max: 100_000_000 }),
          attempt: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: maxItems },
      ),
    })
    .map(({ no, day, debtor, chargeBearer, items }) => {
      const payments = items.map(({ attempt, ...item }, at) => ({
        ...item,
        endToEndId: toEndToEndId(`PO${String(at + 1).padStart(6, '0')}`, attempt),
      }));
      return {
        messageId: `PB${no}`,
        createdAt: `${day}T09:30:00+08:00`,
        executeOn: day,
        debtor,
        chargeBearer,
        items: payments,
        itemCount: payments.length,
        totalFen: sumPayments(payments),
      };
    });

export const onePaymentFile = (changes: Partial<PaymentFile> = {}): PaymentFile => ({
  messageId: 'PB000001',
  createdAt: '2026-06-05T09:30:00+08:00',
  executeOn: '2026-06-05',
  debtor: {
    name: '明播文化传媒（杭州）有限公司',
    account: '571912345610001',
    bankName: '招商银行',
    cnaps: '308331012345',
  },
  chargeBearer: 'DEBT',
  items: [
    {
      endToEndId: 'PO000001A1',
      amountFen: 1_234_50,
      creditor: {
        name: '岚岚',
        account: '6222020200112233445',
        bankName: '中国工商银行',
        cnaps: '102331002022',
      },
      purpose: '2026-05 分成',
    },
  ],
  itemCount: 1,
  totalFen: 1_234_50,
  ...changes,
});
