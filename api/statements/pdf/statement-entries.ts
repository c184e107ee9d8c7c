import { addFen } from '../../domain/money.ts';
import { PAY_ENTRY_NAMES } from '../../domain/pay-entry.ts';
import type { StatementDocument, StatementEntry } from '../../domain/statement.ts';
import { drawHeading, type Flow, INK, STRONG, WIDTH } from '../../pdf/sheet-style.ts';
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
  { chinese: '项目', english: 'Item', width: 92, align: 'left' },
  { chinese: '说明与算法', english: 'Reason and working', width: WIDTH - 92 - 54 - 64, align: 'left' },
  { chinese: '所属月份', english: 'About', width: 54, align: 'left' },
  { chinese: '金额', english: 'Amount', width: 64, align: 'right' },
];

/** Pay and deductions that are no share of a line; a statement without any does not mention them. */
export function drawEntries(flow: Flow, document: StatementDocument): void {
  const { entries = [], summary } = document;
  if (entries.length === 0) return;
  drawHeading(flow, '其他收入与扣款', 'Other pay and deductions', HEAD_HEIGHT + 40);
  drawTableHead(flow, COLUMNS);
  const total = prepareRow(
    flow,
    COLUMNS,
    [
      { text: '合计', style: STRONG },
      quietCell(''),
      quietCell(''),
      moneyCell(summary.entriesFen ?? addFen(), STRONG),
    ],
    INK,
  );
  entries.forEach((entry, index) => {
    const row = prepareRow(flow, COLUMNS, entryCells(entry));
    const isLast = index === entries.length - 1;
    if (flow.makeRoom(row.height + (isLast ? total.height : 0))) drawTableHead(flow, COLUMNS);
    row.draw();
  });
  total.draw();
  flow.y += 4;
}

function entryCells({ kind, explanation, concernsMonth, amountFen }: StatementEntry): Cell[] {
  const working = (explanation.working ?? []).map((step) => step.zh);
  return [
    { text: PAY_ENTRY_NAMES[kind].zh },
    { text: [explanation.zh.replace(/。$/, ''), ...working].join('；') },
    { text: concernsMonth },
    moneyCell(amountFen),
  ];
}
