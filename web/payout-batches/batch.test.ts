import { describe, expect, it } from 'vitest';
import { chosenOf, type Proposal } from './batch.ts';

const item = (statementId: number, dueFen: number, isConfirmed: boolean) => ({
  statementId,
  statementNo: `ST${statementId}`,
  anchorId: statementId,
  anchorName: '主播',
  payableFen: dueFen,
  dueFen,
  heldFen: 0,
  isConfirmed,
});
const proposal: Proposal = {
  month: '2026-06',
  items: [item(1, 100, true), item(2, 20, false), item(3, 3, true)],
  totalFen: 123,
  leftOut: [],
};

describe('whom a batch pays', () => {
  it('is everybody of the proposal who was not left aside', () => {
    expect(chosenOf(proposal, new Set(), false)).toEqual({ statementIds: [1, 2, 3], totalFen: 123 });
    expect(chosenOf(proposal, new Set([1]), false)).toEqual({ statementIds: [2, 3], totalFen: 23 });
  });

  it('is only who confirmed, where that is asked', () => {
    expect(chosenOf(proposal, new Set([3]), true)).toEqual({ statementIds: [1], totalFen: 100 });
  });
});
