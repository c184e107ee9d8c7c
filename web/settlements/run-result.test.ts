import { describe, expect, it } from 'vitest';
import {
  fixPath,
  monthToRun,
  type RunResult,
  type SettlementMonth,
  unsettledPath,
  whyNotRun,
} from './run-result.ts';

const dry = (more: Partial<RunResult>): RunResult => ({
  runId: null,
  month: '2026-05',
  lines: 10,
  changes: 0,
  baseFen: 100,
  parties: [],
  anchors: [],
  problems: [],
  unsettled: { unpaid: 0, noEvidence: 0, refundedBeforeSettlement: 0, unknownAnchor: 0, refundsWaiting: 0 },
  ...more,
});
const problem = (reason: 'no_rule' | 'no_commission' | 'unknown_anchor', anchorId: number | null = 3) => ({
  reason,
  anchorId,
  anchorName: '小花',
  lines: 2,
  salesFen: 100,
  sample: [],
});
const month = (name: string, openLines: number, closed = false): SettlementMonth => ({
  month: name,
  openLines,
  closed,
  settledLines: 0,
  runs: 0,
  statements: 0,
});

describe('the run button', () => {
  it('waits until every line has a rule', () => {
    expect(whyNotRun(dry({ problems: [problem('no_rule')] }), true)).toBe('problems');
  });

  it('may leave lines of unknown anchors open when the user says so, and only those', () => {
    const unknown = dry({ problems: [problem('unknown_anchor', null)] });
    expect(whyNotRun(unknown, false)).toBe('problems');
    expect(whyNotRun(unknown, true)).toBeUndefined();
  });

  it('has nothing to do where there is neither a new line nor a change', () => {
    expect(whyNotRun(dry({ lines: 0 }), false)).toBe('nothing');
    expect(whyNotRun(dry({ lines: 0, changes: 2 }), false)).toBeUndefined();
  });
});

describe('a problem of a dry run', () => {
  it('leads to the place where it is mended', () => {
    expect(fixPath(problem('unknown_anchor'))).toBe('/orders/gaps');
    expect(decodeURIComponent(fixPath(problem('no_rule')))).toBe('/contracts?filter={"anchorId":3}');
    expect(decodeURIComponent(fixPath(problem('no_commission')))).toContain('"anchorId":3');
  });

  it('has no link where no list shows its lines', () => {
    expect(unsettledPath('refundsWaiting', '2026-02')).toBeUndefined();
    expect(decodeURIComponent(unsettledPath('unpaid', '2026-02')!)).toBe(
      '/orders?filter={"status":"unpaid"}',
    );
  });

  it('shows the month it counts, to its last day', () => {
    expect(decodeURIComponent(unsettledPath('noEvidence', '2026-02')!)).toBe(
      '/orders?filter={"track":"estimated","status":"paid","from":"2026-02-01","to":"2026-02-28"}',
    );
  });
});

describe('the month a run starts with', () => {
  it('is the oldest open one with lines', () => {
    const months = [month('2026-07', 5), month('2026-06', 9), month('2026-05', 3, true)];
    expect(monthToRun(months)).toBe('2026-06');
  });

  it('is the newest when nothing is open, and none without any month', () => {
    expect(monthToRun([month('2026-07', 0), month('2026-06', 0)])).toBe('2026-07');
    expect(monthToRun([])).toBeUndefined();
  });
});
