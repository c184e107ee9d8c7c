import { describe, expect, it } from 'vitest';
import { type ClauseDiff, foldSame, sideOf } from './version-diff.ts';

describe('two versions side by side', () => {
  it('show on each side what stood there', () => {
    const words = [
      { kind: 'same', text: '违约金为' },
      { kind: 'removed', text: '两百万元' },
      { kind: 'added', text: '实际损失' },
    ] as const;
    expect(sideOf(words, 'before').map(({ text }) => text)).toEqual(['违约金为', '两百万元']);
    expect(sideOf(words, 'after').map(({ text }) => text)).toEqual(['违约金为', '实际损失']);
  });

  it('fold clauses that stayed the same, and only those next to each other', () => {
    const clause = (kind: ClauseDiff['kind']): ClauseDiff => ({ kind, before: null, after: null, words: [] });
    const folded = foldSame(
      ['same', 'same', 'changed', 'same', 'added'].map((kind) => clause(kind as never)),
    );
    expect(folded.map(({ one, same }) => one?.kind ?? same!.length)).toEqual([2, 'changed', 1, 'added']);
  });
});
