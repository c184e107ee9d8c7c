/** What a column of the bank's file may say of a payment; the API's own list (a test compares them). */
export const CSV_FIELDS = [
  'row',
  'endToEndId',
  'amountYuan',
  'creditorName',
  'creditorAccount',
  'creditorBank',
  'creditorCnaps',
  'purpose',
  'executeOn',
  'debtorName',
  'debtorAccount',
  'debtorBank',
  'debtorCnaps',
  'messageId',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

export interface CsvTemplate {
  encoding: 'utf-8-bom' | 'gb18030';
  columns: ({ header: string; field: CsvField } | { header: string; constant: string })[];
}

export interface ReturnMapping {
  encoding: 'auto' | 'utf-8' | 'gb18030';
  separator: ',' | ';' | '\t' | '|';
  columns: Record<ReturnColumn, string | null>;
  words: Record<Outcome, string[]>;
}
export const RETURN_COLUMNS = [
  'endToEndId',
  'status',
  'reason',
  'paidOn',
  'bankReference',
  'amountYuan',
] as const;
type ReturnColumn = (typeof RETURN_COLUMNS)[number];
export const OUTCOMES = ['paid', 'failed', 'unknown'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** A column as the form holds it: one choice says which field, or that every row has the same text. */
export interface CsvColumnRow {
  header: string | null;
  kind: CsvField | 'constant';
  constant: string | null;
}

export const templateForm = ({ encoding, columns }: CsvTemplate) => ({
  encoding,
  columns: columns.map(
    (column): CsvColumnRow => ({
      header: column.header,
      kind: 'field' in column ? column.field : 'constant',
      constant: 'constant' in column ? column.constant : null,
    }),
  ),
});

export const templateBody = (form: { encoding: string; columns?: CsvColumnRow[] | null }) => ({
  encoding: form.encoding,
  columns: (form.columns ?? []).map(({ header, kind, constant }) =>
    kind === 'constant'
      ? { header: header ?? '', constant: constant ?? '' }
      : { header: header ?? '', field: kind },
  ),
});

/** Lists of words are one text in the form: a person types `成功、交易成功`. */
export const mappingForm = ({ words, ...mapping }: ReturnMapping) => ({
  ...mapping,
  words: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, words[outcome].join('、')])),
});

export function mappingBody(form: Record<string, unknown>) {
  const columns = form.columns as Record<ReturnColumn, string | null>;
  const words = form.words as Record<Outcome, string | null>;
  const isNeeded = (column: ReturnColumn) => column === 'endToEndId' || column === 'status';
  return {
    encoding: form.encoding,
    separator: form.separator,
    columns: Object.fromEntries(
      RETURN_COLUMNS.map((column) => [column, columns[column]?.trim() || (isNeeded(column) ? '' : null)]),
    ),
    words: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, wordsOf(words[outcome])])),
  };
}

const wordsOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(/[、,，;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
