import type { StatementDocument, StatementReversal } from '../../domain/statement.ts';
import { BODY, drawHeading, type Flow, INK, LEFT, SMALL, STRONG, WIDTH } from '../../pdf/sheet-style.ts';
import {
  type Cell,
  type Column,
  drawTableHead,
  HEAD_HEIGHT,
  moneyCell,
  prepareRow,
  quietCell,
} from '../../pdf/table.ts';

const COLUMNS: Column[] = [
  { chinese: '冲销对象', english: 'Reverses order, line', width: 126, align: 'left' },
  { chinese: '商品', english: 'Product', width: WIDTH - 126 - 54 - 48 - 56 - 58 - 80, align: 'left' },
  { chinese: '原结算单', english: 'Settled in', width: 54, align: 'left' },
  { chinese: '原因', english: 'Reason', width: 48, align: 'left' },
  { chinese: '计佣基数', english: 'Base', width: 56, align: 'right' },
  { chinese: '冲销金额', english: 'Reversed', width: 58, align: 'right' },
  { chinese: '条款', english: 'Clause', width: 80, align: 'left' },
];

export const REVERSAL_REASONS: Record<StatementReversal['reason'], string> = {
  refund: '退款',
  tier: '阶梯调整',
  unlinked: '无原单退款',
};

const EXPLANATION = '每一行冲回此前结算单中已计的一笔，原结算单不作改动。';
const UNLINKED = '“无原单退款”在平台文件中没有对应的销售，单独列示。';

/** Each line names the settled line it takes back, so that an anchor can find it in the older statement. */
export function drawReversals(flow: Flow, document: StatementDocument): void {
  const { reversals, summary } = document;
  drawHeading(flow, '冲销明细', 'Reversals', HEAD_HEIGHT + 40);
  if (reversals.length === 0) {
    flow.surface.text('本期无冲销。', LEFT, flow.y + 6, BODY);
    flow.y += 14;
    return;
  }
  const hasUnlinked = reversals.some((reversal) => reversal.reason === 'unlinked');
  flow.surface.text(EXPLANATION + (hasUnlinked ? UNLINKED : ''), LEFT, flow.y + 4, SMALL);
  flow.y += 11;
  drawTableHead(flow, COLUMNS);
  const total = prepareRow(
    flow,
    COLUMNS,
    [
      { text: '本期冲销合计', style: STRONG },
      quietCell(''),
      quietCell(''),
      quietCell(''),
      quietCell(''),
      moneyCell(summary.reversedFen, STRONG),
      quietCell(''),
    ],
    INK,
  );
  reversals.forEach((reversal, index) => {
    const row = prepareRow(flow, COLUMNS, reversalCells(reversal));
    const isLast = index === reversals.length - 1;
    if (flow.makeRoom(row.height + (isLast ? total.height : 0))) drawTableHead(flow, COLUMNS);
    row.draw();
  });
  total.draw();
  flow.y += 4;
}

function reversalCells(reversal: StatementReversal): Cell[] {
  return [
    { text: reversal.lineNo ? `订单 ${reversal.orderNo} 行 ${reversal.lineNo}` : `订单 ${reversal.orderNo}` },
    { text: reversal.product },
    { text: reversal.settledIn === null ? '—' : `${reversal.settledIn} 结算` },
    { text: REVERSAL_REASONS[reversal.reason] },
    moneyCell(reversal.baseFen),
    moneyCell(reversal.amountFen),
    quietCell(reversal.clause),
  ];
}
