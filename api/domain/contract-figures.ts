import { type DutyTerms, dutyFigures } from './contract-figures-duties.ts';
import { type PenaltyTerms, penaltyFigures } from './contract-figures-penalty.ts';
import type { Figure, Income, MissingFigure, SettledMonth } from './contract-figures-shape.ts';
import { type ShareReplay, shareFigures } from './contract-figures-share.ts';
import { addFen, mulDivHalfUp } from './money.ts';

/** Everything the figures stand on. What is not known is null or empty, and is then said to be missing. */
export interface FigureFacts {
  months: readonly SettledMonth[];
  penalty: PenaltyTerms;
  share: ShareReplay | null;
  duties: DutyTerms;
}

/** The contract in this anchor's figures: what its clauses cost, each with the working a person can check by hand. */
export function contractFigures(facts: FigureFacts): (Figure | MissingFigure)[] {
  const income = readIncome(facts.months);
  return [
    ...penaltyFigures(facts.penalty, income),
    ...shareFigures(facts.share),
    ...dutyFigures(facts.duties, facts.months, income),
  ];
}

export function readIncome(months: readonly SettledMonth[]): Income | undefined {
  const inOrder = months.map(({ month }) => month).sort();
  const [firstMonth, lastMonth] = [inOrder[0], inOrder.at(-1)];
  if (firstMonth === undefined || lastMonth === undefined) return undefined;
  const earnedFen = addFen(...months.map(({ netFen }) => netFen));
  // To the nearest fen: an average is shown, never paid.
  const averageFen = mulDivHalfUp(earnedFen, 1, months.length);
  return { months: months.length, firstMonth, lastMonth, earnedFen, averageFen };
}
