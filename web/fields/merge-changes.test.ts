import { describe, expect, it } from 'vitest';
import { differencesOf, putOnTop } from './merge-changes.ts';
import { pickEdit, pickShape } from './pick-shape.ts';

const before = { name: '小花', phone: '1', note: null, rowVersion: 3 };
const theirs = { name: '小花', phone: '2', note: 'x', rowVersion: 4 };
const mine = { name: '大花', phone: '3', note: null, rowVersion: 3 };

describe('two people at one record', () => {
  it('see what the other changed, and whether they changed it too', () => {
    expect(differencesOf(before, theirs, mine)).toEqual([
      { field: 'phone', before: '1', theirs: '2', mine: '3', changedByMe: true },
      { field: 'note', before: null, theirs: 'x', mine: null, changedByMe: false },
    ]);
  });

  it('put their own changes on top of the latest without undoing the rest', () => {
    expect(putOnTop(before, theirs, mine)).toEqual({ name: '大花', phone: '3', note: 'x', rowVersion: 4 });
  });
});

describe('what a form sends', () => {
  const shape = { name: true, note: true, accounts: { id: true, platform: true } } as const;

  it('is the editable record and nothing more, empty text as null, new rows without an id', () => {
    const record = {
      id: 1,
      name: '小花',
      note: '',
      managerName: '王',
      accounts: [{ id: 5, platform: 'douyin', createdAt: 'x' }, { platform: 'tmall' }],
    };
    expect(pickShape(record, shape)).toEqual({
      name: '小花',
      note: null,
      accounts: [{ id: 5, platform: 'douyin' }, { platform: 'tmall' }],
    });
  });

  it('names the version it was read at', () => {
    expect(pickEdit({ name: 'a', rowVersion: 7 }, { name: true })).toEqual({ name: 'a', rowVersion: 7 });
  });
});
