import type { Seal } from '../../pdf/letterhead.ts';
import {
  BOTTOM,
  createFlow,
  type Flow,
  GREY,
  HAIRLINE,
  INK,
  LEFT,
  RIGHT,
  SMALL,
  TINT,
  WIDTH,
} from '../../pdf/sheet-style.ts';
import type { TextStyle } from '../../pdf/surface.ts';
import { cutText } from '../../pdf/text-fit.ts';
import {
  BODY_TEXT,
  drawPaperHead,
  drawRunningHead,
  LABEL_TEXT,
  type RenderedPaper,
  renderPaper,
  STRONG_TEXT,
  say,
} from './contract-sheet.ts';
import { drawFinding } from './draw-finding.ts';
import { breakLines, drawLabelled, drawLines } from './paragraph.ts';
import { NEGOTIABILITIES, NOT_ADVICE, REPORT_TITLES, SEVERITIES } from './report-words.ts';
import { countBySeverity, type ReviewReport } from './review-report.ts';

/** Goes up with any change to what is drawn. */
const TEMPLATE_VERSION = 2;

/** The report for negotiation: a cover with the counts and the list, then each finding with all that is known of it. */
export function renderReviewReport(report: ReviewReport): RenderedPaper {
  const description = {
    title: say(report.lang, REPORT_TITLES.zh, REPORT_TITLES.en),
    creator: `FairCast review report ${TEMPLATE_VERSION}`,
  };
  return renderPaper(report, description, (surface, drawable, seal) => {
    const flow = createFlow(surface, (page) => drawRunningHead(page, drawable, REPORT_TITLES));
    flow.y = drawPaperHead(surface, drawable, REPORT_TITLES);
    drawSides(flow, drawable);
    drawCounts(flow, drawable);
    drawList(flow, drawable);
    if (drawable.findings.length > 0) turnPage(flow);
    drawable.findings.forEach((finding, index) => {
      drawFinding(flow, drawable.lang, finding, index + 1);
    });
    drawOtherFigures(flow, drawable);
    drawOutcomes(flow, drawable);
    drawSeal(flow, drawable, seal);
  });
}

/** The cover stands alone. */
function turnPage(flow: Flow): void {
  flow.makeRoom(BOTTOM);
}

function drawSides(flow: Flow, report: ReviewReport): void {
  const { surface } = flow;
  const { lang, agency, anchor, contract } = report;
  const rows: [label: string, value: string][] = [
    [say(lang, '合同', 'Contract'), `${contract.title}（${contract.no}，v${contract.versionNo}）`],
    [
      say(lang, '机构', 'Agency'),
      agency.creditCode === null ? agency.name : `${agency.name}　${agency.creditCode}`,
    ],
    [say(lang, '主播', 'Anchor'), anchor.name],
    [say(lang, '文本校验', 'Text SHA-256'), report.textSha256],
  ];
  surface.line(LEFT, flow.y, RIGHT, flow.y, INK, 0.8);
  flow.y += 6;
  for (const [label, value] of rows) {
    const style = label.includes('SHA') || label === '文本校验' ? { ...LABEL_TEXT, color: GREY } : BODY_TEXT;
    const column = { x: LEFT + 66, width: WIDTH - 66, style, lineHeight: 13 };
    drawLabelled(flow, { text: label, x: LEFT, style: LABEL_TEXT }, [value], column);
    flow.y -= 2;
  }
  flow.y += 8;
}

const TILE_HEIGHT = 58;

/** Four tiles: how many findings of each weight, in words and figures. */
function drawCounts(flow: Flow, { lang, findings }: ReviewReport): void {
  const { surface } = flow;
  const counts = countBySeverity(findings);
  const gap = 10;
  const width = (WIDTH - 3 * gap) / 4;
  (['block', 'high', 'medium', 'low'] as const).forEach((severity, index) => {
    const { color, about, ...name } = SEVERITIES[severity];
    const x = LEFT + index * (width + gap);
    surface.fillBox(x, flow.y, width, TILE_HEIGHT, TINT);
    surface.fillBox(x, flow.y, 3, TILE_HEIGHT, color);
    surface.text(String(counts[severity]), x + 14, flow.y + 33, { weight: 'medium', sizePt: 24, color });
    surface.text(name[lang], x + width - 10, flow.y + 20, { ...STRONG_TEXT, color }, 'right');
    surface.text(cutText(surface, about[lang], SMALL, width - 18), x + 14, flow.y + 48, SMALL);
  });
  flow.y += TILE_HEIGHT + 12;
  const note = breakLines(surface, NOT_ADVICE[lang], LABEL_TEXT, WIDTH);
  drawLines(flow, note, { x: LEFT, width: WIDTH, style: LABEL_TEXT, lineHeight: 11.5 });
  flow.y += 10;
}

