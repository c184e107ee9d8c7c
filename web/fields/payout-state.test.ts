import { describe, expect, it } from 'vitest';
import { PAYOUT_TONES, payoutStateOf } from './payout-state.ts';

describe('where the money of a statement stands', () => {
  it('is "not paid" only where there is something to pay', () => {
    expect(payoutStateOf({ payableFen: 100, payoutStatus: null })).toBe('none');
    expect(payoutStateOf({ payableFen: 0, payoutStatus: null })).toBe('nothing');
  });

  it('is what its payout says once there is one', () => {
    expect(payoutStateOf({ payableFen: 100, payoutStatus: 'approved' })).toBe('approved');
  });

  it('is green only when the money has left', () => {
    expect(Object.entries(PAYOUT_TONES).filter(([, tone]) => tone === 'good')).toEqual([['paid', 'good']]);
  });
});
