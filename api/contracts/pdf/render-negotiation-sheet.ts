import { BOTTOM, GREY, HAIRLINE, INK, LEFT, RIGHT, RULE, SMALL, TINT, WIDTH } from '../../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../../pdf/surface.ts';
import { cutText, wrapText } from '../../pdf/text-fit.ts';
import { drawPaperHead, LABEL_TEXT, type RenderedPaper, renderPaper, say } from './contract-sheet.ts';
import { NEGOTIABILITIES, SEVERITIES, SHEET_TITLES } from './report-words.ts';
import type { ReportFinding, ReviewReport } from './review-report.ts';

const TEMPLATE_VERSION = 2;
const INSISTENCE = { must: 0, should: 1, tradable: 2 } as const;
const WEIGHT = { block: 0, high: 1, medium: 2, low: 3 } as const;
const SMALL_BODY: TextStyle = { weight: 'regular', sizePt: 7.5, color: INK };
const SMALL_STRONG: TextStyle = { weight: 'medium', sizePt: 8, color: INK };
const LINE = 9.8;
const COLUMNS = { what: LEFT + 18, ask: LEFT + 138, instead: LEFT + 272, reply: RIGHT - 62 } as const;

/** One page to take to the table: what to insist on first, what to ask, what to write, and room for the answer. */
export function renderNegotiationSheet(report: ReviewReport): RenderedPaper {
  const description = {
    title: say(report.lang, SHEET_TITLES.zh, SHEET_TITLES.en),
    creator: `FairCast negotiation sheet ${TEMPLATE_VERSION}`,
  };
  return renderPaper(report, description, drawSheet);
}

function drawSheet(surface: Surface, report: ReviewReport): void {
  const { lang } = report;
  let y = drawPaperHead(surface, report, SHEET_TITLES);
  const about = `${report.contract.title}　${report.anchor.name}`;
  surface.text(cutText(surface, about, SMALL_STRONG, WIDTH), LEFT, y + 6, SMALL_STRONG);
  y = drawTableHead(surface, report, y + 14);
  const inOrder = [...report.findings].sort(
    (a, b) =>
      INSISTENCE[a.negotiability] - INSISTENCE[b.negotiability] || WEIGHT[a.severity] - WEIGHT[b.severity],
  );
  const room = BOTTOM - 30;
  let drawn = 0;
  for (const finding of inOrder) {
    const row = prepareRow(surface, report, finding, drawn + 1);
    if (y + row.height > room) break;
    row.draw(y);
    y += row.height;
    drawn++;
  }
  const left = inOrder.length - drawn;
  const rest =
    left === 0
      ? say(
          lang,
          '以上为全部提示，依据与数字见审阅报告。',
          'These are all; grounds and figures are in the report.',
        )
      : say(
          lang,
          `另有 ${left} 项，连同依据与数字见审阅报告。`,
          `${left} more, with grounds and figures, are in the review report.`,
        );
  surface.text(rest, LEFT, y + 14, LABEL_TEXT);
  drawSignatures(surface, report);
}

/** A rule to write on after each word. */
function drawSignatures(surface: Surface, { lang }: ReviewReport): void {
  const width = WIDTH / 3;
  const words = [say(lang, '主播', 'Anchor'), say(lang, '机构', 'Agency'), say(lang, '日期', 'Date')];
  words.forEach((word, at) => {
    const x = LEFT + at * width;
    surface.text(word, x, BOTTOM - 4, { ...SMALL, color: GREY });
    surface.line(x + 34, BOTTOM - 3, x + width - 16, BOTTOM - 3, RULE, 0.5);
  });
}

function drawTableHead(surface: Surface, { lang }: ReviewReport, top: number): number {
  surface.fillBox(LEFT, top, WIDTH, 16, TINT);
  surface.line(LEFT, top + 16, RIGHT, top + 16, RULE, 0.6);
  const style: TextStyle = { ...SMALL_BODY, weight: 'medium', sizePt: 7 };
  const heads: [x: number, text: string][] = [
    [COLUMNS.what, say(lang, '条款与提示', 'Clause and finding')],
    [COLUMNS.ask, say(lang, '可以问', 'Ask')],
    [COLUMNS.instead, say(lang, '建议表述', 'Write instead')],
    [COLUMNS.reply, say(lang, '对方答复', 'Answer')],
  ];
  for (const [x, text] of heads) surface.text(text, x, top + 11, style);
  return top + 16;
}

function prepareRow(
  surface: Surface,
  { lang }: ReviewReport,
  finding: ReportFinding,
  number: number,
): { height: number; draw(top: number): void } {
  const widthOf = (from: number, to: number) => to - from - 8;
  const ask = wrapText(
    surface,
    finding.questions.join(' '),
    SMALL_BODY,
    widthOf(COLUMNS.ask, COLUMNS.instead),
    4,
  );
  const instead = wrapText(
    surface,
    finding.suggestion,
    SMALL_BODY,
    widthOf(COLUMNS.instead, COLUMNS.reply),
    4,
  );
  const nameLines = wrapText(surface, finding.name, SMALL_STRONG, widthOf(COLUMNS.what, COLUMNS.ask), 2);
  const { color, ...weight } = SEVERITIES[finding.severity];
  const about = [finding.clauseNo, NEGOTIABILITIES[finding.negotiability][lang], weight[lang]].filter(
    (text) => text !== '',
  );
  const lines = Math.max(ask.length, instead.length, nameLines.length + 1);
  const height = lines * LINE + 8;
  return {
    height,
    draw(top) {
      const first = top + 11;
      surface.text(String(number), LEFT + 12, first, LABEL_TEXT, 'right');
      nameLines.forEach((line, at) => {
        surface.text(line, COLUMNS.what, first + at * LINE, SMALL_STRONG);
      });
      const aboutLine = cutText(surface, about.join(' · '), SMALL, widthOf(COLUMNS.what, COLUMNS.ask));
      surface.text(aboutLine, COLUMNS.what, first + nameLines.length * LINE, { ...SMALL, color });
      for (const [x, column] of [
        [COLUMNS.ask, ask],
        [COLUMNS.instead, instead],
      ] as const)
        column.forEach((line, at) => {
          surface.text(line, x, first + at * LINE, SMALL_BODY);
        });
      const boxes = [say(lang, '同意', 'agreed'), say(lang, '待改', 'to change')];
      boxes.forEach((text, at) => {
        surface.strokeBox(COLUMNS.reply, first - 5.5 + at * LINE, 6, 6, RULE, 0.6);
        surface.text(text, COLUMNS.reply + 10, first + at * LINE, SMALL);
      });
      surface.line(LEFT, top + height, RIGHT, top + height, HAIRLINE, 0.4);
    },
  };
}
