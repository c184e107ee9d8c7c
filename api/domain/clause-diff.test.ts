import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClauseChange, type ClauseText, compareFindings, diffClauses } from './clause-diff.ts';
import { diffWords } from './text-diff.ts';

const clause = (no: string, heading: string | null, text: string): ClauseText => ({ no, heading, text });
const TERM = clause('第一条', '期限', '合作期限为三年，自2026年1月1日起至2028年12月31日止。');
const SHARE = clause('第二条', '分成', '乙方分得净佣金的百分之四十，甲方分得其余部分。');
const EXIT = clause('第三条', '解除', '任何一方提前三十日书面通知，可以解除本合同。');
const COURT = clause('第四条', '争议', '争议由被告住所地人民法院管辖。');
const kindsOf = (changes: readonly ClauseChange[]) => changes.map(({ kind }) => kind);

describe('clauses of two versions', () => {
  test('that say the same are the same, also under new numbers and with other blanks', () => {
    const renumbered = [TERM, SHARE, EXIT].map((each, at) => ({
      ...each,
      no: `第${at + 5}条`,
      text: each.text.replace('，', '，\n '),
    }));
    expect(kindsOf(diffClauses([TERM, SHARE, EXIT], renumbered))).toEqual(['same', 'same', 'same']);
  });

  test('one put in between is added, and the ones after it have not moved', () => {
    const added = clause('第二条', '保底', '甲方每月向乙方支付保底收入八千元。');
    const changes = diffClauses([TERM, SHARE, EXIT], [TERM, added, SHARE, EXIT]);
    expect(changes).toEqual([
      { kind: 'same', before: 0, after: 0 },
      { kind: 'added', after: 1 },
      { kind: 'same', before: 1, after: 2 },
      { kind: 'same', before: 2, after: 3 },
    ]);
  });

  test('one that went to another place has moved, and it alone', () => {
    const changes = diffClauses([TERM, SHARE, EXIT, COURT], [COURT, TERM, SHARE, EXIT]);
    expect(kindsOf(changes)).toEqual(['moved', 'same', 'same', 'same']);
    expect(changes[0]).toEqual({ kind: 'moved', before: 3, after: 0 });
  });

  test('one that moved and was rewritten shows its words too', () => {
    const longer = { ...COURT, text: '争议由原告或者被告住所地人民法院管辖。' };
    const [moved] = diffClauses([TERM, SHARE, COURT], [longer, TERM, SHARE]);
    expect(moved).toMatchObject({ kind: 'moved', before: 2, after: 0 });
    expect(moved!.words).toContainEqual({ kind: 'added', text: '原告或者' });
  });

  test('a removed one stands where it used to stand', () => {
    const changes = diffClauses([TERM, SHARE, EXIT], [TERM, EXIT]);
    expect(changes.map(({ kind, before }) => [kind, before])).toEqual([
      ['same', 0],
      ['removed', 1],
      ['same', 2],
    ]);
  });

  test('a rewritten one shows the words: forty became thirty per cent', () => {
    const changed = { ...SHARE, text: SHARE.text.replace('四十', '三十') };
    expect(diffClauses([TERM, SHARE], [TERM, changed])[1]).toEqual({
      kind: 'changed',
      before: 1,
      after: 1,
      words: [
        { kind: 'same', text: '乙方分得净佣金的百分之' },
        { kind: 'removed', text: '四' },
        { kind: 'added', text: '三' },
        { kind: 'same', text: '十，甲方分得其余部分。' },
      ],
    });
  });

  test('a clause with a new title and the same text has changed', () => {
    expect(kindsOf(diffClauses([SHARE], [{ ...SHARE, heading: '收益' }]))).toEqual(['changed']);
  });

  test('a clause replaced by one on another matter is removed and added, not changed', () => {
    const other = clause('第三条', '保密', '双方对合作中知悉的商业秘密负有保密义务。');
    expect(kindsOf(diffClauses([TERM, EXIT], [TERM, other]))).toEqual(['same', 'removed', 'added']);
  });

  test('two clauses in the same words stay apart', () => {
    const changes = diffClauses([SHARE, SHARE], [SHARE, SHARE, SHARE]);
    expect(kindsOf(changes).sort()).toEqual(['added', 'same', 'same']);
  });
});

