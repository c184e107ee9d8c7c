import { type Fen, fen } from './money.ts';
import type {
  StatementDocument,
  StatementEntry,
  StatementProduct,
  StatementReversal,
  StatementStream,
} from './statement.ts';

/** The facts a statement is built of; amounts are the anchor's own part, in fen. */
export interface StatementFacts {
  head: Pick<StatementDocument, 'no' | 'month' | 'issuedOn' | 'agency' | 'anchor' | 'contracts'>;
  /** Closing balance of the statement before; only what is below zero is carried, the rest was payable. */
  previousClosingFen: Fen | null;
  groups: readonly (StatementProduct & {
    streamId: number | null;
    streamTitle: string | null;
    startedAt: string | null;
  })[];
  amended: readonly StatementReversal[];
  entries: readonly StatementEntry[];
}

/** Puts a statement together: the same facts give the same document, and its totals are sums of its lines. */
export function buildStatement(facts: StatementFacts): StatementDocument {
  const streams = groupByStream(facts.groups);
  const sum = (values: readonly number[]): Fen => fen(values.reduce((total, value) => total + value, 0));
  const openingFen = fen(Math.min(0, facts.previousClosingFen ?? 0));
  const earnedFen = sum(streams.map((stream) => stream.amountFen));
  const reversedFen = sum(facts.amended.map((line) => line.amountFen));
  const entriesFen = sum(facts.entries.map((entry) => entry.amountFen));
  const closingFen = fen(openingFen + earnedFen + reversedFen + entriesFen);
  return {
    version: 2,
    ...facts.head,
    summary: {
      salesFen: sum(facts.groups.map((group) => group.salesFen)),
      baseFen: sum(facts.groups.map((group) => group.baseFen)),
      earnedFen,
      reversedFen,
      entriesFen,
      openingFen,
      closingFen,
      payableFen: fen(Math.max(0, closingFen)),
      carriedFen: fen(Math.min(0, closingFen)),
      orderLines: facts.groups.reduce((total, group) => total + group.orderLines, 0) + facts.amended.length,
    },
    streams,
    reversals: [...facts.amended],
    entries: [...facts.entries],
  };
}

function groupByStream(groups: StatementFacts['groups']): StatementStream[] {
  const streams = new Map<number | null, StatementStream>();
  for (const { streamId, streamTitle, startedAt, ...product } of groups) {
    const stream = streams.get(streamId) ?? {
      title: streamTitle,
      startedAt,
      amountFen: fen(0),
      products: [],
    };
    stream.products.push(product);
    stream.amountFen = fen(stream.amountFen + product.amountFen);
    streams.set(streamId, stream);
  }
  return [...streams.values()];
}
