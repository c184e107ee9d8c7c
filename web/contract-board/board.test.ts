import { describe, expect, it } from 'vitest';
import { BOARD_KINDS, type BoardCounts, kindToShow, placeOf } from './board.ts';

const counts = (more: Partial<BoardCounts> = {}): BoardCounts =>
  ({ ...Object.fromEntries(BOARD_KINDS.map(({ kind }) => [kind, 0])), ...more }) as BoardCounts;

describe('the board of contracts', () => {
  it('leads to the version, the contract, or the anchor who has none', () => {
    const row = { anchorId: 3, contractId: 7, versionId: 9 };
    expect(placeOf(row)).toBe('/contracts/7/show?version=9');
    expect(placeOf({ ...row, versionId: null })).toBe('/contracts/7/show');
    expect(placeOf({ ...row, contractId: null })).toBe('/anchors/3/show');
  });

  it('opens on what was asked for, else on the first number that is not nothing', () => {
    expect(kindToShow('expired', counts())).toBe('expired');
    expect(kindToShow('nonsense', counts({ scanMissing: 2 }))).toBe('scanMissing');
    expect(kindToShow(null, counts())).toBe('inReview');
  });
});