const PHRASES = [
  '乙方',
  '甲方',
  '应当',
  '支付',
  '40%',
  '违约金',
  '，',
  '。',
  'Agency',
  ' ',
  '三十日',
  '内',
  '𠮷',
];
const phrase = fc.array(fc.constantFrom(...PHRASES), { maxLength: 30 }).map((parts) => parts.join(''));
const clauseList = fc.array(
  fc.record({ no: fc.constant('1'), heading: fc.constantFrom(null, '分成', '解除'), text: phrase }),
  { maxLength: 8 },
);
const sideOf = (words: ReturnType<typeof diffWords>, without: 'added' | 'removed') =>
  words
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('for any two versions', () => {
  test('the words without the removed are the later text, without the added the earlier', () => {
    fc.assert(
      fc.property(fc.oneof(phrase, fc.string()), fc.oneof(phrase, fc.string()), (before, after) => {
        const words = diffWords(before, after);
        expect(sideOf(words, 'removed')).toBe(after);
        expect(sideOf(words, 'added')).toBe(before);
        expect(words.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('applying the changes to the earlier gives the later, and every clause is told of once', () => {
    fc.assert(
      fc.property(clauseList, clauseList, (before, after) => {
        const changes = diffClauses(before, after);
        const plain = (text: string) => text.replaceAll(/\s+/g, '');
        const applied = changes.flatMap((change) => {
          if (change.kind === 'removed') return [];
          if (change.words) return [sideOf(change.words, 'removed')];
          return [change.before === undefined ? after[change.after!]!.text : before[change.before]!.text];
        });
        expect(applied.map(plain)).toEqual(after.map(({ text }) => plain(text)));
        const told = (side: 'before' | 'after') =>
          changes.map((each) => each[side]).filter((at) => at !== undefined);
        expect(told('before').sort((a, b) => a - b)).toEqual([...before.keys()]);
        expect(told('after')).toEqual([...after.keys()]);
      }),
    );
  });

  test('a version against itself is the same throughout', () => {
    fc.assert(
      fc.property(clauseList, (clauses) => {
        expect(kindsOf(diffClauses(clauses, clauses)).every((kind) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('texts with nothing in common, too long to search, are replaced as a whole', () => {
    const [one, two] = ['甲'.repeat(3000), '乙'.repeat(3000)];
    expect(diffWords(one, two)).toEqual([
      { kind: 'removed', text: one },
      { kind: 'added', text: two },
    ]);
  });
});

describe('what a new version did to the findings', () => {
  const PENALTY = clause('第四条', '违约责任', '乙方提前解约的，应向甲方支付违约金人民币三百万元。');
  const found = (type: string, at: number, quote: string) => ({ type, clause: at, quote });

  test('three resolved, one new, one the same in a clause that was renumbered and rewritten', () => {
    const before = [TERM, SHARE, EXIT, PENALTY];
    const after = [
      clause('第一条', '保密', '双方对商业秘密负有保密义务，直至秘密公开。'),
      { ...PENALTY, no: '第二条', text: PENALTY.text.replace('三百万', '一百万') },
      { ...EXIT, text: '甲方可以随时解除本合同，乙方不得提前解除。' },
    ];
    const result = compareFindings(
      [
        found('TERM_TOO_LONG', 0, TERM.text),
        found('SHARE_TOO_LOW', 1, SHARE.text),
        found('NO_AUDIT', 1, SHARE.text),
        found('LD_EXCESSIVE', 3, PENALTY.text),
      ],
      [found('LD_EXCESSIVE', 1, after[1]!.text), found('EXIT_LOCK', 2, after[2]!.text)],
      diffClauses(before, after),
    );
    expect(result.resolved.map(({ type }) => type)).toEqual(['TERM_TOO_LONG', 'SHARE_TOO_LOW', 'NO_AUDIT']);
    expect(result.new.map(({ type }) => type)).toEqual(['EXIT_LOCK']);
    expect(result.same).toHaveLength(1);
    expect(result.same[0]!.after.clause).toBe(1);
  });

  test('a sentence cut out of one clause and put into another is the same finding', () => {
    const quote = '乙方提前解约的，应向甲方支付违约金人民币三百万元。';
    const before = [{ ...SHARE, text: SHARE.text + quote }];
    const after = [SHARE, clause('第三条', null, quote)];
    const result = compareFindings(
      [found('LD_EXCESSIVE', 0, quote)],
      [found('LD_EXCESSIVE', 1, quote)],
      diffClauses(before, after),
    );
    expect([result.resolved, result.new, result.same.length]).toEqual([[], [], 1]);
  });

  test('of two findings of a type in a clause, the one whose sentence stayed is the one that stayed', () => {
    const result = compareFindings(
      [found('ARBITRARY_FINES', 0, '迟到罚五百元。'), found('ARBITRARY_FINES', 0, '请假罚一千元。')],
      [found('ARBITRARY_FINES', 0, '请假罚一千元。')],
      [{ kind: 'changed', before: 0, after: 0 }],
    );
    expect(result.resolved.map(({ quote }) => quote)).toEqual(['迟到罚五百元。']);
  });
});
