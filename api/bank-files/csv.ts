import type { PaymentFile, PaymentItem } from '../domain/payments/payment-file.ts';
import { toYuanText } from '../domain/payments/yuan-text.ts';
import { formatCsvRecord } from './csv-text.ts';
import { encodeGb18030 } from './gb18030.ts';

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

/** A column says a field of each payment, or the same text in each row. */
export type CsvColumn = { header: string; field: CsvField } | { header: string; constant: string };

/** What one bank's upload page wants; kept as data and edited by finance. */
export interface CsvTemplate {
  encoding: 'utf-8-bom' | 'gb18030';
  columns: readonly CsvColumn[];
}

/** House default; every bank's own page has another. */
export const HOUSE_TEMPLATE: CsvTemplate = {
  encoding: 'utf-8-bom',
  columns: [
    { header: '序号', field: 'row' },
    { header: '业务编号', field: 'endToEndId' },
    { header: '收款账号', field: 'creditorAccount' },
    { header: '收款户名', field: 'creditorName' },
    { header: '收款银行', field: 'creditorBank' },
    { header: '联行号', field: 'creditorCnaps' },
    { header: '金额', field: 'amountYuan' },
    { header: '币种', constant: 'CNY' },
    { header: '用途', field: 'purpose' },
  ],
};

/**
 * The file as CSV: a header, a row per payment in the file's order, CR LF, the same bytes for the same input. Amounts are
 * yuan with two decimals; ids and accounts are plain digits in full, never `="…"`. Throws `not_in_gb18030`.
 */
export function writePaymentCsv(file: PaymentFile, { encoding, columns }: CsvTemplate): Buffer {
  const rows = file.items.map((item, at) =>
    columns.map((column) => ('constant' in column ? column.constant : FIELDS[column.field](item, file, at))),
  );
  const text = [columns.map(({ header }) => header), ...rows].map(formatCsvRecord).join('');
  return encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(`\ufeff${text}`, 'utf8');
}

/** Complaints about a template a person wrote, by path (`columns.2.header`); empty when it can be kept. */
export function checkCsvTemplate({ columns }: CsvTemplate): Record<string, string> {
  const errors: Record<string, string> = {};
  if (columns.length > MAX_COLUMNS) errors.columns = `at most ${MAX_COLUMNS} columns`;
  const missing = NEEDED.filter(
    (field) => !columns.some((column) => 'field' in column && column.field === field),
  );
  if (missing.length > 0) errors.columns = `columns for ${missing.join(', ')} are missing`;
  const seen = new Set<string>();
  columns.forEach((column, at) => {
    const header = column.header.trim();
    if (header === '') errors[`columns.${at}.header`] = 'a column needs a header';
    else if (seen.has(header)) errors[`columns.${at}.header`] = `${header} is the header of another column`;
    else if (!isPlain(header)) errors[`columns.${at}.header`] = UNPLAIN;
    if ('constant' in column && !isPlain(column.constant)) errors[`columns.${at}.constant`] = UNPLAIN;
    seen.add(header);
  });
  return errors;
}

/** Without these a bank cannot pay, or its answer cannot be matched. */
const NEEDED: readonly CsvField[] = ['endToEndId', 'amountYuan', 'creditorName', 'creditorAccount'];
const MAX_COLUMNS = 60;
const MAX_CHARACTERS = 200;
const UNPLAIN = `at most ${MAX_CHARACTERS} characters without line breaks`;

const isPlain = (text: string): boolean => text.length <= MAX_CHARACTERS && !/[\p{Cc}\p{Cs}]/u.test(text);

const FIELDS: Record<CsvField, (item: PaymentItem, file: PaymentFile, at: number) => string> = {
  row: (_item, _file, at) => String(at + 1),
  endToEndId: (item) => item.endToEndId,
  amountYuan: (item) => toYuanText(item.amountFen),
  creditorName: (item) => item.creditor.name,
  creditorAccount: (item) => item.creditor.account,
  creditorBank: (item) => item.creditor.bankName,
  creditorCnaps: (item) => item.creditor.cnaps ?? '',
  purpose: (item) => item.purpose,
  executeOn: (_item, file) => file.executeOn,
  debtorName: (_item, file) => file.debtor.name,
  debtorAccount: (_item, file) => file.debtor.account,
  debtorBank: (_item, file) => file.debtor.bankName,
  debtorCnaps: (_item, file) => file.debtor.cnaps ?? '',
  messageId: (_item, file) => file.messageId,
};
