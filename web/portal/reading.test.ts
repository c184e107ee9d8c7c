import { describe, expect, it } from 'vitest';
import type { Finding } from '../fields/findings/finding.ts';
import type { Remark } from '../fields/findings/remark.ts';
import { filterClauses, isTitle, progressOf, type ReadingClause } from './reading.ts';

const clause = (clauseNo: string, more: Partial<ReadingClause> = {}): ReadingClause =>
  ({
    clauseNo,
    heading: null,
    text: '乙方应当按照排期直播，每月不少于十场。',
    findings: [],
    questions: [],
    mark: null,
    remarks: [],
    ...more,
  }) as never;

describe('reading a contract', () => {
  const clauses = [
    clause('一', { heading: '合作方式', text: '一、合作方式' }),
    clause('一（一）', { mark: 'accept' }),
    clause('一（二）', { findings: [{ id: 1 } as Finding], remarks: [{ id: 7, isOpen: true } as Remark] }),
  ];

  it('has come as far as clauses were spoken about; titles need no word', () => {
    expect(isTitle(clauses[0]!)).toBe(true);
    expect(progressOf({ clauses, general: [{ id: 8, isOpen: true } as Remark] })).toEqual({
      marked: 1,
      of: 2,
      open: 2,
    });
  });

  it('can be narrowed to what was found and to what is still to be read', () => {
    const numbers = (filter: 'all' | 'findings' | 'unmarked') =>
      filterClauses(clauses, filter).map(({ clauseNo }) => clauseNo);
    expect(numbers('all')).toHaveLength(3);
    expect(numbers('findings')).toEqual(['一（二）']);
    expect(numbers('unmarked')).toEqual(['一（二）']);
  });
});
