import { type Fen, formatYuan } from '../../domain/money.ts';
import { addMonths } from '../../domain/month.ts';
import type { StatementDocument } from '../../domain/statement.ts';
import type { Seal } from '../../pdf/letterhead.ts';
import { drawQr } from '../../pdf/qr-code.ts';
import {
  BODY,
  drawHeading,
  type Flow,
  GREY,
  HAIRLINE,
  INK,
  LEFT,
  RED,
  RIGHT,
  SMALL,
  STRONG,
} from '../../pdf/sheet-style.ts';
import type { TextStyle } from '../../pdf/surface.ts';
import { wrapText } from '../../pdf/text-fit.ts';

/** Totals, what is carried and why, notes, and how to check this copy; kept together on one page. */
export function drawClose(flow: Flow, document: StatementDocument, seal: Required<Seal>): void {
  drawHeading(flow, '本期结算', 'Totals', CLOSE_HEIGHT);
  const top = flow.y;
  drawTotals(flow, document);
  drawNotes(flow, document, seal, top);
}

type TotalRow = [sign: string, label: string, amount: Fen];

/** Six or seven totals beside five notes, the longest of which takes three lines. */
const CLOSE_HEIGHT = 210;

function drawTotals(flow: Flow, document: StatementDocument): void {
  const { surface } = flow;
  const { summary } = document;
  const rows: TotalRow[] = [
    ['', '上期结转 Opening', summary.openingFen],
    ['＋', '本期应得 Earned', summary.earnedFen],
    ['＋', '本期冲销 Reversed', summary.reversedFen],
    ...(summary.entriesFen ? [['＋', '其他收支 Other', summary.entriesFen] satisfies TotalRow] : []),
    ['＝', '本期结余 Closing', summary.closingFen],
    ['', '应付 Payable', summary.payableFen],
    ['', '结转下期 Carried forward', summary.carriedFen],
  ];
  const right = LEFT + 250;
  const firstResult = rows.length - 3;
  rows.forEach(([sign, label, amount], index) => {
    const isResult = index >= firstResult;
    const style: TextStyle = { ...(isResult ? STRONG : BODY), sizePt: 8, color: INK };
    const baseline = flow.y + 9;
    if (sign !== '') surface.text(sign, LEFT, baseline, { ...style, color: GREY });
    surface.text(label, LEFT + 14, baseline, style);
    const figure: TextStyle = { ...style, color: amount < 0 ? RED : INK };
    surface.text(formatYuan(amount), right, baseline, figure, 'right');
    flow.y += 14;
    surface.line(
      LEFT,
      flow.y - 1,
      right,
      flow.y - 1,
      index === firstResult - 1 ? INK : HAIRLINE,
      index === firstResult - 1 ? 0.7 : 0.4,
    );
  });
}

function drawNotes(flow: Flow, document: StatementDocument, seal: Required<Seal>, top: number): void {
  const { surface } = flow;
  const x = LEFT + 274;
  const isTaxed = (document.entries ?? []).some(({ kind }) => kind === 'tax');
  const notes = [explainCarry(document), isTaxed ? AMOUNTS : `${AMOUNTS}本单金额均为税前。`, ...NOTES];
  let y = top + 8;
  notes.forEach((note, index) => {
    surface.text(`${index + 1}.`, x, y, { ...SMALL, sizePt: 7 });
    for (const line of wrapText(surface, note, { ...SMALL, sizePt: 7 }, RIGHT - x - 12, 6)) {
      surface.text(line, x + 12, y, { ...SMALL, sizePt: 7, color: INK });
      y += 10;
    }
    y += 2.5;
  });
  flow.y = Math.max(flow.y, y) + 8;
  surface.line(LEFT, flow.y, RIGHT, flow.y, HAIRLINE, 0.6);
  drawQr(surface, qrText(document, seal.code), RIGHT - QR_SIZE, flow.y + 4, QR_SIZE);
  surface.text(`内容校验 SHA-256　${seal.hash}`, LEFT, flow.y + 12, SMALL);
  surface.text(`验证码　${seal.code}`, RIGHT - QR_SIZE - 6, flow.y + 12, { ...SMALL, color: INK }, 'right');
  if (document.agency.verifyAt)
    surface.text(
      `扫码或在 ${document.agency.verifyAt} 输入验证码，可核对本单有没有被改过。`,
      LEFT,
      flow.y + 24,
      SMALL,
    );
  flow.y += QR_SIZE + 6;
}

const QR_SIZE = 52;

/** The page's address with the code behind `#`, which browsers send to nobody; the code alone where there is no page. */
const qrText = ({ agency }: StatementDocument, code: string): string =>
  agency.verifyAt ? `${agency.verifyAt}#${code}` : code;

/** What came from the month before and what goes to the next, in a sentence. */
function explainCarry(document: StatementDocument): string {
  const { summary, month } = document;
  const opening =
    summary.openingFen < 0
      ? `上期（${addMonths(month, -1)}）结余为负，结转 ${formatYuan(summary.openingFen)} 元，已在本期抵扣。`
      : '上期无结转。';
  const carried =
    summary.carriedFen < 0
      ? `本期结余为负，本期不付款，${formatYuan(summary.carriedFen)} 元全额结转至 ${addMonths(month, 1)} 结算单，从当月应得中抵扣。`
      : '本期无结转至下期。';
  return opening + carried;
}

const AMOUNTS = '金额单位为人民币元，每笔精确到分；负数为冲回、扣款或结转。';
const NOTES = [
  '条款列为合同编号、版本与条款号；比例带 * 的按扣除前列各方后的余额计算。每一笔均可在 FairCast 主播端查看算法。',
  '如有异议，请在确认期内对具体明细行提出；仅有争议的部分暂缓支付，其余照付。',
  '核对本单：FairCast 中同一单号的内容校验值与验证码，应与下方一致。',
];
