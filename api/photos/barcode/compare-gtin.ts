import { gtinForms } from '../../domain/inspection/gtin-forms.ts';

export type GtinComparison = 'equal' | 'different' | 'unread';

/**
 * Whether the codes of a photo hold the expected GTIN. 'different': a GTIN was read and none is the expected one, which
 * asks for a second photo or a person. Codes that are no GTIN (a web address, a batch) say nothing.
 */
export function compareGtin(codes: readonly { text: string }[], expectedGtin: string): GtinComparison {
  const expected = gtinForms(expectedGtin);
  const read = codes.map(({ text }) => gtinForms(text)).filter((forms) => forms.length > 0);
  if (read.length === 0) return 'unread';
  return read.some((forms) => forms.some((form) => expected.includes(form))) ? 'equal' : 'different';
}