/** One line a finding: number, weight, name, clause, how much to insist. */
function drawList(flow: Flow, { lang, findings }: ReviewReport): void {
  const { surface } = flow;
  const heading: TextStyle = { weight: 'medium', sizePt: 11, color: INK };
  surface.text(say(lang, '提示一览', 'Findings at a glance'), LEFT, flow.y + 12, heading);
  flow.y += 20;
  if (findings.length === 0) {
    const none = say(lang, '未发现需要提示的条款。', 'Nothing was found to point out.');
    surface.text(none, LEFT, flow.y + 12, BODY_TEXT);
    flow.y += 22;
    return;
  }
  surface.line(LEFT, flow.y, RIGHT, flow.y, INK, 0.6);
  findings.forEach((finding, index) => {
    flow.makeRoom(17);
    const { color, ...name } = SEVERITIES[finding.severity];
    const baseline = flow.y + 11.5;
    surface.text(String(index + 1), LEFT + 14, baseline, LABEL_TEXT, 'right');
    surface.fillBox(LEFT + 22, flow.y + 4.5, 3, 8.5, color);
    surface.text(name[lang], LEFT + 30, baseline, { ...LABEL_TEXT, weight: 'medium', color });
    surface.text(cutText(surface, finding.name, BODY_TEXT, 235), LEFT + 74, baseline, BODY_TEXT);
    const clause = finding.clauseNo === '' ? '—' : finding.clauseNo;
    surface.text(cutText(surface, clause, LABEL_TEXT, 90), LEFT + 320, baseline, LABEL_TEXT);
    surface.text(NEGOTIABILITIES[finding.negotiability][lang], RIGHT, baseline, LABEL_TEXT, 'right');
    flow.y += 17;
    surface.line(LEFT, flow.y, RIGHT, flow.y, HAIRLINE, 0.4);
  });
}

function drawSectionHeading(flow: Flow, text: string): void {
  flow.makeRoom(60);
  flow.y += 6;
  flow.surface.text(text, LEFT, flow.y + 12, { weight: 'medium', sizePt: 11, color: INK });
  flow.y += 18;
  flow.surface.line(LEFT, flow.y, RIGHT, flow.y, INK, 0.6);
  flow.y += 5;
}

function drawOtherFigures(flow: Flow, { lang, otherFigures }: ReviewReport): void {
  if (otherFigures.length === 0) return;
  drawSectionHeading(flow, say(lang, '其他数字', 'Other figures'));
  for (const text of otherFigures) {
    const lines = breakLines(flow.surface, text, BODY_TEXT, WIDTH);
    drawLines(flow, lines, { x: LEFT, width: WIDTH, style: BODY_TEXT, lineHeight: 12.5 });
    flow.y += 4;
  }
}

function drawOutcomes(flow: Flow, { lang, outcomes }: ReviewReport): void {
  if (outcomes.length === 0) return;
  drawSectionHeading(flow, say(lang, '公开报道的违约金案例', 'Published outcomes of penalty disputes'));
  const note = say(
    lang,
    '仅列有出处的公开信息，不代表本合同的结果。',
    'Sourced public reports only; they say nothing of how this contract would fare.',
  );
  drawLines(flow, [note], { x: LEFT, width: WIDTH, style: LABEL_TEXT, lineHeight: 13 });
  flow.y += 4;
  for (const { matter, amounts, reckoning, source } of outcomes) {
    const paragraphs = [
      matter,
      [amounts, reckoning].filter((text) => text !== '').join(lang === 'zh' ? '。' : '. '),
    ];
    const lines = paragraphs.flatMap((text) =>
      text === '' ? [] : breakLines(flow.surface, text, BODY_TEXT, WIDTH),
    );
    flow.makeRoom(lines.length * 12 + 16);
    drawLines(flow, lines, { x: LEFT, width: WIDTH, style: BODY_TEXT, lineHeight: 12 });
    const said = breakLines(flow.surface, `${say(lang, '来源：', 'Source: ')}${source}`, SMALL, WIDTH);
    drawLines(flow, said, { x: LEFT, width: WIDTH, style: SMALL, lineHeight: 10 });
    flow.y += 5;
  }
}

function drawSeal(flow: Flow, { lang, readerVersion }: ReviewReport, seal: Seal): void {
  flow.makeRoom(40);
  flow.y += 8;
  flow.surface.line(LEFT, flow.y, RIGHT, flow.y, HAIRLINE, 0.6);
  flow.surface.text(`${say(lang, '内容校验', 'Content')} SHA-256　${seal.hash}`, LEFT, flow.y + 12, SMALL);
  flow.surface.text(
    `${say(lang, '规则版本', 'Rules')}　${readerVersion}`,
    RIGHT,
    flow.y + 12,
    SMALL,
    'right',
  );
  flow.y += 20;
}
