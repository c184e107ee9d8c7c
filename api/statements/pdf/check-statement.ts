import { DomainError } from '../../domain/error.ts';
import { addFen, type Fen, formatYuan } from '../../domain/money.ts';
import type { StatementDocument } from '../../domain/statement.ts';

/** Throws DomainError `statement_does_not_add_up` naming the first total that is not the sum of its lines. */
export function checkStatement(document: StatementDocument): void {
  const { summary, streams, reversals, entries = [] } = document;
  const { entriesFen = addFen() } = summary;
  const expect = (field: string, stated: Fen, expected: Fen): void => {
    if (stated === expected) return;
    throw new DomainError(
      'conflict',
      'statement_does_not_add_up',
      `statement ${document.no}: ${field} says ${formatYuan(stated)} where its parts give ${formatYuan(expected)}`,
      { details: { statementNo: document.no, field, statedFen: stated, expectedFen: expected } },
    );
  };
  streams.forEach((stream, index) => {
    const products = addFen(...stream.products.map((product) => product.amountFen));
    expect(`streams.${index}.amountFen`, stream.amountFen, products);
  });
  expect('summary.earnedFen', summary.earnedFen, addFen(...streams.map((stream) => stream.amountFen)));
  expect('summary.reversedFen', summary.reversedFen, addFen(...reversals.map((line) => line.amountFen)));
  expect('summary.entriesFen', entriesFen, addFen(...entries.map((entry) => entry.amountFen)));
  const closing = addFen(summary.openingFen, summary.earnedFen, summary.reversedFen, entriesFen);
  expect('summary.closingFen', summary.closingFen, closing);
  expect('summary.payableFen', summary.payableFen, closing > 0 ? closing : addFen());
  expect('summary.carriedFen', summary.carriedFen, closing < 0 ? closing : addFen());
}
