/** Why a typed number is refused; a key below `house.fen.` and `house.rate.`. */
export type Complaint = 'notANumber' | 'tooManyDecimals' | 'tooLarge' | 'negative';
export type Parsed = { hundredths: number | null } | { complaint: Complaint };

/**
 * Reads what a clerk types (`1,234.5`, `１２`, `￥-3`) as exact hundredths: fen of a yuan, basis points of
 * a percent. Digits are moved as text, so no float ever carries the amount. Empty text is null.
 */
export function parseHundredths(typed: string): Parsed {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,¥%元]/g, '')
    .replace(/^[−–]/, '-');
  if (text === '') return { hundredths: null };
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || (!match[2] && !match[3])) return { complaint: 'notANumber' };
  const [, sign, whole = '', decimals = ''] = match;
  if (decimals.length > 2) return { complaint: 'tooManyDecimals' };
  const hundredths = Number(BigInt((whole || '0') + decimals.padEnd(2, '0')));
  if (!Number.isSafeInteger(hundredths)) return { complaint: 'tooLarge' };
  return { hundredths: sign && hundredths !== 0 ? -hundredths : hundredths };
}

/** Hundredths as plain text to type on from: `123450` → `1234.50`; null → empty. */
export function hundredthsText(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) return '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Percent without needless zeros: `3250` → `32.5`, `1000` → `10`. */
export function rateText(bps: number | null | undefined): string {
  return hundredthsText(bps).replace(/\.?0+$/, '');
}

/**
 * What a form holds while the text cannot be read: the text itself. A string in the place of a number is
 * what the validator refuses, so a half-typed amount is neither lost nor saved.
 */
export function complaintOf(value: unknown, limits: { min?: number; max?: number }): Complaint | undefined {
  if (typeof value === 'string') {
    const parsed = parseHundredths(value);
    return 'complaint' in parsed ? parsed.complaint : 'notANumber';
  }
  if (typeof value !== 'number') return undefined;
  if (limits.min !== undefined && value < limits.min) return 'negative';
  if (limits.max !== undefined && value > limits.max) return 'tooLarge';
  return undefined;
}
