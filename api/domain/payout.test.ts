import { describe, expect, test } from 'vitest';
import {
  PAYOUT_STATUSES,
  type PayoutFacts,
  type PayoutStatus,
  whyNotApprove,
  whyNotByProcess,
  whyNotCancel,
  whyNotPay,
  whyNotPrepare,
} from './payout.ts';

const payout = (changes: Partial<PayoutFacts> = {}): PayoutFacts => ({
  status: 'prepared',
  preparedBy: 'lin',
  payeeState: 'unchanged',
  ...changes,
});
const other = { userId: 'wang' };
const allowedIn = (rule: (facts: PayoutFacts) => unknown): PayoutStatus[] =>
  PAYOUT_STATUSES.filter((status) => rule(payout({ status })) === undefined);

describe('preparing', () => {
  test('takes a statement with something to pay, a payee and no live payout', () => {
    expect(whyNotPrepare({ payableFen: 1, hasPayee: true }, undefined)).toBeUndefined();
    expect(whyNotPrepare({ payableFen: 1 }, { status: 'cancelled' })).toBeUndefined();
  });

  test.each([0, -500])('refuses %i fen', (payableFen) => {
    expect(whyNotPrepare({ payableFen, hasPayee: true }, undefined)?.code).toBe('nothing_payable');
  });

  test.each(['prepared', 'approved', 'paid'] as const)('refuses beside a payout that is %s', (status) => {
    expect(whyNotPrepare({ payableFen: 1, hasPayee: true }, { status })?.code).toBe('payout_exists');
  });

  test('refuses without a payee', () => {
    expect(whyNotPrepare({ payableFen: 1, hasPayee: false }, undefined)?.code).toBe('no_payee');
  });
});

describe('approving', () => {
  test('is for another person, while it is prepared', () => {
    expect(allowedIn((facts) => whyNotApprove(facts, other))).toEqual(['prepared']);
    expect(whyNotApprove(payout(), { userId: 'lin' })?.code).toBe('four_eyes');
    expect(whyNotApprove(payout(), { userId: null })?.code).toBe('needs_a_person');
    expect(whyNotByProcess({ userId: null })?.code).toBe('needs_a_person');
  });

  test('stops at a payee that was changed or taken away', () => {
    expect(whyNotApprove(payout({ payeeState: 'changed' }), other)?.code).toBe('payee_changed');
    expect(whyNotApprove(payout({ payeeState: 'missing' }), other)?.code).toBe('no_payee');
  });
});

test('paying needs an approval and the payee that was approved', () => {
  expect(allowedIn(whyNotPay)).toEqual(['approved']);
  expect(whyNotPay(payout({ status: 'approved', payeeState: 'changed' }))?.code).toBe('payee_changed');
});

test('what is paid or cancelled is not cancelled', () => {
  expect(allowedIn(whyNotCancel)).toEqual(['prepared', 'approved']);
});
