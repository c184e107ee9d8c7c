import { bracketsOfYuan } from '../brackets.ts';

/** 预扣率表一: cumulative withholding on comprehensive income (wages, interns, platform workers), also the annual rates. */
export const COMPREHENSIVE_BRACKETS = bracketsOfYuan([
  [36_000, 300, 0],
  [144_000, 1000, 2520],
  [300_000, 2000, 16_920],
  [420_000, 2500, 31_920],
  [660_000, 3000, 52_920],
  [960_000, 3500, 85_920],
  [null, 4500, 181_920],
]);
