import type { Lang } from '../../domain/contract-acceptance.ts';
import { ACCENT, type Flow, HAIRLINE, INK, LEFT, RIGHT, TINT, WIDTH } from '../../pdf/sheet-style.ts';
import type { TextStyle } from '../../pdf/surface.ts';
import { cutText } from '../../pdf/text-fit.ts';
import { BODY_TEXT, LABEL_TEXT, say } from './contract-sheet.ts';
import { breakLines, type Column, drawLabelled, drawLines } from './paragraph.ts';
import { NEGOTIABILITIES, SEVERITIES } from './report-words.ts';
import type { ReportFinding } from './review-report.ts';

const NAME: TextStyle = { weight: 'medium', sizePt: 11, color: INK };
const QUOTE: TextStyle = { weight: 'regular', sizePt: 9, color: INK };
const LABEL_WIDTH = 62;
const TEXT: Column = {
  x: LEFT + LABEL_WIDTH,
  width: WIDTH - LABEL_WIDTH,
  style: BODY_TEXT,
  lineHeight: 12.5,
};

/** One finding: its sentence, the anchor's figures, why, on what ground, what to ask, what to write instead. */
export function drawFinding(flow: Flow, lang: Lang, finding: ReportFinding, number: number): void {
  const quote = breakLines(flow.surface, `“${finding.quote}”`, QUOTE, WIDTH - 24);
  // The name stays with the first lines of its sentence.
  flow.makeRoom(34 + Math.min(quote.length, 3) * 13);
  drawName(flow, lang, finding, number);
  drawQuote(flow, quote);
  const label = (chinese: string, english: string) => ({
    text: say(lang, chinese, english),
    x: LEFT,
    style: LABEL_TEXT,
  });
  if (finding.figures.length > 0) drawLabelled(flow, label('落到数字', 'In figures'), finding.figures, TEXT);
  drawLabelled(flow, label('为什么', 'Why'), [finding.reason], TEXT);
  if (finding.bases.length > 0)
    drawLabelled(flow, label('依据', 'Ground'), finding.bases.map(sayBasis(lang)), TEXT);
  if (finding.questions.length > 0) drawLabelled(flow, label('可以问', 'Ask'), finding.questions, TEXT);
  const suggestion: Column = { ...TEXT, style: { ...BODY_TEXT, color: ACCENT } };
  drawLabelled(flow, label('建议表述', 'Write instead'), [finding.suggestion], suggestion);
  if (finding.waiver) {
    const { reason, by, at } = finding.waiver;
    drawLabelled(flow, label('合规说明', 'Kept because'), [`${reason}（${by}，${at}）`], TEXT);
  }
  flow.y += 3;
  flow.surface.line(LEFT, flow.y, RIGHT, flow.y, HAIRLINE, 0.6);
  flow.y += 10;
}

function drawName(flow: Flow, lang: Lang, finding: ReportFinding, number: number): void {
  const { surface } = flow;
  const { color, ...weight } = SEVERITIES[finding.severity];
  const baseline = flow.y + 13;
  const title = cutText(surface, `${number}　${finding.name}`, NAME, 300);
  surface.text(title, LEFT, baseline, NAME);
  const chip = `${weight[lang]} · ${finding.advice}`;
  const chipStyle: TextStyle = { weight: 'medium', sizePt: 7.5, color: '#ffffff' };
  const chipWidth = surface.widthOf(chip, chipStyle) + 12;
  const x = LEFT + surface.widthOf(title, NAME) + 10;
  surface.fillBox(x, flow.y + 3.5, chipWidth, 12.5, color);
  surface.text(chip, x + 6, flow.y + 12.3, chipStyle);
  const clause =
    finding.clauseNo === '' ? '' : say(lang, `条款 ${finding.clauseNo}　`, `Clause ${finding.clauseNo}   `);
  const about = `${clause}${NEGOTIABILITIES[finding.negotiability][lang]}`;
  surface.text(
    cutText(surface, about, LABEL_TEXT, RIGHT - x - chipWidth - 10),
    RIGHT,
    baseline,
    LABEL_TEXT,
    'right',
  );
  flow.y += 22;
}

/** The contract's own words on a tint, a bar at the side, whole over any page turn. */
function drawQuote(flow: Flow, lines: readonly string[]): void {
  const { surface } = flow;
  const column: Column = { x: LEFT + 14, width: WIDTH - 24, style: QUOTE, lineHeight: 13 };
  const behind = (top: number, height: number): void => {
    surface.fillBox(LEFT, top, WIDTH, height, TINT);
    surface.fillBox(LEFT, top, 2.5, height, ACCENT);
  };
  behind(flow.y, 4);
  flow.y += 4;
  drawLines(flow, lines, column, behind);
  behind(flow.y, 4);
  flow.y += 10;
}

const sayBasis =
  (lang: Lang) =>
  ({ law, article, point }: ReportFinding['bases'][number]): string =>
    say(
      lang,
      `${law}第${article.replaceAll(',', '、')}条要点：${point}`,
      `${law} art. ${article.replaceAll(',', ', ')}, gist: ${point}`,
    );
