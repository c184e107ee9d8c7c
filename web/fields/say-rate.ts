import { formatRate } from '../../api/domain/money.ts';

/** A rate in words: `45.00%`, `40.00% of the rest`, or "the rest" where a party takes what is left. */
export function sayRate(
  { rateBps, rateOf }: { rateBps: number | null; rateOf?: 'base' | 'rest' },
  translate: (key: string) => string,
): string {
  if (rateBps === null) return translate('resources.statements.why.rest');
  return rateOf === 'rest'
    ? `${formatRate(rateBps)}${translate('resources.statements.why.of_rest')}`
    : formatRate(rateBps);
}
