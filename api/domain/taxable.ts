import type { StatementFacts } from './build-statement.ts';
import { addFen, type Fen, fen } from './money.ts';

/**
 * What a statement gives an anchor before tax: all that it pays, and what it only sets off against an advance, which was
 * a loan and no income when it was paid out. Money held or kept back is taxed in the month that lets it go. A balance
 * below zero that is set off was never paid, so it lessens the income. House decision 0022, not law.
 */
export function taxableFen(
  statement: Pick<StatementFacts, 'previousClosingFen' | 'groups' | 'amended' | 'entries'>,
): Fen {
  const sum = (amounts: readonly { amountFen: Fen }[]): Fen =>
    addFen(...amounts.map(({ amountFen }) => amountFen));
  const opening = fen(Math.min(0, statement.previousClosingFen ?? 0));
  const counted = statement.entries.filter(({ kind }) => kind !== 'recoup' && kind !== 'tax');
  const gross = addFen(opening, sum(statement.groups), sum(statement.amended), sum(counted));
  return fen(Math.max(0, gross));
}
