import { drawHeading, type Flow, LEFT, RIGHT } from '../../pdf/sheet-style.ts';
import { type Column, drawTableHead, prepareRow, quietCell } from '../../pdf/table.ts';
import {
  type CasePaper,
  drawFactRow,
  drawParagraph,
  type RenderedCasePaper,
  renderCasePaper,
  say,
} from './case-sheet.ts';

/** Goes up with any change to what is drawn. */
const TEMPLATE_VERSION = 2;

/** The letter to the brand. It says what was found and asks; it does not judge. */
export interface CaseLetter extends CasePaper {
  brand: { name: string };
  /** The last day to answer, `2026-12-01`. */
  answerBy: string;
  demands: string[];
  differences: { what: string; sealed: string; shipped: string; words: string }[];
  evidence: { id: number; kind: string; title: string; sha256: string; addedOn: string }[];
}

export function renderCaseLetter(letter: CaseLetter): RenderedCasePaper {
  const title = { zh: '商品核查函', en: 'Inquiry about Goods' };
  return renderCasePaper(letter, { title, creator: `FairCast case letter ${TEMPLATE_VERSION}` }, drawLetter);
}

function drawLetter(flow: Flow, letter: CaseLetter): void {
  const { lang } = letter;
  drawFactRow(flow, say(lang, '致', 'To'), letter.brand.name);
  drawFactRow(flow, say(lang, '商品', 'Goods'), letter.case.productName);
  if (letter.case.batch !== null) drawFactRow(flow, say(lang, '批次', 'Batch'), letter.case.batch);
  drawFactRow(flow, say(lang, '答复期限', 'Answer by'), letter.answerBy);
  flow.y += 6;
  drawParagraph(
    flow,
    say(
      lang,
      '我们将实际发货的商品与双方确认的封样作了比对，记录到下列不一致。请在期限前书面说明原因，并附上生产、检验或发货的记录。本函只陈述记录到的事实，不作结论；逾期未答复，我们将依据现有证据作出处理。',
      'We compared goods as shipped with the sample that was sealed, and recorded the differences below. Please explain them in writing by the day named, with your records of making, testing or shipping. This letter states what was recorded and concludes nothing; without an answer we go by the evidence there is.',
    ),
  );
  drawHeading(flow, '不一致之处', 'What differs', 40);
  drawTableHead(flow, DIFFERENCES);
  for (const one of letter.differences)
    prepareAndDraw(flow, DIFFERENCES, [one.what, one.sealed, one.shipped, one.words]);
  if (letter.demands.length > 0) {
    drawHeading(flow, '请一并说明', 'Please also tell us', 20);
    for (const line of letter.demands) drawParagraph(flow, line);
  }
  drawHeading(flow, '证据清单', 'Evidence', 40);
  drawTableHead(flow, EVIDENCE);
  for (const one of letter.evidence) {
    const row = prepareRow(flow, EVIDENCE, [
      { text: `${one.id}` },
      { text: one.title },
      { text: one.addedOn },
      quietCell(one.sha256),
    ]);
    flow.makeRoom(row.height);
    row.draw();
  }
}

function prepareAndDraw(flow: Flow, columns: readonly Column[], texts: readonly string[]): void {
  const row = prepareRow(
    flow,
    columns,
    texts.map((text) => ({ text })),
  );
  flow.makeRoom(row.height);
  row.draw();
}

const FULL = RIGHT - LEFT;
const DIFFERENCES: readonly Column[] = [
  { chinese: '项目', english: 'Item', width: FULL * 0.16, align: 'left' },
  { chinese: '封样', english: 'Sealed', width: FULL * 0.24, align: 'left' },
  { chinese: '实物', english: 'Shipped', width: FULL * 0.24, align: 'left' },
  { chinese: '说明', english: 'In words', width: FULL * 0.36, align: 'left' },
];
const EVIDENCE: readonly Column[] = [
  { chinese: '编号', english: 'No.', width: FULL * 0.08, align: 'left' },
  { chinese: '名称', english: 'Title', width: FULL * 0.34, align: 'left' },
  { chinese: '日期', english: 'Day', width: FULL * 0.14, align: 'left' },
  { chinese: '校验值', english: 'sha256', width: FULL * 0.44, align: 'left' },
];
