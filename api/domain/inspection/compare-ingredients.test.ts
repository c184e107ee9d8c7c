import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIngredients, diffLists, readIngredients } from './compare-ingredients.ts';

const asIs = (text: string) => text;
const compare = (sealed: string, shipped: string) => compareIngredients(sealed, shipped, asIs);
const distinct = fc.uniqueArray(fc.constantFrom(...'ABCDEFGHIJ'), { maxLength: 10 });

describe('an ordered list of ingredients', () => {
  it('is read at the commas outside of brackets, without its heading', () => {
    expect(readIngredients('配料表：水、复配增稠剂（黄原胶、瓜尔胶），食用盐；白砂糖。', asIs)).toEqual([
      '水',
      '复配增稠剂(黄原胶,瓜尔胶)',
      '食用盐',
      '白砂糖',
    ]);
  });

  it('says what was added, removed and moved up', () => {
    expect(compare('水、甘油、烟酰胺、香精', '水、烟酰胺、甘油、酒精')).toEqual({
      outcome: 'different',
      code: 'ingredients_differ',
      values: { added: '酒精', removed: '香精', movedUp: '烟酰胺', movedDown: '' },
      parts: [
        { change: 'removed', part: '香精', sealedPlace: 4, shippedPlace: null },
        { change: 'added', part: '酒精', sealedPlace: null, shippedPlace: 4 },
        { change: 'moved_up', part: '烟酰胺', sealedPlace: 3, shippedPlace: 2 },
      ],
    });
  });

  it('names the one that moved, not all that it passed', () => {
    expect(compare('A,B,C,D,E', 'E,A,B,C,D').values).toMatchObject({ movedUp: 'e', movedDown: '' });
    expect(compare('A,B,C,D,E', 'B,C,A,D,E').values).toMatchObject({ movedUp: '', movedDown: 'a' });
    expect(compare('A,B,C,D,E', 'B,C,D,E,A').values).toMatchObject({ movedUp: '', movedDown: 'a' });
  });

  it('sees another share of the same ingredient', () => {
    expect(compare('水、烟酰胺（5%）', '水、烟酰胺（2%）').values).toMatchObject({
      added: '烟酰胺(2%)',
      removed: '烟酰胺(5%)',
    });
  });

  it('counts an entry that comes twice', () => {
    expect(diffLists(['a', 'b', 'a'], ['a', 'b'])).toMatchObject([
      { change: 'removed', part: 'a', sealedPlace: 3 },
    ]);
  });

  it('finds nothing where only the writing differs', () => {
    expect(compare('水、甘油', '水、甘油').outcome).toBe('same');
    expect(compare('水、甘油', '成分: 水, 甘油.').outcome).toBe('same_meaning');
  });

  it('says so where no ingredient was read', () => {
    expect(compare('水、甘油', '配料表：')).toMatchObject({
      outcome: 'cannot_compare',
      values: { where: 'shipped' },
    });
  });

  it('what is shared and did not move stands in one order on both sides', () => {
    fc.assert(
      fc.property(distinct, distinct, (sealed, shipped) => {
        const parts = diffLists(sealed, shipped);
        const touched = new Set(parts.map(({ part }) => part));
        const rest = (list: string[]) => list.filter((entry) => !touched.has(entry));
        expect(rest(sealed)).toEqual(rest(shipped));
        expect(parts.filter(({ change }) => change === 'added').map(({ part }) => part)).toEqual(
          shipped.filter((entry) => !sealed.includes(entry)),
        );
        expect(parts.filter(({ change }) => change === 'removed').map(({ part }) => part)).toEqual(
          sealed.filter((entry) => !shipped.includes(entry)),
        );
      }),
    );
  });

  it('read the other way round, added is removed and the moves are as many', () => {
    fc.assert(
      fc.property(distinct, distinct, (sealed, shipped) => {
        const kinds = (parts: ReturnType<typeof diffLists>, kind: string) =>
          parts.filter(({ change }) => change === kind).length;
        const [there, back] = [diffLists(sealed, shipped), diffLists(shipped, sealed)];
        expect(kinds(there, 'added')).toBe(kinds(back, 'removed'));
        expect(kinds(there, 'moved_up') + kinds(there, 'moved_down')).toBe(
          kinds(back, 'moved_up') + kinds(back, 'moved_down'),
        );
      }),
    );
  });

  it('one entry drawn forward is the one that moved up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 8 }), fc.nat(), fc.nat(), (length, from, to) => {
        const list = [...'ABCDEFGH'].slice(0, length);
        const at = 2 + (from % (length - 2));
        const drawn = list[at]!;
        const shipped = list.toSpliced(at, 1).toSpliced(to % (at - 1), 0, drawn);
        expect(diffLists(list, shipped)).toMatchObject([{ change: 'moved_up', part: drawn }]);
      }),
    );
  });
});
