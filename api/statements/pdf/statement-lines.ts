import { addFen, type Fen, formatRate } from '../../domain/money.ts';
import type { StatementDocument, StatementProduct, StatementStream } from '../../domain/statement.ts';
import {
  BODY,
  drawHeading,
  type Flow,
  formatCount,
  INK,
  LEFT,
  RIGHT,
  RULE,
  SMALL,
  STRONG,
  WIDTH,
} from '../../pdf/sheet-style.ts';
import type { TextStyle } from '../../pdf/surface.ts';
import {
  type Column,
  drawTableHead,
  HEAD_HEIGHT,
  moneyCell,
  prepareRow,
  quietCell,
} from '../../pdf/table.ts';
import { cutText } from '../../pdf/text-fit.ts';

const FIGURE_COLUMNS: Column[] = [
  { chinese: '订单行', english: 'Lines', width: 38, align: 'right' },
  { chinese: '件数', english: 'Qty', width: 38, align: 'right' },
  { chinese: '净销售额', english: 'Net sales', width: 66, align: 'right' },
  { chinese: '计佣基数', english: 'Base', width: 62, align: 'right' },
  { chinese: '比例', english: 'Rate', width: 42, align: 'right' },
  { chinese: '应得', english: 'Earned', width: 64, align: 'right' },
  { chinese: '条款', english: 'Clause', width: 80, align: 'left' },
];
const COLUMNS: Column[] = [
  {
    chinese: '商品',
    english: 'Product',
    width: WIDTH - FIGURE_COLUMNS.reduce((sum, column) => sum + column.width, 0),
    align: 'left',
  },
  ...FIGURE_COLUMNS,
];
const GROUP_HEIGHT = 17.5;

/** Lines by stream and product; a table head on every page, a stream's name never apart from its first line. */
export function drawLines(flow: Flow, document: StatementDocument): void {
  const { streams } = document;
  drawHeading(flow, '结算明细', 'Settled lines', HEAD_HEIGHT + GROUP_HEIGHT + 40);
  drawTableHead(flow, COLUMNS);
  if (streams.length === 0) {
    flow.surface.text('本期无结算明细。', LEFT + 4, flow.y + 13, { ...BODY, color: INK });
    flow.y += 20;
  }
  for (const stream of streams) drawStream(flow, stream);
  drawSum(
    flow,
    '本期应得合计',
    document.summary.earnedFen,
    streams.flatMap((stream) => stream.products),
  );
}

function drawStream(flow: Flow, stream: StatementStream): void {
  const rows = stream.products.map((product) => prepareRow(flow, COLUMNS, productCells(product)));
  const subtotal = prepareRow(flow, COLUMNS, sumCells('小计', stream.amountFen, stream.products), RULE);
  if (flow.makeRoom(GROUP_HEIGHT + (rows[0]?.height ?? 0) + (rows.length < 2 ? subtotal.height : 0)))
    drawTableHead(flow, COLUMNS);
  drawStreamName(flow, stream, '');
  rows.forEach((row, index) => {
    // The subtotal stays with the last line: alone on a page it would sum nothing in sight.
    const isLast = index === rows.length - 1;
    if (flow.makeRoom(row.height + (isLast ? subtotal.height : 0))) {
      drawTableHead(flow, COLUMNS);
      drawStreamName(flow, stream, '（续）');
    }
    row.draw();
  });
  subtotal.draw();
}

function drawStreamName(flow: Flow, stream: StatementStream, suffix: string): void {
  const { surface } = flow;
  const baseline = flow.y + 12;
  const startedAt = stream.startedAt === null ? '' : formatInstant(stream.startedAt);
  const room = WIDTH - 12 - surface.widthOf(startedAt, SMALL) - surface.widthOf(suffix, STRONG);
  const title = cutText(surface, stream.title ?? '未能对应场次的明细', STRONG, room) + suffix;
  surface.text(title, LEFT + 3.5, baseline, STRONG);
  if (startedAt !== '')
    surface.text(startedAt, LEFT + 3.5 + surface.widthOf(title, STRONG) + 6, baseline, SMALL);
  flow.y += GROUP_HEIGHT;
  surface.line(LEFT, flow.y, RIGHT, flow.y, RULE, 0.4);
}

function drawSum(flow: Flow, label: string, amount: Fen, products: StatementProduct[]): void {
  const row = prepareRow(flow, COLUMNS, sumCells(label, amount, products), INK);
  if (flow.makeRoom(row.height)) drawTableHead(flow, COLUMNS);
  row.draw();
  flow.y += 4;
}

function productCells(product: StatementProduct) {
  return [
    { text: product.name },
    { figure: formatCount(product.orderLines) },
    { figure: formatCount(product.quantity) },
    moneyCell(product.salesFen),
    moneyCell(product.baseFen),
    { figure: rateCell(product) },
    moneyCell(product.amountFen),
    quietCell(product.clause),
  ];
}

function sumCells(label: string, amount: Fen, products: readonly StatementProduct[]) {
  const count = (of: (product: StatementProduct) => number): string =>
    formatCount(products.reduce((sum, product) => sum + of(product), 0));
  const strong: TextStyle = STRONG;
  return [
    { text: label, style: strong },
    { figure: count((product) => product.orderLines), style: strong },
    { figure: count((product) => product.quantity), style: strong },
    moneyCell(addFen(...products.map((product) => product.salesFen)), strong),
    moneyCell(addFen(...products.map((product) => product.baseFen)), strong),
    { figure: '' },
    moneyCell(amount, strong),
    quietCell(''),
  ];
}

/** An instant as China's clocks show it; text without a zone is China's already. */
function formatInstant(text: string): string {
  const hasZone = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text);
  const local = hasZone ? new Date(Date.parse(text) + 8 * 3_600_000).toISOString() : text;
  return local.slice(0, 16).replace('T', ' ');
}

/** A rate of the rest carries a star, which the notes explain: base × rate would not give the amount beside it. */
function rateCell({ rateBps, rateOf }: StatementProduct): string {
  if (rateBps === null) return '—';
  return rateOf === 'rest' ? `${formatRate(rateBps)}*` : formatRate(rateBps);
}
