import { addFen, type Fen, fen, negateFen } from '../money.ts';
import { addMonths, type Month } from '../month.ts';
import type { PayEntryWords } from '../pay-entry.ts';
import { type SettleableLine, type ShareRule, settleLine, type Unsettleable } from '../settlement.ts';
import { tell, yuan } from './words.ts';

/** What an anchor's estimated lines would give a party: for the agency's books at the month's end, never for a statement. */
export interface AccrualEntry {
  key: string;
  anchorId: number;
  partyId: number;
  /** The month it is posted in. */
  month: Month;
  amountFen: Fen;
  lines: number;
  reversesKey: string | null;
  explanation: PayEntryWords;
}

export interface AccrualInput {
  month: Month;
  /** Paid, not settled by the month's end: sales and commission as the platform estimates them, `settledAt` the time of payment. */
  lines: readonly SettleableLine[];
  rules: readonly ShareRule[];
  /** Each anchor's settled net sales of the month: estimated lines are tiered on top of them. */
  settledSalesFen: ReadonlyMap<number, Fen>;
}

/** 暂估: divides the estimates by the rules in force. Each line is divided for itself and cut as it would be settled. */
export function accrueMonth({ month, lines, rules, settledSalesFen }: AccrualInput): {
  entries: AccrualEntry[];
  refused: Unsettleable[];
} {
  const cumulative = new Map(settledSalesFen);
  const byAnchor = Map.groupBy(rules, (rule) => rule.anchorId);
  const tiers = new Map(rules.flatMap((rule) => rule.tiers.map((tier) => [tier.id, tier])));
  const totals = new Map<string, { anchorId: number; partyId: number; amountFen: Fen; lines: number }>();
  const refused: Unsettleable[] = [];
  for (const line of lines.toSorted((a, b) => a.settledAt - b.settledAt || a.lineId - b.lineId)) {
    const beforeFen = cumulative.get(line.anchorId) ?? fen(0);
    cumulative.set(line.anchorId, addFen(beforeFen, line.salesFen));
    const settled = settleLine(line, byAnchor.get(line.anchorId) ?? [], beforeFen);
    if ('reason' in settled) {
      refused.push(settled);
      continue;
    }
    for (const [at, { partyId }] of tiers.get(settled.tierId)!.parts.entries()) {
      const key = `${line.anchorId}:${partyId}`;
      const total = totals.get(key) ?? { anchorId: line.anchorId, partyId, amountFen: fen(0), lines: 0 };
      const amountFen = addFen(total.amountFen, settled.partsFen[at]!);
      totals.set(key, { ...total, amountFen, lines: total.lines + 1 });
    }
  }
  const entries = [...totals.values()]
    .filter(({ amountFen }) => amountFen !== 0)
    .sort((a, b) => a.anchorId - b.anchorId || a.partyId - b.partyId)
    .map((total) => ({
      key: `accrual:${month}:${total.anchorId}:${total.partyId}`,
      ...total,
      month,
      reversesKey: null,
      explanation: tell({
        zh: `${month} 暂估：已付款未结算 ${total.lines} 行，按现行规则应分 ${yuan(total.amountFen)} 元，次月冲销`,
        en: `Accrual of ${month}: ${total.lines} lines paid and not settled would give ${yuan(total.amountFen)} by the rules in force; taken back next month`,
      }),
    }));
  return { entries, refused };
}

/** 冲销: the exact mirror of each accrual, in the month after. What really settles is posted by the settlement alone. */
export function reverseAccruals(entries: readonly AccrualEntry[]): AccrualEntry[] {
  return entries
    .filter((entry) => entry.reversesKey === null)
    .map((entry) => ({
      ...entry,
      key: `reverse:${entry.key}`,
      month: addMonths(entry.month, 1),
      amountFen: negateFen(entry.amountFen),
      reversesKey: entry.key,
      explanation: tell({
        zh: `冲销 ${entry.month} 暂估 ${yuan(entry.amountFen)} 元`,
        en: `Takes back the accrual of ${entry.month}, ${yuan(entry.amountFen)}`,
      }),
    }));
}
