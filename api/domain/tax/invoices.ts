import type { Reason } from '../error.ts';
import { addFen, type Fen, formatYuan } from '../money.ts';

/** An invoice a studio or 个体户 hands in for its payment. */
export interface PayeeInvoice {
  number: string;
  seller: string;
  amountFen: Fen;
  issuedOn: string;
}

/**
 * Why a payment against invoices must wait: no tax is withheld only because the payee invoices and files its own
 * business income, so each invoice must be the payee's, exist on the day, count once, and together cover the payment.
 */
export function whyNotPayAgainstInvoices(payment: {
  payee: string;
  paidOn: string;
  payableFen: Fen;
  invoices: readonly PayeeInvoice[];
}): Reason | undefined {
  const { payee, paidOn, payableFen, invoices } = payment;
  const numbers = new Set<string>();
  for (const [index, { number, seller, issuedOn }] of invoices.entries()) {
    const complain = (field: string, message: string): Reason => ({
      code: 'invoice_does_not_fit',
      message: `invoices.${index}.${field}: ${message}`,
    });
    if (numbers.has(number)) return complain('number', `invoice ${number} is named twice`);
    if (seller.trim() !== payee.trim())
      return complain('seller', `invoice ${number} is of ${seller}, the payee is ${payee}`);
    if (issuedOn > paidOn)
      return complain('issuedOn', `invoice ${number} is of ${issuedOn}, after the payment on ${paidOn}`);
    numbers.add(number);
  }
  const invoicedFen = addFen(...invoices.map(({ amountFen }) => amountFen));
  if (invoicedFen >= payableFen) return undefined;
  return {
    code: 'invoices_too_small',
    message: `invoices: ${formatYuan(invoicedFen)} invoiced of ${formatYuan(payableFen)} to pay; ${formatYuan(payableFen - invoicedFen)} is missing`,
  };
}
