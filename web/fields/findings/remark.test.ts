import { describe, expect, it } from 'vitest';
import { type Remark, threadsOf } from './remark.ts';

const remark = (id: number, more: Partial<Remark> = {}): Remark =>
  ({ id, kind: 'comment', parentId: null, body: `${id}`, ...more }) as Remark;

describe('what was said about a contract', () => {
  it('stands as questions with their answers, agreement to a clause left out', () => {
    const threads = threadsOf([
      remark(3, { kind: 'request_change' }),
      remark(1),
      remark(4, { kind: 'answer', parentId: 3, outcome: 'agreed' }),
      remark(2, { kind: 'accept' }),
    ]);
    expect(threads.map((thread) => [thread.remark.id, thread.answers.map(({ id }) => id)])).toEqual([
      [1, []],
      [3, [4]],
    ]);
  });
});
