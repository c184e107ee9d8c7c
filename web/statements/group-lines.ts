import type { StatementProduct, StatementStream } from '../../api/domain/statement.ts';
import type { SettlementLine } from '../fields/explanation.ts';

/** Lines under the product row they stand in, and whether the rows name them without doubt. */
export type LinesOfProduct = (
  stream: StatementStream,
  product: StatementProduct,
) => SettlementLine[] | undefined;

/**
 * Finds the settlement lines of a product row of the frozen document. A row is a stream, a name, a rate and a clause;
 * lines carry the stream as it is called today, the name and the rate. Where a stream was renamed since, name and rate
 * alone decide. Where several rows would claim the same lines, or the sum is another than the row's, the answer is
 * undefined rather than a guess.
 */
export function groupLines(
  lines: readonly SettlementLine[],
  streams: readonly StatementStream[],
): LinesOfProduct {
  const sales = lines.filter((line) => line.kind === 'settle');
  const byName = Map.groupBy(sales, (line) => line.productName ?? '');
  const rows = streams.flatMap((stream) => stream.products.map((product) => ({ stream, product })));
  return (stream, product) => {
    const named = (byName.get(product.name) ?? []).filter((line) => line.rateBps === product.rateBps);
    const rivals = rows.filter(
      (row) => row.product.name === product.name && row.product.rateBps === product.rateBps,
    );
    const ofStream = whole(
      named.filter((line) => line.streamTitle === stream.title),
      rivals.filter((row) => row.stream.title === stream.title).length,
      product,
    );
    return ofStream ?? whole(named, rivals.length, product);
  };
}

/** The lines, if no other row claims them and they come to what the row says. */
function whole(
  lines: SettlementLine[],
  claims: number,
  { amountFen, orderLines }: StatementProduct,
): SettlementLine[] | undefined {
  const sum = lines.reduce((total, line) => total + line.amountFen, 0);
  return claims === 1 && sum === amountFen && lines.length === orderLines ? lines : undefined;
}
