import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ITEM_STATUSES, type ItemStatus, whyNotMoveItem } from './batch.ts';
import {
  matchReturn,
  RETURN_OUTCOMES,
  type ReturnContent,
  type ReturnMatch,
  type ReturnRow,
  type SentBatch,
  type SentItem,
} from './match-return.ts';

const sent = (no: number, status: ItemStatus = 'in_file', bankReference: string | null = null): SentItem => ({
  itemId: no,
  endToEndId: `PO${no}A1`,
  amountFen: no * 100,
  status,
  bankReference,
});
const answer = (no: number, outcome: ReturnRow['outcome'], changes: Partial<ReturnRow> = {}): ReturnRow => ({
  row: no,
  endToEndId: `PO${no}A1`,
  outcome,
  statusWord: outcome,
  reason: null,
  amountFen: no * 100,
  paidOn: null,
  bankReference: null,
  ...changes,
});
const content = (rows: ReturnRow[], changes: Partial<ReturnContent> = {}): ReturnContent => ({
  sha256: 'file',
  originalMessageId: 'PB1',
  wholeFile: null,
  rows,
  ...changes,
});
const batchOf = (...items: SentItem[]): SentBatch => ({ messageId: 'PB1', items, filesTaken: [] });
const idsOf = (list: { item: SentItem }[]) => list.map(({ item }) => item.itemId);

describe('what the bank answers', () => {
  test('settles each payment it names, and says which it does not name', () => {
    const reason = { code: 'AC04', text: '账户已销户' };
    const match = matchReturn(
      content([answer(1, 'paid'), answer(2, 'failed', { reason }), answer(3, 'unknown')]),
      batchOf(sent(1), sent(2), sent(3), sent(4), sent(5, 'paid')),
    );
    expect([idsOf(match.paid), idsOf(match.failed), idsOf(match.unknown)]).toEqual([[1], [2], [3]]);
    expect(match.failed[0]?.reason).toEqual(reason);
    expect(match.unanswered.map(({ itemId }) => itemId)).toEqual([4]);
  });

  test('about payments of another batch changes nothing of this one', () => {
    const match = matchReturn(content([answer(1, 'paid'), answer(9, 'paid')]), batchOf(sent(1)));
    expect(match.strangers).toEqual([{ row: answer(9, 'paid'), why: 'not_in_batch' }]);
    const other = matchReturn(content([answer(1, 'paid')], { originalMessageId: 'PB2' }), batchOf(sent(1)));
    expect(other.strangers).toEqual([{ row: answer(1, 'paid'), why: 'another_file' }]);
    expect(other.paid).toEqual([]);
    expect(other.unanswered).toHaveLength(1);
  });

  test('with another amount settles nothing', () => {
    const match = matchReturn(content([answer(1, 'paid', { amountFen: 99 })]), batchOf(sent(1)));
    expect(idsOf(match.amountDiffers)).toEqual([1]);
    expect(match.paid).toEqual([]);
    const silent = matchReturn(content([answer(1, 'paid', { amountFen: null })]), batchOf(sent(1)));
    expect(idsOf(silent.paid)).toEqual([1]);
  });

  test('may be the refusal of the whole file, if it says of which', () => {
    const wholeFile = { outcome: 'failed', statusWord: 'RJCT', reason: null } as const;
    const batch = batchOf(sent(1), sent(2, 'unknown'), sent(3, 'paid'), sent(4));
    const match = matchReturn(content([answer(4, 'failed')], { wholeFile }), batch);
    expect(idsOf(match.failed)).toEqual([4, 1, 2]);
    expect(match.conflicts).toMatchObject([{ item: { itemId: 3 }, code: 'paid_now_failed' }]);
    expect(matchReturn(content([], { wholeFile, originalMessageId: null }), batch).failed).toEqual([]);
    const torn = matchReturn(content([answer(4, 'paid')], { wholeFile }), batch);
    expect(torn.paid).toEqual([]);
    expect(torn.conflicts[0]).toMatchObject({ code: 'contradiction', item: { itemId: 4 } });
  });
});

