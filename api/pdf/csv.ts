/** A text or a whole figure as written (`-12.30`); a number is a count. */
export type CsvCell = { text: string } | { figure: string } | number | null;

/** Rows with a byte order mark and CRLF (RFC 4180), as spreadsheets in China open them; `null` is an empty cell. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Buffer {
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`);
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return 'figure' in cell ? cell.figure : writeText(cell.text);
}

/** A text never starts a formula, and one with a separator or a break stands in quotes. */
function writeText(text: string): string {
  const inert = STARTS_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Also behind spaces, and the wide signs that Chinese and Japanese versions of Excel read as the narrow ones. */
const STARTS_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
