import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoldVerdict, whyNotHold, whyNotMoveHeld, whyNotWindow } from './hold-rules.ts';
import { type HeldGroup, sayHold } from './hold-words.ts';
import { houseHoldFrom } from './house-window.ts';
import { stateOfHold } from './own-hold-words.ts';

const verdict = (changes: Partial<HoldVerdict> = {}): HoldVerdict => ({
  ...{ outcome: 'substitution', bearer: 'anchor', bearerAnchorId: 7, decidedBy: 'gu' },
  ...changes,
});
const anchor = (anchorId: number) => ({ kind: 'anchor', anchorId });

describe('held money', () => {
  it('moves only after the decision, and by people', () => {
    expect(whyNotMoveHeld('release', null, anchor(7), 'gu')?.code).toBe('money_after_decision');
    expect(whyNotMoveHeld('release', verdict(), anchor(7), null)?.code).toBe('needs_a_person');
    expect(whyNotMoveHeld('release', verdict(), anchor(7), 'gu')).toBeUndefined();
  });

  it('is taken from the anchor the decision names, by a second person', () => {
    expect(whyNotMoveHeld('clawback', verdict(), anchor(7), 'he')).toBeUndefined();
    expect(whyNotMoveHeld('clawback', verdict(), anchor(7), 'gu')?.code).toBe('clawback_by_another');
    expect(whyNotMoveHeld('clawback', verdict(), anchor(8), 'he')?.code).toBe('not_the_bearer');
  });

  it('is never taken from an anchor where anybody else bears it, or where nothing was decided against the goods', () => {
    const bearers = fc.constantFrom('brand', 'supplier', 'agency', null);
    const outcomes = fc.constantFrom('substitution', 'deviation', 'cleared');
    fc.assert(
      fc.property(bearers, outcomes, fc.integer({ min: 1, max: 9 }), (bearer, outcome, anchorId) => {
        const decided = verdict({ outcome, bearer, bearerAnchorId: null } as Partial<HoldVerdict>);
        return whyNotMoveHeld('clawback', decided, anchor(anchorId), 'he') !== undefined;
      }),
    );
  });

  it('starts before the decision, over a window that has begun', () => {
    expect(whyNotHold('answered')).toBeUndefined();
    expect(whyNotHold('decided')?.code).toBe('decided_already');
    const window = (paidFrom: string, paidTo: string | null) =>
      whyNotWindow({ paidFrom, paidTo }, '2026-06-01T00:00:00Z');
    expect(window('2026-05-01T00:00:00+08:00', null)).toBeUndefined();
    expect(window('2026-07-01T00:00:00+08:00', null)?.code).toBe('window_in_future');
    expect(window('2026-05-01T00:00:00+08:00', '2026-04-30T15:00:00Z')?.code).toBe('window_empty');
  });
});

describe('the window an inspection opens', () => {
  it('begins with a lot, and thirty days before a mystery order at the most', () => {
    const at = '2026-05-31T00:00:00Z';
    expect(houseHoldFrom({ kind: 'lot', at, lastCleanAt: null })).toBe('2026-05-31T00:00:00.000Z');
    expect(houseHoldFrom({ kind: 'mystery', at, lastCleanAt: null })).toBe('2026-05-01T00:00:00.000Z');
    expect(houseHoldFrom({ kind: 'mystery', at, lastCleanAt: '2026-05-20T00:00:00Z' })).toBe(
      '2026-05-20T00:00:00.000Z',
    );
    expect(houseHoldFrom({ kind: 'mystery', at, lastCleanAt: '2026-06-20T00:00:00Z' })).toBe(
      '2026-05-31T00:00:00.000Z',
    );
  });
});

describe('what an anchor reads', () => {
  it('says that it is kept aside, and where it is posted when its month was issued', () => {
    const group: HeldGroup = {
      ...{ caseNo: 'SC-2026-0001', productName: '精华', givenFen: 1600, takenFen: -800, orders: 2 },
      ...{ concernsMonth: '2026-05', month: '2026-06' },
    };
    const words = sayHold(group);
    expect(words.zh).toContain('未被扣除');
    expect(words.zh).toContain('2026-05 已出账，记入 2026-06');
    expect(words.working?.at(-1)?.zh).toBe('分成 16.00 元，退款冲回 -8.00 元，合计 8.00 元');
    expect(sayHold({ ...group, month: '2026-05' }).zh).not.toContain('已出账');
  });

  it('calls a hold by what its sums say', () => {
    const facts = {
      caseNo: '',
      productName: '',
      stage: 'decided',
      outcome: null,
      bears: false,
      answerBy: null,
    } as const;
    const state = (heldFen: number, releasedFen: number, clawedBackFen: number) =>
      stateOfHold({ ...facts, heldFen, releasedFen, clawedBackFen });
    expect([state(1, 0, 0), state(0, 1, 0), state(0, 0, 1), state(1, 1, 0), state(0, 0, 0)]).toEqual([
      ...['held', 'released', 'clawed_back', 'mixed', 'released'],
    ]);
  });
});
