import { type Fen, formatRate, formatYuan } from '../../domain/money.ts';
import { PAY_ENTRY_NAMES } from '../../domain/pay-entry.ts';
import type {
  StatementDocument,
  StatementEntry,
  StatementProduct,
  StatementReversal,
} from '../../domain/statement.ts';
import type { PdfAttachment } from '../../pdf/attachment.ts';
import { type CsvCell, writeCsv } from '../../pdf/csv.ts';
import { REVERSAL_REASONS } from './statement-reversals.ts';

/** The lines, reversals and entries of the statement, as its pages say them, for a program to read. */
export function attachLines(document: StatementDocument): PdfAttachment {
  return {
    name: `${document.no}.csv`,
    description: `结算单 ${document.no} 明细`,
    mimeType: 'text/csv',
    relationship: 'Data',
    bytes: writeStatementCsv(document),
  };
}

/** The figures of its column 金额 add up to earned, reversed and entries together. */
export function writeStatementCsv({ streams, reversals, entries = [] }: StatementDocument): Buffer {
  return writeCsv([
    COLUMNS.map((text) => ({ text })),
    ...streams.flatMap(({ title, startedAt, products }) =>
      products.map((product) => productRow(title, startedAt, product)),
    ),
    ...reversals.map(reversalRow),
    ...entries.map(entryRow),
  ]);
}

const COLUMNS = [
  '类别',
  '场次',
  '开播时间',
  '订单号',
  '行号',
  '商品或项目',
  '订单行',
  '件数',
  '净销售额',
  '计佣基数',
  '比例',
  '比例基于',
  '金额',
  '条款',
  '所属月份',
  '说明',
];

function productRow(
  stream: string | null,
  startedAt: string | null,
  { name, orderLines, quantity, salesFen, baseFen, rateBps, rateOf, amountFen, clause }: StatementProduct,
): CsvCell[] {
  return [
    { text: '明细' },
    textOf(stream),
    textOf(startedAt),
    null,
    null,
    { text: name },
    orderLines,
    quantity,
    yuan(salesFen),
    yuan(baseFen),
    rateBps === null ? null : { figure: formatRate(rateBps) },
    { text: rateOf === 'base' ? '计佣基数' : '余额' },
    yuan(amountFen),
    { text: clause },
    null,
    null,
  ];
}

function reversalRow(reversal: StatementReversal): CsvCell[] {
  const { orderNo, lineNo, product, baseFen, amountFen, clause, settledIn, reason } = reversal;
  return [
    { text: '冲销' },
    null,
    null,
    { text: orderNo },
    { text: lineNo },
    { text: product },
    null,
    null,
    null,
    yuan(baseFen),
    null,
    null,
    yuan(amountFen),
    { text: clause },
    textOf(settledIn),
    { text: REVERSAL_REASONS[reason] },
  ];
}

function entryRow({ kind, explanation, concernsMonth, amountFen }: StatementEntry): CsvCell[] {
  return [
    { text: '其他' },
    null,
    null,
    null,
    null,
    { text: PAY_ENTRY_NAMES[kind].zh },
    null,
    null,
    null,
    null,
    null,
    null,
    yuan(amountFen),
    null,
    { text: concernsMonth },
    { text: [explanation.zh, ...(explanation.working ?? []).map((step) => step.zh)].join('；') },
  ];
}

const textOf = (text: string | null): CsvCell => (text === null ? null : { text });

/** Without the pages' thousands separators, so that a program reads a number. */
const yuan = (amount: Fen): CsvCell => ({ figure: formatYuan(amount).replaceAll(',', '') });
