import english from 'ra-language-english';
import { describe, expect, it } from 'vitest';
import { policy } from '../../api/domain/permission.ts';
import { catalogueEn } from './catalogue-en.ts';
import { catalogueZh } from './catalogue-zh.ts';

const parts = import.meta.glob<{ zh: Record<string, object> }>('../*/zh.ts', { eager: true });

/** `{a:{b:'x'}}` → `Map{'a.b' → 'x'}`. */
function flatten(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const zh = flatten(catalogueZh);
const en = flatten(catalogueEn);
const variablesOf = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();

describe('the catalogues', () => {
  it('have the same keys in Chinese and English', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it('miss no key of react-admin', () => {
    const missing = [...flatten(english).keys()].filter((key) => !zh.has(key) || !en.has(key));
    expect(missing).toEqual([]);
  });

  it('leave no word empty, and no Chinese key in Latin letters alone where English has a sentence', () => {
    const blank = [...zh, ...en].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null');
    expect(blank).toEqual([]);
    const untranslated = [...zh].filter(
      ([key, text]) => en.get(key) === text && /[a-z]{4,}.* /i.test(text) && !text.includes('%{'),
    );
    expect(untranslated.filter(([key]) => key !== 'house.brand')).toEqual([]);
  });

  it('use only variables in Chinese that the English sentence is given too', () => {
    const invented = [...zh].filter(([key, text]) => {
      const known = variablesOf(en.get(key) ?? '');
      return variablesOf(text).some((variable) => !known.includes(variable) && !key.startsWith('ra.'));
    });
    expect(invented).toEqual([]);
  });

  it('are merged from every folder, and no folder takes a name of another', () => {
    const names = Object.entries(parts)
      .filter(([file]) => file.startsWith('../'))
      .flatMap(([, part]) => Object.keys(part.zh));
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(catalogueZh.resources).sort()).toEqual([...names].sort());
  });

  it('name every resource of the policy table that has screens of its own', () => {
    const screenless = new Set([
      ...['parties', 'staff', 'history', 'books', 'sessions', 'settlement-lines', 'accruals'],
    ]);
    const resources = new Set(Object.keys(policy).map((action) => action.split('.')[0]!));
    const unnamed = [...resources].filter(
      (name) =>
        // What belongs to a contract is on the contract's own page.
        !screenless.has(name) && !name.startsWith('contract-') && !zh.has(`resources.${name}.name`),
    );
    expect(unnamed).toEqual([]);
  });
});
