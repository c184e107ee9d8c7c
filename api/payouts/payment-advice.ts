import { toChineseAmount } from '../domain/chinese-amount.ts';
import { formatYuan } from '../domain/money.ts';
import { contentHash } from '../pdf/content-hash.ts';
import { createPlainFonts } from '../pdf/fonts.ts';
import { drawFooters, drawLetterhead, type Seal } from '../pdf/letterhead.ts';
import { type MissingGlyphs, makeDrawable } from '../pdf/missing-glyphs.ts';
import { createPageWriter, type PdfFonts } from '../pdf/page-writer.ts';
import { ACCENT, HAIRLINE, INK, LEFT, RIGHT, SMALL, TINT, WIDTH } from '../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../pdf/surface.ts';
import { shrinkToFit, wrapText } from '../pdf/text-fit.ts';
import { writePdf } from '../pdf/write-pdf.ts';

/** Goes up with any change to what is drawn. */
const TEMPLATE_VERSION = 2;

/** Everything a payment advice (付款通知单) says; the PDF is a pure function of it. Times are China's, `2026-06-05 14:30`. */
export interface PaymentAdvice {
  version: 1;
  /** `PO000012` */
  no: string;
  statementNo: string;
  statementSha256: string;
  month: string;
  amountFen: number;
  agency: { name: string; creditCode: string | null };
  anchor: { name: string; realName: string | null };
  payee: { accountName: string; bankName: string; tail: string };
  prepared: { by: string; at: string };
  approved: { by: string; at: string };
}

export interface RenderedAdvice {
  pdf: Buffer;
  /** Texts with a character the font lacks, drawn as `[U+1F389]`. */
  missing: MissingGlyphs[];
}

let fonts: PdfFonts | undefined;

/** The advice on one page of A4: the same facts give the same bytes. */
export function renderPaymentAdvice(advice: PaymentAdvice): RenderedAdvice {
  fonts ??= createPlainFonts();
  const hash = contentHash(advice);
  const seal = { hash };
  const { drawable, missing } = makeDrawable(advice, fonts.regular);
  const writer = createPageWriter(fonts);
  writer.addPage();
  drawHead(writer, drawable);
  drawAmount(writer, drawable.amountFen);
  drawFacts(writer, drawable, seal);
  drawFooters(writer, drawable.no, seal, 'zh');
  const about = {
    title: `付款通知单 ${advice.no}`,
    author: advice.agency.name,
    subject: `${advice.month} ${advice.anchor.name}`,
    creator: `FairCast payment advice ${TEMPLATE_VERSION}`,
    issuedOn: advice.approved.at.slice(0, 10),
    contentSha256: hash,
  };
  return { pdf: writePdf(about, writer), missing };
}

const NAME: TextStyle = { weight: 'medium', sizePt: 9, color: INK };
const VALUE: TextStyle = { weight: 'regular', sizePt: 9, color: INK };
const LABEL: TextStyle = { ...SMALL, sizePt: 8 };
const LABEL_WIDTH = 130;

function drawHead(surface: Surface, { agency, no, month, approved }: PaymentAdvice): void {
  drawLetterhead(surface, {
    lang: 'zh',
    agency: agency.name,
    title: { zh: '付款通知单', en: 'Payment Advice' },
    facts: [
      ['付款单号', 'No.', no],
      ['结算月份', 'Month', month],
      ['批准日期', 'Date', approved.at.slice(0, 10)],
    ],
  });
}

/** In figures and in capitals: one is no use to a forger without the other. */
function drawAmount(surface: Surface, amountFen: number): void {
  surface.fillBox(LEFT, 128, WIDTH, 66, TINT);
  surface.fillBox(LEFT, 128, 3, 66, ACCENT);
  surface.text('付款金额（小写） Amount', LEFT + 16, 146, LABEL);
  surface.text('人民币（大写） In words', LEFT + 16, 178, LABEL);
  const figure: TextStyle = { weight: 'medium', sizePt: 18, color: INK };
  surface.text(`¥ ${formatYuan(amountFen)}`, RIGHT - 16, 152, figure, 'right');
  const words = `人民币${toChineseAmount(amountFen)}`;
  const style = shrinkToFit(surface, words, { ...NAME, sizePt: 11 }, WIDTH - 160);
  surface.text(words, RIGHT - 16, 180, style, 'right');
}

function drawFacts(surface: Surface, advice: PaymentAdvice, seal: Seal): void {
  const { agency, anchor, payee, prepared, approved } = advice;
  const rows: [label: string, value: string][] = [
    ['付款机构 Agency', agency.name],
    ['统一社会信用代码 Credit code', agency.creditCode ?? '未登记'],
    ['主播 Anchor', anchor.realName === null ? anchor.name : `${anchor.name}（${anchor.realName}）`],
    ['收款户名 Payee', payee.accountName],
    ['开户银行 Bank', payee.bankName],
    ['收款账号 Account', `尾号 ${payee.tail}`],
    ['结算单号 Statement', `${advice.statementNo}（${advice.month}）`],
    ['结算单校验 Statement hash', advice.statementSha256],
    ['制单 Prepared', `${prepared.by}　${prepared.at}`],
    ['复核批准 Approved', `${approved.by}　${approved.at}`],
    ['内容校验 SHA-256', seal.hash],
  ];
  let y = 212;
  for (const [label, value] of rows) {
    surface.text(label, LEFT, y + 13, LABEL);
    for (const line of wrapText(surface, value, VALUE, WIDTH - LABEL_WIDTH, 3)) {
      surface.text(line, LEFT + LABEL_WIDTH, y + 13, VALUE);
      y += 13;
    }
    y += 9;
    surface.line(LEFT, y, RIGHT, y, HAIRLINE, 0.4);
  }
  surface.text('本单由制单与批准两人分别完成；金额为税前，付款以银行回单为准。', LEFT, y + 20, LABEL);
}
