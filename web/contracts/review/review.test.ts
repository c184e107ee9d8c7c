import { describe, expect, it } from 'vitest';
import type { Finding } from '../../fields/findings/finding.ts';
import { type FindingFilter, filterFindings, stepTo } from './review.ts';

const finding = (id: number, more: Partial<Finding> = {}): Finding =>
  ({
    id,
    start: id * 10,
    end: id * 10 + 5,
    severity: 'high',
    state: 'open',
    type: 'A',
    toConfirm: false,
    ...more,
  }) as Finding;
const ALL: FindingFilter = { severities: [], state: 'all', type: '' };
const idsOf = (findings: readonly Finding[]) => findings.map(({ id }) => id);

describe('the findings beside a text', () => {
  const findings = [
    finding(3, { severity: 'low' }),
    finding(1),
    finding(2, { state: 'waived', type: 'B' }),
    finding(4, { toConfirm: true }),
  ];

  it('stand in the order of the text', () => {
    expect(idsOf(filterFindings(findings, ALL))).toEqual([1, 2, 3, 4]);
  });

  it('are narrowed by weight, state, kind, and what waits to be confirmed', () => {
    expect(idsOf(filterFindings(findings, { ...ALL, severities: ['low'] }))).toEqual([3]);
    expect(idsOf(filterFindings(findings, { ...ALL, state: 'waived' }))).toEqual([2]);
    expect(idsOf(filterFindings(findings, { ...ALL, state: 'toConfirm' }))).toEqual([4]);
    expect(idsOf(filterFindings(findings, { ...ALL, type: 'B' }))).toEqual([2]);
  });

  it('are stepped through from the first to the last and no further', () => {
    const inOrder = filterFindings(findings, ALL);
    expect(stepTo(inOrder, undefined, 1)).toBe(1);
    expect(stepTo(inOrder, undefined, -1)).toBe(4);
    expect(stepTo(inOrder, 1, 1)).toBe(2);
    expect(stepTo(inOrder, 1, -1)).toBe(1);
    expect(stepTo(inOrder, 4, 1)).toBe(4);
    expect(stepTo([], undefined, 1)).toBeUndefined();
  });
});
