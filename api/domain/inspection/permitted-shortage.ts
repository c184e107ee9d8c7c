import type { Dimension, Quantity } from './quantity.ts';

/**
 * 定量包装商品计量监督管理办法, annexed table 3 (允许短缺量), which JJF 1070 tests by: how much less than it declares
 * a single package may hold. Read in a reprint of the annex (shkps.cn/fagui/89423.html) and found alike, row by row up
 * to 15 kg, in two other public tables that name JJF 1070; the official text itself was not seen.
 */
export const SHORTAGE_SOURCE = {
  law: '定量包装商品计量监督管理办法',
  place: '附表3 允许短缺量（JJF 1070）',
  status: 'secondary',
} as const;

/** `up to` in whole g or ml: a share in thousandths of the declared content, or whole tenths of g or ml. */
const ROWS: readonly ({ upTo: number } & ({ perMille: number } | { tenths: number }))[] = [
  { upTo: 50, perMille: 90 },
  { upTo: 100, tenths: 45 },
  { upTo: 200, perMille: 45 },
  { upTo: 300, tenths: 90 },
  { upTo: 500, perMille: 30 },
  { upTo: 1_000, tenths: 150 },
  { upTo: 10_000, perMille: 15 },
  { upTo: 15_000, tenths: 1_500 },
  { upTo: 50_000, perMille: 10 },
];

const ONE = 1_000_000;

/**
 * The shortage of one package in millionths of g, ml, mm, mm² or pieces; undefined where the table says nothing
 * (above 50 kg or 50 l, or a number without a unit).
 */
export function permittedShortage({ dimension, millionths }: Quantity): number | undefined {
  return BY_DIMENSION[dimension](millionths);
}

const ofWeight = (millionths: number): number | undefined => {
  const row = ROWS.find(({ upTo }) => millionths <= upTo * ONE);
  if (!row) return undefined;
  if ('tenths' in row) return row.tenths * (ONE / 10);
  const exact = Math.floor(millionths / 1000) * row.perMille;
  // The annex rounds to a tenth up to 1 kg or 1 l, and to a whole above.
  return roundTo(exact, millionths <= 1_000 * ONE ? ONE / 10 : ONE);
};

const BY_DIMENSION: Record<Dimension, (millionths: number) => number | undefined> = {
  mass: ofWeight,
  volume: ofWeight,
  length: (millionths) => (millionths <= 5_000 * ONE ? 0 : Math.floor(millionths / 50)),
  area: (millionths) => Math.floor((millionths / 100) * 3),
  // One piece in a hundred, a part of a piece counting as a piece.
  count: (millionths) => (millionths <= 50 * ONE ? 0 : Math.ceil(millionths / (100 * ONE)) * ONE),
  plain: () => undefined,
};

/** To the nearest step, a half to the even one: 修约 as GB/T 8170 does it. */
function roundTo(millionths: number, step: number): number {
  const steps = Math.floor(millionths / step);
  const rest = (millionths - steps * step) * 2;
  return (rest > step || (rest === step && steps % 2 === 1) ? steps + 1 : steps) * step;
}
