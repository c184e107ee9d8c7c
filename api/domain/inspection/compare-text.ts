import { type Finding, found, foundAlike } from './comparison.ts';
import { areOfOneItem, gtinForms } from './gtin-forms.ts';
import { normaliseText } from './normalise-text.ts';

/** Character by character; only the writing of one character (NFC) and spaces around it do not matter. */
export const compareExact = (sealed: string, shipped: string): Finding =>
  sealed.normalize('NFC').trim() === shipped.normalize('NFC').trim()
    ? found('same', 'same')
    : found('different', 'text_differs');

/** As labels are read: width, traditional or simplified, capitals and kinds of quotes do not matter. */
export function compareText(
  sealed: string,
  shipped: string,
  toSimplified: (text: string) => string,
): Finding {
  if (compareExact(sealed, shipped).outcome === 'same') return found('same', 'same');
  return normaliseText(sealed, toSimplified) === normaliseText(shipped, toSimplified)
    ? found('same_meaning', 'written_otherwise')
    : found('different', 'text_differs');
}

/**
 * One trade item in any of its forms. A code whose check digit is wrong was misread or mistyped and says nothing of the
 * goods; and a code that fits is not proof of them: a copy carries the same one.
 */
export function compareGtin(sealed: string, shipped: string): Finding {
  const [of, on] = [gtinForms(sealed), gtinForms(shipped)];
  if (of.length === 0) return found('cannot_compare', 'not_a_gtin', { where: 'sealed' });
  if (on.length === 0) return found('cannot_compare', 'not_a_gtin', { where: 'shipped' });
  if (of.some((form) => on.includes(form)))
    return sealed.trim() === shipped.trim()
      ? found('same', 'same')
      : found('same_meaning', 'gtin_in_another_form');
  return of.some((one) => on.some((other) => areOfOneItem(one, other)))
    ? found('different', 'other_package_level')
    : found('different', 'other_gtin');
}

/** Marks on the pack, in any order: 3C, 有机产品, 绿色食品. */
export function compareMarks(
  sealed: string,
  shipped: string,
  toSimplified: (text: string) => string,
): Finding {
  const read = (text: string) =>
    new Set(
      normaliseText(text, toSimplified)
        .split(/[,;/|\n]/)
        .map((mark) => mark.trim())
        .filter((mark) => mark !== ''),
    );
  const [of, on] = [read(sealed), read(shipped)];
  const missing = [...of].filter((mark) => !on.has(mark));
  const extra = [...on].filter((mark) => !of.has(mark));
  if (missing.length === 0 && extra.length === 0) return foundAlike(sealed, shipped);
  return {
    ...found('different', 'marks_differ', { missing: missing.join('、'), extra: extra.join('、') }),
    parts: [
      ...missing.map((part) => ({ change: 'removed' as const, part, sealedPlace: null, shippedPlace: null })),
      ...extra.map((part) => ({ change: 'added' as const, part, sealedPlace: null, shippedPlace: null })),
    ],
  };
}
