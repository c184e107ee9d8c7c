import type { Trx } from '../../db/connect.ts';
import { listMonthEntries } from '../../db/queries/pay-entries.ts';
import {
  listAmendedLines,
  listEarnedGroups,
  listStatementParties,
} from '../../db/queries/statement-gather.ts';
import type { StatementFacts } from '../domain/build-statement.ts';
import { bps, fen } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';

/** What one anchor's statement is built of; number, day and letterhead come when it is issued. */
export interface GatheredStatement extends Omit<StatementFacts, 'head'> {
  anchorId: number;
  head: Pick<StatementFacts['head'], 'anchor' | 'contracts'>;
}

/** Everybody who gets a statement for the month, with their own lines and entries. */
export async function gatherStatements(trx: Trx, month: Month): Promise<GatheredStatement[]> {
  const parties = await listStatementParties(trx, month);
  const groups = Map.groupBy(await listEarnedGroups(trx, month), (group) => group.anchorId);
  const amended = Map.groupBy(await listAmendedLines(trx, month), (line) => line.anchorId);
  const entries = Map.groupBy(await listMonthEntries(trx, month), (entry) => entry.anchorId);
  return parties.map(({ anchorId, contracts, previousClosingFen, ...anchor }) => ({
    anchorId,
    head: { anchor, contracts },
    previousClosingFen: previousClosingFen === null ? null : fen(previousClosingFen),
    groups: (groups.get(anchorId) ?? []).map(({ anchorId: _, ...group }) => ({
      ...group,
      salesFen: fen(group.salesFen),
      baseFen: fen(group.baseFen),
      rateBps: group.rateBps === null ? null : bps(group.rateBps),
      amountFen: fen(group.amountFen),
    })),
    amended: (amended.get(anchorId) ?? []).map(({ anchorId: _, ...line }) => ({
      ...line,
      baseFen: fen(line.baseFen),
      amountFen: fen(line.amountFen),
    })),
    entries: (entries.get(anchorId) ?? []).map(({ id: _, anchorId: __, ...entry }) => ({
      ...entry,
      amountFen: fen(entry.amountFen),
    })),
  }));
}
