import { addMonths, firstDay, type Month } from '../../api/domain/month.ts';
import { addDays } from '../fields/day.ts';

/** One month of `GET /settlements/months`. */
export interface SettlementMonth {
  month: string;
  settledLines: number;
  openLines: number;
  runs: number;
  statements: number;
  closed: boolean;
}

export interface SettlementProblem {
  reason: 'no_rule' | 'no_commission' | 'unknown_anchor';
  anchorId: number | null;
  anchorName: string | null;
  lines: number;
  salesFen: number;
  sample: { lineId: number; orderNo: string }[];
}

/** A dry run, or a run: `POST /settlements/preview`, `POST /settlements`. */
export interface RunResult {
  /** null: nothing to settle, or a dry run. */
  runId: number | null;
  month: string;
  lines: number;
  changes: number;
  baseFen: number;
  parties: { partyId: number; name: string; kind: string; amountFen: number }[];
  anchors: {
    anchorId: number;
    name: string;
    lines: number;
    salesFen: number;
    baseFen: number;
    amountFen: number;
    beforeFen: number;
  }[];
  problems: SettlementProblem[];
  unsettled: Record<UnsettledReason, number>;
}

export type UnsettledReason =
  | 'unpaid'
  | 'noEvidence'
  | 'refundedBeforeSettlement'
  | 'unknownAnchor'
  | 'refundsWaiting';

/** Why the run button is refused: a key below `resources.settlements.whyNotRun.`; undefined when it may be pressed. */
export function whyNotRun(dry: RunResult, leaveUnassigned: boolean): string | undefined {
  const open = dry.problems.filter((problem) => !(leaveUnassigned && problem.reason === 'unknown_anchor'));
  if (open.length > 0) return 'problems';
  return dry.lines + dry.changes === 0 ? 'nothing' : undefined;
}

/** Where a problem is mended. */
export function fixPath(problem: Pick<SettlementProblem, 'reason' | 'anchorId'>): string {
  if (problem.reason === 'unknown_anchor') return '/orders/gaps';
  if (problem.reason === 'no_commission') return ordersPath({ anchorId: problem.anchorId, track: 'settled' });
  return `/contracts?${new URLSearchParams({ filter: JSON.stringify({ anchorId: problem.anchorId }) })}`;
}

/** The orders behind a count of unsettled lines, where a list can show them. */
export function unsettledPath(reason: UnsettledReason, month: string): string | undefined {
  const paid = { from: `${month}-01`, to: lastDay(month) };
  if (reason === 'unpaid') return ordersPath({ status: 'unpaid' });
  if (reason === 'noEvidence') return ordersPath({ track: 'estimated', status: 'paid', ...paid });
  if (reason === 'refundedBeforeSettlement')
    return ordersPath({ track: 'estimated', status: 'refunded', ...paid });
  return reason === 'unknownAnchor' ? '/orders/gaps' : undefined;
}

/** `2026-02` → `2026-02-28`. */
const lastDay = (month: string): string => addDays(firstDay(addMonths(month as Month, 1)), -1);

const ordersPath = (filter: Record<string, unknown>): string =>
  `/orders?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

/** The month a run starts with: the oldest that is open and has lines, because statements go month by month. */
export function monthToRun(months: readonly SettlementMonth[]): string | undefined {
  const open = months.filter((one) => !one.closed && one.openLines > 0).map((one) => one.month);
  return open.sort()[0] ?? months[0]?.month;
}
