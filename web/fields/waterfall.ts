import type { StatementSummary } from '../../api/domain/statement.ts';

export type WaterfallKey = 'opening' | 'earned' | 'reversed' | 'entries' | 'closing' | 'payable' | 'carried';

/** One bar from one level to another, in fen; `level` bars stand on zero, `change` bars hang where the one before ended. */
export interface WaterfallBar {
  key: WaterfallKey;
  kind: 'level' | 'change';
  fromFen: number;
  toFen: number;
  amountFen: number;
}

/**
 * A statement's sums as a waterfall: opening → earned → reversed → entries, where there are any → closing → payable, or what is carried when
 * the month ends below zero. Bars meet: each change starts where the one before it ended.
 */
export function waterfallOf(
  sums: Pick<
    StatementSummary,
    'openingFen' | 'earnedFen' | 'reversedFen' | 'entriesFen' | 'closingFen' | 'payableFen' | 'carriedFen'
  >,
): WaterfallBar[] {
  const level = (key: WaterfallKey, amountFen: number): WaterfallBar => ({
    key,
    kind: 'level',
    fromFen: 0,
    toFen: amountFen,
    amountFen,
  });
  const change = (key: WaterfallKey, fromFen: number, amountFen: number): WaterfallBar => ({
    key,
    kind: 'change',
    fromFen,
    toFen: fromFen + amountFen,
    amountFen,
  });
  const { entriesFen = 0 } = sums;
  return [
    level('opening', sums.openingFen),
    change('earned', sums.openingFen, sums.earnedFen),
    change('reversed', sums.openingFen + sums.earnedFen, sums.reversedFen),
    ...(entriesFen === 0
      ? []
      : [change('entries', sums.openingFen + sums.earnedFen + sums.reversedFen, entriesFen)]),
    level('closing', sums.closingFen),
    sums.carriedFen < 0 ? level('carried', sums.carriedFen) : level('payable', sums.payableFen),
  ];
}