describe('an answer a file may not act on alone', () => {
  test.each([
    ['paid', 'failed', 'paid_now_failed'],
    ['failed', 'paid', 'failed_now_paid'],
    ['resent', 'paid', 'failed_now_paid'],
    ['corrected', 'paid', 'failed_now_paid'],
    ['pending', 'paid', 'not_sent'],
  ] as const)('to a payment that is %s, that it is %s, is listed as %s', (status, outcome, code) => {
    const match = matchReturn(content([answer(1, outcome)]), batchOf(sent(1, status)));
    expect(match.conflicts).toMatchObject([{ code, item: { itemId: 1 }, row: { row: 1 } }]);
    expect([match.paid, match.failed, match.unknown, match.repeats]).toEqual([[], [], [], []]);
  });

  test('is a second payment under another reference', () => {
    const row = answer(1, 'paid', { bankReference: 'B' });
    const match = (reference: string | null) =>
      matchReturn(content([row]), batchOf(sent(1, 'paid', reference)));
    expect(match('A').conflicts).toMatchObject([{ code: 'paid_again' }]);
    expect(match('B').repeats).toEqual([{ row }]);
    const twice = [row, answer(1, 'paid', { row: 2, bankReference: 'C' })];
    expect(matchReturn(content(twice), batchOf(sent(1))).conflicts).toHaveLength(2);
  });

  test('is a file that says two things of one payment', () => {
    const rows = [answer(1, 'paid'), answer(1, 'failed', { row: 2 })];
    const match = matchReturn(content(rows), batchOf(sent(1)));
    expect(match.conflicts.map(({ code }) => code)).toEqual(['contradiction', 'contradiction']);
    expect(match.paid).toEqual([]);
    const later = matchReturn(
      content([answer(1, 'unknown'), answer(1, 'paid', { row: 2 })]),
      batchOf(sent(1)),
    );
    expect(idsOf(later.paid)).toEqual([1]);
  });
});

describe('taken twice', () => {
  test('a file is known by its bytes', () => {
    const batch = { ...batchOf(sent(1)), filesTaken: ['file'] };
    const match = matchReturn(content([answer(1, 'paid')]), batch);
    expect(match).toMatchObject({ isRepeatedFile: true, paid: [], repeats: [{ row: { row: 1 } }] });
  });

  const row = fc
    .record({
      no: fc.integer({ min: 1, max: 8 }),
      outcome: fc.constantFrom(...RETURN_OUTCOMES),
      wrong: fc.boolean(),
      bankReference: fc.constantFrom(null, 'A', 'B'),
    })
    .map(({ no, outcome, wrong, bankReference }) =>
      answer(no, outcome, { bankReference, ...(wrong && { amountFen: 1 }) }),
    );
  const items = fc
    .array(fc.constantFrom(...ITEM_STATUSES), { minLength: 6, maxLength: 6 })
    .map((statuses) => statuses.map((status, at) => sent(at + 1, status)));

  test('a row changes nothing the second time, and every row is in exactly one list', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), items, (rows, before) => {
        const numbered = rows.map((one, at) => ({ ...one, row: at + 1 }));
        const first = matchReturn(content(numbered), batchOf(...before));
        const listed = Object.values(listsOf(first)).flat();
        expect(listed.map((one) => one?.row).sort()).toEqual(numbered.map((one) => one.row).sort());
        const after = apply(before, first);
        const again = matchReturn(content(numbered, { sha256: 'other bytes' }), batchOf(...after));
        expect([again.paid, again.failed, again.unknown]).toEqual([[], [], []]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('or ten different files never turn paid into failed, failed into paid, or touch what was not sent', () => {
    const files = fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 10 });
    fc.assert(
      fc.property(files, items, (all, before) => {
        let after = before;
        for (const rows of all) after = apply(after, matchReturn(content(rows), batchOf(...after)));
        after.forEach((item, at) => {
          const was = before[at]!.status;
          if (was !== item.status) expect(['in_file', 'unknown']).toContain(was);
        });
      }),
    );
  });

  const listsOf = (match: ReturnMatch) => ({
    paid: match.paid.map((one) => one.row),
    failed: match.failed.map((one) => one.row),
    unknown: match.unknown.map((one) => one.row),
    strangers: match.strangers.map((one) => one.row),
    amountDiffers: match.amountDiffers.map((one) => one.row),
    repeats: match.repeats.map((one) => one.row),
    conflicts: match.conflicts.map((one) => one.row),
  });

  function apply(items: readonly SentItem[], match: ReturnMatch): SentItem[] {
    return items.map((item) => {
      for (const outcome of RETURN_OUTCOMES) {
        const found = match[outcome].find((one) => one.item.itemId === item.itemId);
        if (found === undefined) continue;
        expect(whyNotMoveItem(item.status, outcome, 'file')).toBeUndefined();
        return { ...item, status: outcome, bankReference: found.row?.bankReference ?? null };
      }
      return item;
    });
  }
});
