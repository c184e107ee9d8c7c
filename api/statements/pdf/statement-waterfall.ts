import { type Fen, fen, formatYuan } from '../../domain/money.ts';
import type { StatementSummary } from '../../domain/statement.ts';
import {
  ACCENT,
  BODY,
  ENGLISH,
  type Flow,
  formatCount,
  GREY,
  HAIRLINE,
  INK,
  LEFT,
  RED,
  RED_TINT,
  RIGHT,
  RULE,
  SMALL,
  TINT,
} from '../../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../../pdf/surface.ts';
import { shrinkToFit } from '../../pdf/text-fit.ts';

const HEIGHT = 124;
const CHART = { left: LEFT + 8, width: 344, top: 22, bottom: 88 } as const;

/** How the month's money came about, drawn: a bar stands where the one before it left off. */
export function drawSummary(flow: Flow, summary: StatementSummary): void {
  const { surface } = flow;
  flow.y += 4;
  surface.fillBox(LEFT, flow.y, RIGHT - LEFT, HEIGHT, TINT);
  drawWaterfall(surface, flow.y, summary);
  const divider = CHART.left + CHART.width + 10;
  surface.line(divider, flow.y + 12, divider, flow.y + HEIGHT - 12, HAIRLINE, 0.8);
  drawFigures(surface, flow.y, divider + 12, summary);
  flow.y += HEIGHT + 2;
}

interface Bar {
  chinese: string;
  english: string;
  from: number;
  to: number;
  isLevel: boolean;
  amount: Fen;
}

function barsOf(summary: StatementSummary): Bar[] {
  const { openingFen, earnedFen, reversedFen, closingFen, payableFen, carriedFen } = summary;
  const { entriesFen = fen(0) } = summary;
  const shares = openingFen + earnedFen + reversedFen;
  const change = (chinese: string, english: string, from: number, amount: Fen): Bar => ({
    ...{ chinese, english, from, amount },
    to: from + amount,
    isLevel: false,
  });
  const level = (chinese: string, english: string, amount: Fen): Bar => ({
    ...{ chinese, english, from: 0, amount },
    to: amount,
    isLevel: true,
  });
  return [
    change('上期结转', 'Opening', 0, openingFen),
    change('本期应得', 'Earned', openingFen, earnedFen),
    change('冲销', 'Reversed', openingFen + earnedFen, reversedFen),
    ...(entriesFen === 0 ? [] : [change('其他收支', 'Other', shares, entriesFen)]),
    level('本期结余', 'Closing', closingFen),
    carriedFen < 0 ? level('结转下期', 'Carried', carriedFen) : level('应付', 'Payable', payableFen),
  ];
}

function drawWaterfall(surface: Surface, top: number, summary: StatementSummary): void {
  const bars = barsOf(summary);
  const levels = bars.flatMap((bar) => [bar.from, bar.to]);
  const lowest = Math.min(0, ...levels);
  // A month of zeros stands on the ground line like any other.
  const highest = Math.max(lowest < 0 ? 0 : 1, ...levels);
  const span = highest - lowest;
  const yOf = (level: number): number =>
    top + CHART.top + ((highest - level) / span) * (CHART.bottom - CHART.top);
  const step = CHART.width / bars.length;
  bars.forEach((bar, index) => {
    const centre = CHART.left + step * (index + 0.5);
    drawBar(surface, bar, centre, yOf);
    const next = bars[index + 1];
    if (next) {
      const level = yOf(bar.to);
      surface.line(centre + 20, level, centre + step - 20, level, RULE, 0.4);
    }
    drawBarText(surface, bar, { centre, top, room: step - 4 }, yOf);
  });
  surface.line(CHART.left + 6, yOf(0), CHART.left + CHART.width - 6, yOf(0), INK, 0.7);
}

/** What is taken away is an outlined pale bar, so that it differs without colour too. */
function drawBar(surface: Surface, bar: Bar, centre: number, yOf: (level: number) => number): void {
  const upper = Math.min(yOf(bar.from), yOf(bar.to));
  const height = Math.abs(yOf(bar.from) - yOf(bar.to));
  if (height === 0) return;
  if (bar.to < bar.from) {
    surface.fillBox(centre - 20, upper, 40, height, RED_TINT);
    surface.strokeBox(centre - 20, upper, 40, height, RED, 0.6);
  } else {
    surface.fillBox(centre - 20, upper, 40, height, bar.isLevel ? INK : ACCENT);
  }
}

function drawBarText(
  surface: Surface,
  bar: Bar,
  { centre, top, room }: { centre: number; top: number; room: number },
  yOf: (level: number) => number,
): void {
  const { amount } = bar;
  const style: TextStyle = { weight: 'medium', sizePt: 7, color: amount < 0 ? RED : INK };
  const text = formatYuan(amount);
  const fitted = shrinkToFit(surface, text, style, room);
  surface.text(text, centre, Math.min(yOf(bar.from), yOf(bar.to)) - 4, fitted, 'centre');
  surface.text(bar.chinese, centre, top + HEIGHT - 19, BODY, 'centre');
  surface.text(bar.english, centre, top + HEIGHT - 11, ENGLISH, 'centre');
}

function drawFigures(surface: Surface, top: number, x: number, summary: StatementSummary): void {
  const right = RIGHT - 12;
  const isCarried = summary.carriedFen < 0;
  surface.text(isCarried ? '结转下期（本期不付款）' : '本期应付', x, top + 21, BODY);
  surface.text(isCarried ? 'Carried forward, CNY' : 'Payable, CNY', x, top + 30, ENGLISH);
  const amount = isCarried ? summary.carriedFen : summary.payableFen;
  const text = formatYuan(amount);
  const big: TextStyle = { weight: 'medium', sizePt: 19, color: isCarried ? RED : INK };
  surface.text(text, right, top + 53, shrinkToFit(surface, text, big, right - x), 'right');
  surface.line(x, top + 64, right, top + 64, HAIRLINE, 0.8);
  const facts: [chinese: string, english: string, value: string][] = [
    ['净销售额', 'Net sales', formatYuan(summary.salesFen)],
    ['计佣基数', 'Base', formatYuan(summary.baseFen)],
    ['订单行', 'Order lines', formatCount(summary.orderLines)],
  ];
  facts.forEach(([chinese, english, value], index) => {
    const baseline = top + 79 + index * 15;
    surface.text(chinese, x, baseline, { ...BODY, color: GREY });
    surface.text(english, x + 34, baseline, { ...SMALL, sizePt: 5.5 });
    surface.text(value, right, baseline, shrinkToFit(surface, value, BODY, right - x - 68), 'right');
  });
}
