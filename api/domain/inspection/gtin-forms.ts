import { isGtin } from '../gtin.ts';

/**
 * The GTIN-14s that what was read or typed may stand for: UPC-A and EAN-13 with noughts before them, a UPC-E written
 * out. Eight digits can be a GTIN-8 or a UPC-E, and both where both check digits hold. Empty where it is no GTIN.
 */
export function gtinForms(text: string): string[] {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  const forms = [digits, expandUpcE(digits)].filter((form) => form !== undefined && isGtin(form));
  return forms.map((form) => form!.padStart(14, '0'));
}

/** Two codes of one trade item packed differently (a carton of the goods): alike but for the first and last digit. */
export const areOfOneItem = (a: string, b: string): boolean => a.slice(1, 13) === b.slice(1, 13);

/** GS1 General Specifications, UPC-E: the sixth digit says where the noughts were left out. */
function expandUpcE(digits: string): string | undefined {
  const parts = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(digits);
  if (!parts) return undefined;
  const [, system, a, b, c, d, e, last, check] = parts;
  const body =
    last! <= '2'
      ? `${a}${b}${last}0000${c}${d}${e}`
      : last === '3'
        ? `${a}${b}${c}00000${d}${e}`
        : last === '4'
          ? `${a}${b}${c}${d}00000${e}`
          : `${a}${b}${c}${d}${e}0000${last}`;
  return `${system}${body}${check}`;
}
