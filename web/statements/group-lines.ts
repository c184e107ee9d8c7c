import type { StatementProduct, StatementStream } from '../../api/domain/statement.ts';
import type { SettlementLine } from '../fields/explanation.ts';

/** Lines under the product row they stand in, and whether the rows name them without doubt. */
export type LinesOfProduct = (
  stream: StatementStream,
  product: StatementProduct,
) => SettlementLine[] | undefined;

/**
 * Finds the settlement lines of a product row of the frozen document. A row is a stream, a name, a rate and a
 * clause; lines carry the name and the rate, and the stream where the API gives it. Where several rows would
 * claim the same lines, or the sum is another than the row's, the answer is undefined rather than a guess.
 */
export function groupLines(
  lines: readonly SettlementLine[],
  streams: readonly StatementStream[],
): LinesOfProduct {
  const byName = new Map<string, SettlementLine[]>();
  for (const line of lines) {
    if (line.kind !== 'settle') continue;
    const name = line.productName ?? '';
    const found = byName.get(name);
    if (found) found.push(line);
    else byName.set(name, [line]);
  }
  return (stream, product) => {
    const named = byName.get(product.name) ?? [];
    const fitting = named.filter((line) => fits(line, stream, product));
    const sum = fitting.reduce((total, line) => total + line.amountFen, 0);
    const rivals = streams.flatMap((one) =>
      one.products.filter((other) => isRival(one, other, stream, product)),
    );
    const isOwn = rivals.length === 1 || fitting.every((line) => line.streamTitle !== undefined);
    return isOwn && sum === product.amountFen && fitting.length === product.orderLines ? fitting : undefined;
  };
}

const fits = (line: SettlementLine, stream: StatementStream, product: StatementProduct): boolean =>
  line.rateBps === product.rateBps && (line.streamTitle === undefined || line.streamTitle === stream.title);

/** Rows that the lines' name and rate alone cannot tell apart; the row itself is one of them. */
const isRival = (
  stream: StatementStream,
  product: StatementProduct,
  ownStream: StatementStream,
  own: StatementProduct,
): boolean =>
  (stream === ownStream && product === own) || (product.name === own.name && product.rateBps === own.rateBps);
