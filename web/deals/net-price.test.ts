import { expect, it } from 'vitest';
import { netPriceFen } from './net-price.ts';

it('is what is left of the live price after the coupon, and unknown while something is half typed', () => {
  expect(netPriceFen(9900, 1000)).toBe(8900);
  expect(netPriceFen(9900, null)).toBe(9900);
  expect(netPriceFen('99.', 1000)).toBeUndefined();
  expect(netPriceFen(9900, '1.005')).toBeUndefined();
  expect(netPriceFen(undefined, 1000)).toBeUndefined();
});
