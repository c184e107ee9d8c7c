import type { Db } from '../../db/connect.ts';
import {
  listSettledAnchors,
  readSettleableLines,
  readShareRules,
  readStoredSplits,
} from '../../db/queries/settlement-oracle.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Identity } from '../domain/identity.ts';
import type { Month } from '../domain/month.ts';
import { settleMonth } from '../domain/settlement.ts';

export interface OracleVerdict {
  lines: number;
  differing: number;
  sample: { lineId: number; stored: unknown; expected: unknown }[];
}

/**
 * Settles a month again, one line at a time by the domain, and holds every stored line against it: rule,
 * tier, cumulative sales and each party's fen. Reads only; one anchor in memory at a time. Meaningful while
 * the order lines are as they were when settled (changes after settlement are amendments, not compared here).
 */
export async function compareWithOracle(db: Db, identity: Identity, month: Month): Promise<OracleVerdict> {
  return inTransaction(
    db,
    identity,
    async (trx) => {
      const rules = await readShareRules(trx);
      const verdict: OracleVerdict = { lines: 0, differing: 0, sample: [] };
      for (const anchorId of await listSettledAnchors(trx, month)) {
        const expected = settleMonth(await readSettleableLines(trx, month, anchorId), rules);
        const stored = new Map(
          (await readStoredSplits(trx, month, anchorId)).map((split) => [split.lineId, split]),
        );
        verdict.lines += stored.size;
        for (const line of expected.settled) {
          const { salesFen: _, ...want } = line;
          const have = stored.get(line.lineId);
          stored.delete(line.lineId);
          if (have && isSame(have, want)) continue;
          verdict.differing += 1;
          if (verdict.sample.length < 10)
            verdict.sample.push({ lineId: line.lineId, stored: have, expected: want });
        }
        verdict.differing += stored.size;
      }
      return verdict;
    },
    { readOnly: true, isolation: 'repeatable read', statementTimeoutMs: 0 },
  );
}

const isSame = (a: object, b: object): boolean => {
  const text = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
};
