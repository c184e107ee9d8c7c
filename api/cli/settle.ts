import { formatYuan } from '../domain/money.ts';
import { isMonth, type Month } from '../domain/month.ts';
import { listOpenMonthsBefore, type OpenMonth } from '../settlements/list-open-months.ts';
import { runSettlement, type SettlementResult } from '../settlements/run-settlement.ts';
import { printJson, readArgs, UsageError } from './command.ts';
import { DEFAULT_DATA_DIR, withServices } from './services.ts';

export const name = 'settle';
export const usage = 'settle --month 2026-05 [--dry-run] [--leave-unassigned] [--json] [--data DIR]';

/** Settles a month, or shows what it would do. */
export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, {
    options: {
      month: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'leave-unassigned': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
    },
  });
  const month = readMonth(values.month);
  const result = await withServices({ data: values.data }, async ({ db }, identity) => ({
    ...(await runSettlement(db, identity, {
      month,
      dryRun: values['dry-run'],
      leaveUnassigned: values['leave-unassigned'],
    })),
    earlierOpen: await listOpenMonthsBefore(db, identity, month),
  }));
  warnOfOpenMonths(result.earlierOpen);
  if (values.json) printJson(result);
  else print(result, values['dry-run']);
  // A dry run that found lines it could not settle is a refusal, as the run itself would be.
  return values['dry-run'] && result.problems.length > 0 ? 1 : 0;
}

/** On stderr, so that a later month is never settled or issued in silence over an earlier one. */
export function warnOfOpenMonths(months: readonly OpenMonth[]): void {
  for (const { month, openLines } of months)
    console.error(
      `faircast: ${month} has ${openLines} lines that are not settled yet (faircast settle --month ${month})`,
    );
}

/** `--month` as the commands take it; wrong words are a usage error. */
export function readMonth(text: string | undefined): Month {
  if (text === undefined || !isMonth(text)) throw new UsageError('--month takes a month such as 2026-05');
  return text;
}

function print(result: SettlementResult, isDry: boolean): void {
  const { unsettled: open } = result;
  console.log(
    `${result.month}${isDry ? ' (dry run, nothing kept)' : ''}: ${result.lines} lines settled, ${result.changes} amended, base ${formatYuan(result.baseFen)}`,
  );
  for (const party of result.parties)
    console.log(`  ${formatYuan(party.amountFen).padStart(18)}  ${party.name} (${party.kind})`);
  for (const problem of result.problems) {
    const orders = problem.sample.map((line) => line.orderNo).join(', ');
    console.log(
      `  not settleable: ${problem.lines} lines of ${problem.anchorName ?? 'unknown anchors'}, ${problem.reason} (${orders} …)`,
    );
  }
  console.log(
    `  open: ${open.unpaid} unpaid, ${open.noEvidence} paid without settlement evidence, ${open.refundedBeforeSettlement} refunded before settlement, ${open.unknownAnchor} of unknown anchors, ${open.refundsWaiting} refunds waiting for their sale`,
  );
}
