import type { Trx } from '../../db/connect.ts';
import { listAccrualAnchors, readAccrualLines } from '../../db/queries/accrual-lines.ts';
import type { NewAccrual } from '../../db/queries/accruals.ts';
import { listHousePartyIds } from '../../db/queries/pay-sums.ts';
import { readShareRules } from '../../db/queries/settlement-oracle.ts';
import { fen } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';
import { accrueMonth } from '../domain/pay/accrual.ts';
import { sumFen } from '../domain/pay/exact.ts';

export interface EstimatedAnchor extends NewAccrual {
  anchorName: string;
  /** Lines that would give nobody anything, by why: no rule, or no estimate of a commission. */
  refused: { no_rule: number; no_commission: number };
}

/** What lines paid and not settled by the month's end would give by the rules in force, anchor by anchor. Writes nothing. */
export async function estimateMonth(trx: Trx, month: Month): Promise<EstimatedAnchor[]> {
  const rules = await readShareRules(trx);
  const house = new Set(await listHousePartyIds(trx));
  const estimated: EstimatedAnchor[] = [];
  // One anchor after the other: a busy month has more lines than memory should hold at once.
  for (const { anchorId, anchorName, settledSalesFen } of await listAccrualAnchors(trx, month)) {
    const lines = await readAccrualLines(trx, month, anchorId);
    const { entries, refused } = accrueMonth({
      ...{ month, lines, rules: rules.filter((rule) => rule.anchorId === anchorId) },
      settledSalesFen: new Map([[anchorId, fen(settledSalesFen)]]),
    });
    const sumOf = (isHouse: boolean) =>
      sumFen(
        entries.filter(({ partyId }) => house.has(partyId) === isHouse),
        (entry) => entry.amountFen,
      );
    const countOf = (why: string) => refused.filter(({ reason }) => reason === why).length;
    estimated.push({
      ...{ anchorId, anchorName, lines: lines.length - refused.length },
      ...{ payableFen: sumOf(false), houseFen: sumOf(true) },
      parts: entries.map(({ partyId, amountFen }) => ({ partyId, amountFen })),
      refused: { no_rule: countOf('no_rule'), no_commission: countOf('no_commission') },
    });
  }
  return estimated;
}

/** Estimates that move money; the others are only told. */
export const givesSomething = ({ payableFen, houseFen }: NewAccrual): boolean =>
  payableFen !== 0 || houseFen !== 0;
