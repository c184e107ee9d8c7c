import type { StatementDocument } from '../../domain/statement.ts';
import { drawLetterhead, drawRunningHead as drawNarrowHead } from '../../pdf/letterhead.ts';
import { BODY, type Flow, GREY, INK, LEFT, RIGHT, SMALL, WIDTH } from '../../pdf/sheet-style.ts';
import type { Surface, TextStyle } from '../../pdf/surface.ts';
import { cutText, wrapText } from '../../pdf/text-fit.ts';

const TITLES = { zh: '主播佣金结算单', en: 'Anchor Commission Statement' };
const NAME: TextStyle = { weight: 'medium', sizePt: 9, color: INK };

/** Wordmark, title, number, parties and contracts: the top of the first page. */
export function drawHead(flow: Flow, document: StatementDocument): void {
  const { agency, no, month, issuedOn } = document;
  drawLetterhead(flow.surface, {
    lang: 'zh',
    agency: agency.name,
    title: TITLES,
    facts: [
      ['结算单号', 'No.', no],
      ['结算月份', 'Month', month],
      ['出单日期', 'Issued', issuedOn],
    ],
  });
  flow.y = 124;
  drawParties(flow, document);
  drawContracts(flow, document);
}

/** The narrow head of every later page; gives the top of the free room. */
export function drawRunningHead(surface: Surface, document: StatementDocument): number {
  return drawNarrowHead(surface, [TITLES.zh, document.month, document.anchor.name]);
}

function drawParties(flow: Flow, document: StatementDocument): void {
  const { agency, anchor } = document;
  const columns: [chinese: string, english: string, name: string, detail: string][] = [
    ['机构', 'Agency', agency.name, `统一社会信用代码 ${agency.creditCode ?? '未登记'}`],
    ['主播', 'Anchor', anchor.name, anchor.realName === null ? '姓名未登记' : `姓名 ${anchor.realName}`],
    [
      '收款账户',
      'Payee',
      anchor.payee ?? '未登记',
      anchor.accountTail === null ? '账号未登记' : `账号尾号 ${anchor.accountTail}`,
    ],
  ];
  const gap = 14;
  const width = (WIDTH - 2 * gap) / 3;
  const nameLines = columns.map(([, , name]) => wrapText(flow.surface, name, NAME, width, 2));
  const depth = Math.max(...nameLines.map((lines) => lines.length));
  columns.forEach(([chinese, english, , detail], index) => {
    const x = LEFT + index * (width + gap);
    flow.surface.line(x, flow.y, x + width, flow.y, INK, 0.8);
    drawLabel(flow.surface, x, flow.y + 12, chinese, english);
    nameLines[index]!.forEach((line, number) => {
      flow.surface.text(line, x, flow.y + 25 + 11.5 * number, NAME);
    });
    const detailStyle: TextStyle = { ...SMALL, sizePt: 7 };
    const fitted = cutText(flow.surface, detail, detailStyle, width);
    flow.surface.text(fitted, x, flow.y + 25 + 11.5 * depth, detailStyle);
  });
  flow.y += 30 + 11.5 * depth;
}

/** The contracts in force, each with its version, run on; a long list ends in how many there are. */
function drawContracts(flow: Flow, document: StatementDocument): void {
  const { surface } = flow;
  drawLabel(surface, LEFT, flow.y + 10, '适用合同', 'Contracts');
  const x = LEFT + 76;
  const names = document.contracts.map(({ no, versionNo, title }) => `${no} v${versionNo} ${title}`);
  const lines = joinNames(surface, names, RIGHT - x);
  const shown = lines.slice(0, CONTRACT_LINES);
  if (shown.length < lines.length) shown.push(`…… 共 ${names.length} 份合同`);
  shown.forEach((line, index) => {
    surface.text(cutText(surface, line, BODY, RIGHT - x), x, flow.y + 10 + 11 * index, BODY);
  });
  flow.y += 8 + 11 * shown.length;
}

const CONTRACT_LINES = 6;

function joinNames(surface: Surface, names: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = names[0] ?? '无';
  for (const name of names.slice(1)) {
    const longer = `${line}；${name}`;
    if (surface.widthOf(longer, BODY) <= width) {
      line = longer;
    } else {
      lines.push(`${line}；`);
      line = name;
    }
  }
  return [...lines, line];
}

function drawLabel(surface: Surface, x: number, baseline: number, chinese: string, english: string): void {
  const style: TextStyle = { ...SMALL, sizePt: 7, color: GREY };
  surface.text(chinese, x, baseline, style);
  surface.text(english, x + surface.widthOf(chinese, style) + 4, baseline, { ...style, sizePt: 6 });
}
