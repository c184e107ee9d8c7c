/** Trade item numbers as GS1 knows them: GTIN-8, GTIN-12 (UPC), GTIN-13 (69码) and GTIN-14. */
const LENGTHS = [8, 12, 13, 14];

/** GS1 General Specifications §7.9: weights 3, 1, 3, … from the right; the sum with the check digit ends in 0. */
export function gtinCheckDigit(digitsBefore: string): number {
  let sum = 0;
  for (let i = 0; i < digitsBefore.length; i += 1) {
    const fromRight = digitsBefore.length - 1 - i;
    sum += Number(digitsBefore[i]) * (fromRight % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether this is a whole GTIN whose last digit is its check digit. */
export function isGtin(text: string): boolean {
  if (!/^\d+$/.test(text) || !LENGTHS.includes(text.length)) return false;
  return gtinCheckDigit(text.slice(0, -1)) === Number(text.at(-1));
}
