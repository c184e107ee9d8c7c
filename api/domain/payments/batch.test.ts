import { describe, expect, test } from 'vitest';
import {
  BATCH_STATUSES,
  batchStatusAfterReturn,
  ITEM_STATUSES,
  whyNotCancelBatch,
  whyNotCloseBatch,
  whyNotMoveItem,
  whyNotWithdrawBatch,
} from './batch.ts';

describe('a payment of a batch', () => {
  const stepsFrom = (from: (typeof ITEM_STATUSES)[number], by: 'file' | 'person') =>
    ITEM_STATUSES.filter((to) => whyNotMoveItem(from, to, by) === undefined);

  test('is settled by a file once, and by a person where the bank errs', () => {
    expect(stepsFrom('in_file', 'file')).toEqual(['paid', 'failed', 'unknown']);
    expect(stepsFrom('unknown', 'file')).toEqual(['paid', 'failed']);
    for (const settled of ['pending', 'paid', 'failed', 'resent', 'corrected'] as const)
      expect(stepsFrom(settled, 'file')).toEqual([]);
    expect(stepsFrom('paid', 'person')).toEqual(['failed']);
    expect(stepsFrom('failed', 'person')).toEqual(['paid', 'resent', 'corrected']);
    expect(whyNotMoveItem('paid', 'failed', 'file')?.code).toBe('needs_a_person');
  });

  test('is not sent again while nobody knows where the first money is', () => {
    for (const from of ['in_file', 'unknown'] as const)
      for (const to of ['resent', 'corrected'] as const)
        expect(whyNotMoveItem(from, to, 'person')?.code).toBe('outcome_unknown');
    expect(whyNotMoveItem('paid', 'resent', 'person')?.code).toBe('item_step');
  });
});

describe('a batch', () => {
  test('is closed by the bank’s answers when every payment arrived or was replaced', () => {
    expect(batchStatusAfterReturn(['in_file', 'in_file'])).toBeUndefined();
    expect(batchStatusAfterReturn(['paid', 'in_file'])).toBe('partly_returned');
    expect(batchStatusAfterReturn(['paid', 'failed'])).toBe('partly_returned');
    expect(batchStatusAfterReturn(['paid', 'resent', 'corrected'])).toBe('closed');
  });

  test('is closed by a person with failed payments, never with open ones', () => {
    const close = (...items: (typeof ITEM_STATUSES)[number][]) =>
      whyNotCloseBatch({ status: 'partly_returned', items: items.map((status) => ({ status })) })?.code;
    expect(close('paid', 'failed')).toBeUndefined();
    expect(close('paid', 'unknown')).toBe('outcome_unknown');
    expect(close('in_file')).toBe('outcome_unknown');
    expect(whyNotCloseBatch({ status: 'approved', items: [] })?.code).toBe('batch_not_filed');
  });

  test('is cancelled or taken back only before its file is written', () => {
    const allowed = (rule: typeof whyNotCancelBatch) =>
      BATCH_STATUSES.filter((status) => rule({ status }) === undefined);
    expect(allowed(whyNotCancelBatch)).toEqual(['draft', 'submitted', 'approved']);
    expect(allowed(whyNotWithdrawBatch)).toEqual(['submitted', 'approved']);
  });
});
