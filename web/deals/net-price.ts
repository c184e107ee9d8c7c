/** What the buyer pays: the live price less the coupon. undefined while a price is missing or still being typed. */
export function netPriceFen(livePriceFen: unknown, couponFen: unknown): number | undefined {
  if (typeof livePriceFen !== 'number') return undefined;
  if (couponFen === null || couponFen === undefined) return livePriceFen;
  return typeof couponFen === 'number' ? livePriceFen - couponFen : undefined;
}
