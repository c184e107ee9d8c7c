import { describe, expect, it } from 'vitest';
import { type Dispute, threadOf } from './dispute.ts';

const at = (minute: number) => `2026-07-01T10:0${minute}:00Z`;
const dispute = {
  body: '退款算错了',
  raisedByName: '林小满',
  raisedAt: at(0),
  answers: [{ id: 1, side: 'agency', body: '查过了', byName: '陈静', at: at(2) }],
  files: [{ id: 9, name: '截图.png', sizeBytes: 3, byName: '林小满', at: at(1) }],
  declined: [],
  proposal: null,
  outcome: {
    outcome: 'upheld',
    adjustmentFen: 500,
    reason: '属实',
    decidedByName: '吴桐',
    decidedAt: at(3),
    postedMonth: '2026-07',
  },
} as unknown as Dispute;

describe('what was said about a dispute', () => {
  it('is told in the order it happened, files and decision among it', () => {
    expect(threadOf(dispute).map(({ kind }) => kind)).toEqual(['raised', 'file', 'agency', 'upheld']);
  });

  it('tells what a decision comes to', () => {
    expect(threadOf(dispute).at(-1)).toMatchObject({ amountFen: 500, byName: '吴桐' });
  });
});
