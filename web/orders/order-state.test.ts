import { describe, expect, it } from 'vitest';
import { orderStateOf } from './order-state.ts';

describe('the state of an order line', () => {
  it('is settled only with evidence, whatever the platform calls its status', () => {
    expect(orderStateOf({ track: 'settled', status: 'refunded' })).toBe('settled');
    expect(orderStateOf({ track: 'estimated', status: 'settled' })).toBe('noEvidence');
  });

  it('is "no evidence" for goods paid or received that nobody has settled', () => {
    expect(orderStateOf({ track: 'estimated', status: 'paid' })).toBe('noEvidence');
    expect(orderStateOf({ track: 'estimated', status: 'received' })).toBe('noEvidence');
  });

  it('tells the lines that will never settle from those that may', () => {
    expect(orderStateOf({ track: 'estimated', status: 'unpaid' })).toBe('unpaid');
    expect(orderStateOf({ track: 'estimated', status: 'closed' })).toBe('refunded');
    expect(orderStateOf({ track: 'estimated', status: 'refunded' })).toBe('refunded');
  });
});
