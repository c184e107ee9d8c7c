import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, type Marked, pagesIn, pickAt, runsOf } from './highlight.ts';

const mark = (id: number, start: number, end: number, more: Partial<Marked> = {}): Marked => ({
  id,
  start,
  end,
  severity: 'medium',
  state: 'open',
  ...more,
});

describe('highlights in a text', () => {
  it('cut where findings begin and end, nested or overlapping', () => {
    const runs = runsOf(0, 20, [mark(1, 2, 12), mark(2, 4, 6, { severity: 'block' }), mark(3, 10, 15)]);
    expect(runs.map(({ start, end, ids }) => [start, end, ids])).toEqual([
      [0, 2, []],
      [2, 4, [1]],
      [4, 6, [2, 1]],
      [6, 10, [1]],
      [10, 12, [3, 1]],
      [12, 15, [3]],
      [15, 20, []],
    ]);
    expect(runs[2]!.severity).toBe('block');
  });

  it('show the weight of what is open, and lightly where all is decided', () => {
    const decided = mark(1, 0, 5, { severity: 'high', state: 'waived' });
    expect(runsOf(0, 5, [decided])).toMatchObject([{ severity: 'high', isSettled: true }]);
    expect(runsOf(0, 5, [decided, mark(2, 0, 5, { severity: 'low' })])).toMatchObject([
      { severity: 'low', isSettled: false },
    ]);
  });

  it('lose no character and cover each finding exactly, whatever the findings', () => {
    const finding = fc.record({
      id: fc.nat(50),
      start: fc.integer({ min: -5, max: 60 }),
      length: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (made) => {
        const findings = made.map(({ start, length }, id) => mark(id, start, start + length));
        const runs = runsOf(10, 50, findings);
        expect(runs[0]!.start).toBe(10);
        expect(runs.at(-1)!.end).toBe(50);
        for (const [index, run] of runs.slice(1).entries()) expect(run.start).toBe(runs[index]!.end);
        for (const { id, start, end } of findings) {
          const covered = runs.filter(({ ids }) => ids.includes(id));
          const length = covered.reduce((sum, run) => sum + run.end - run.start, 0);
          expect(length).toBe(start < end ? Math.max(0, Math.min(end, 50) - Math.max(start, 10)) : 0);
        }
      }),
    );
  });

  it('mean the narrowest finding first, then those around it, press by press', () => {
    expect(pickAt([2, 1], undefined)).toBe(2);
    expect(pickAt([2, 1], 2)).toBe(1);
    expect(pickAt([2, 1], 1)).toBe(2);
    expect(pickAt([], 1)).toBeUndefined();
  });
});

describe('the blocks of a text', () => {
  const clause = (clauseNo: string, start: number) => ({ clauseNo, heading: null, start, depth: 0 });

  it('are the clauses and what comes before them, and lose nothing', () => {
    expect(blocksOf(100, [clause('2', 40), clause('1', 10)])).toMatchObject([
      { clauseNo: null, start: 0, end: 10 },
      { clauseNo: '1', start: 10, end: 40 },
      { clauseNo: '2', start: 40, end: 100 },
    ]);
    expect(blocksOf(7, [])).toMatchObject([{ clauseNo: null, start: 0, end: 7 }]);
    expect(blocksOf(7, [clause('1', 0)])).toHaveLength(1);
  });

  it('carry the mark of each page that begins in them', () => {
    expect(pagesIn([{ start: 0 }, { start: 40 }, { start: 90 }], 40, 90)).toEqual([{ start: 40 }]);
  });
});
