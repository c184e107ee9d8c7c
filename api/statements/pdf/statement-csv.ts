import { type Fen, formatRate, formatYuan } from '../../domain/money.ts';
import type { StatementDocument, StatementProduct, StatementReversal } from '../../domain/statement.ts';
import type { PdfAttachment } from '../../pdf/attachment.ts';
import { type CsvCell, writeCsv } from '../../pdf/csv.ts';
import { REVERSAL_REASONS } from './statement-reversals.ts';

/** The lines and reversals of the statement, as its pages say them, for a program to read. */
export function attachLines(document: StatementDocument): PdfAttachment {
  return {
    name: `${document.no}.csv`,
    description: `结算单 ${document.no} 明细`,
    mimeType: 'text/csv',
    relationship: 'Data',
    bytes: writeStatementCsv(document),
  };
}

export function writeStatementCsv({ streams, reversals }: StatementDocument): Buffer {
  return writeCsv([
    COLUMNS.map((text) => ({ text })),
    ...streams.flatMap(({ title, startedAt, products }) =>
      products.map((product) => productRow(title, startedAt, product)),
    ),
    ...reversals.map(reversalRow),
  ]);
}

const COLUMNS = [
  '类别',
  '场次',
  '开播时间',
  '订单号',
  '行号',
  '商品',
  '订单行',
  '件数',
  '净销售额',
  '计佣基数',
  '比例',
  '比例基于',
  '应得',
  '条款',
  '原结算月份',
  '冲销原因',
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

const textOf = (text: string | null): CsvCell => (text === null ? null : { text });

/** Without the pages' thousands separators, so that a program reads a number. */
const yuan = (amount: Fen): CsvCell => ({ figure: formatYuan(amount).replaceAll(',', '') });
