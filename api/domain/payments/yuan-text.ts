/** Whole fen as banks write them: `123450` → `1234.50`, exact, no thousands separator. Throws RangeError on a fraction. */
export function toYuanText(amountFen: number): string {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not whole fen: ${amountFen}`);
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan a bank wrote (`1,234.5`, `¥1234.50`, `1234`) as whole fen; undefined when it is none, or has a part of a fen. */
export function readYuanText(text: string): number | undefined {
  const plain = text.trim().replace(/^[¥￥]\s*/, '');
  const found = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,14})(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!found) return undefined;
  const [, sign, yuan, cents = ''] = found;
  const amount = Number(`${yuan!.replaceAll(',', '')}${cents.padEnd(2, '0')}`);
  if (!Number.isSafeInteger(amount)) return undefined;
  return sign === '-' && amount !== 0 ? -amount : amount;
}
