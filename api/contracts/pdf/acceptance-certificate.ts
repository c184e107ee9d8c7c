import type { Seal } from '../../pdf/letterhead.ts';
import {
  ACCENT,
  createFlow,
  type Flow,
  HAIRLINE,
  INK,
  LEFT,
  RIGHT,
  SMALL,
  TINT,
  WIDTH,
} from '../../pdf/sheet-style.ts';
import {
  BODY_TEXT,
  type ContractPaper,
  drawPaperHead,
  drawRunningHead,
  LABEL_TEXT,
  type RenderedPaper,
  renderPaper,
  STRONG_TEXT,
  say,
} from './contract-sheet.ts';
import { breakLines, type Column, drawLabelled, drawLines } from './paragraph.ts';
import { CERTIFICATE_TITLES } from './report-words.ts';

const TEMPLATE_VERSION = 2;

/** What was agreed to, by whom, when, from where, and the words shown. Times are China's, `2026-06-05 14:30:12`. */
export interface AcceptanceCertificate extends ContractPaper {
  anchor: { name: string; realName: string | null };
  effectiveFrom: string;
  textSha256: string;
  termsSha256: string;
  acceptances: CertifiedAcceptance[];
  /** Of an anchor of 16 or 17. */
  guardian: {
    name: string;
    relation: string;
    recordedAt: string;
    confirmedBy: string | null;
    confirmedAt: string | null;
  } | null;
}

export interface CertifiedAcceptance {
  side: 'anchor' | 'agency';
  method: 'portal' | 'paper';
  signerName: string;
  /** The account that agreed, or who recorded the paper. */
  accountName: string | null;
  acceptedAt: string;
  /** Day on the signed paper. */
  signedOn: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  /** The lines shown, as they stood. */
  statement: string[];
  statementSha256: string;
}

/** The certificate: the same facts give the same bytes, and its hash covers everything it says. */
export function renderAcceptanceCertificate(certificate: AcceptanceCertificate): RenderedPaper {
  const description = {
    title: say(certificate.lang, CERTIFICATE_TITLES.zh, CERTIFICATE_TITLES.en),
    creator: `FairCast acceptance certificate ${TEMPLATE_VERSION}`,
  };
  return renderPaper(certificate, description, (surface, drawable, seal) => {
    const flow = createFlow(surface, (page) => drawRunningHead(page, drawable, CERTIFICATE_TITLES));
    flow.y = drawPaperHead(surface, drawable, CERTIFICATE_TITLES);
    drawSubject(flow, drawable);
    for (const acceptance of drawable.acceptances) drawAcceptance(flow, drawable, acceptance);
    drawGuardian(flow, drawable);
    drawClose(flow, drawable, seal);
  });
}

const LABEL_WIDTH = 92;
const VALUE: Column = { x: LEFT + LABEL_WIDTH, width: WIDTH - LABEL_WIDTH, style: BODY_TEXT, lineHeight: 12 };

function drawRows(flow: Flow, rows: readonly (readonly [label: string, value: string | null])[]): void {
  for (const [label, value] of rows) {
    if (value === null) continue;
    drawLabelled(flow, { text: label, x: LEFT, style: LABEL_TEXT }, [value], VALUE);
    flow.surface.line(LEFT, flow.y - 2.5, RIGHT, flow.y - 2.5, HAIRLINE, 0.4);
    flow.y -= 0.5;
  }
}

function drawSubject(flow: Flow, { lang, agency, anchor, contract, ...facts }: AcceptanceCertificate): void {
  flow.surface.line(LEFT, flow.y, RIGHT, flow.y, INK, 0.8);
  flow.y += 6;
  const realName = anchor.realName === null ? '' : `（${anchor.realName}）`;
  drawRows(flow, [
    [say(lang, '合同', 'Contract'), `${contract.title}（${contract.no}，v${contract.versionNo}）`],
    [say(lang, '适用自', 'In force from'), facts.effectiveFrom],
    [say(lang, '机构', 'Agency'), agency.name],
    [say(lang, '统一社会信用代码', 'Credit code'), agency.creditCode],
    [say(lang, '主播', 'Anchor'), `${anchor.name}${realName}`],
    [say(lang, '文本 SHA-256', 'SHA-256 of the text'), facts.textSha256],
    [say(lang, '分成条款 SHA-256', 'SHA-256 of terms'), facts.termsSha256],
  ]);
}

function drawAcceptance(flow: Flow, { lang }: AcceptanceCertificate, acceptance: CertifiedAcceptance): void {
  const column: Column = { x: LEFT + 14, width: WIDTH - 26, style: BODY_TEXT, lineHeight: 13 };
  const lines = acceptance.statement.flatMap((line) =>
    breakLines(flow.surface, line, BODY_TEXT, column.width),
  );
  flow.makeRoom(60 + Math.min(lines.length, 6) * 13);
  flow.y += 8;
  const side =
    acceptance.side === 'anchor' ? say(lang, '主播确认', 'The anchor') : say(lang, '机构确认', 'The agency');
  flow.surface.text(side, LEFT, flow.y + 10, { ...STRONG_TEXT, sizePt: 11 });
  flow.y += 17;
  const behind = (top: number, height: number): void => {
    flow.surface.fillBox(LEFT, top, WIDTH, height, TINT);
    flow.surface.fillBox(LEFT, top, 2.5, height, ACCENT);
  };
  behind(flow.y, 5);
  flow.y += 5;
  drawLines(flow, lines, column, behind);
  behind(flow.y, 5);
  flow.y += 9;
  const method =
    acceptance.method === 'portal'
      ? say(lang, '在线确认', 'in the portal')
      : say(lang, '纸质签署，由机构登记', 'signed on paper, recorded by the agency');
  drawRows(flow, [
    [say(lang, '确认人', 'Signed by'), acceptance.signerName],
    [say(lang, '方式', 'How'), method],
    [say(lang, '登录账号', 'Account'), acceptance.accountName],
    [say(lang, '时间（北京时间）', 'Time (Beijing)'), acceptance.acceptedAt],
    [say(lang, '签署日期', 'Day on the paper'), acceptance.signedOn],
    [say(lang, 'IP 地址', 'IP address'), acceptance.ipAddress],
    [say(lang, '浏览器标识', 'User agent'), acceptance.userAgent],
    [say(lang, '声明 SHA-256', 'SHA-256, statement'), acceptance.statementSha256],
  ]);
}

function drawGuardian(flow: Flow, { lang, guardian }: AcceptanceCertificate): void {
  if (!guardian) return;
  flow.makeRoom(90);
  flow.y += 8;
  const heading = say(lang, '监护人同意', 'Consent of the guardian');
  flow.surface.text(heading, LEFT, flow.y + 10, { ...STRONG_TEXT, sizePt: 11 });
  flow.y += 18;
  const confirmed =
    guardian.confirmedBy === null
      ? say(lang, '尚未由合规确认', 'not yet confirmed by compliance')
      : `${guardian.confirmedBy}　${guardian.confirmedAt ?? ''}`;
  drawRows(flow, [
    [say(lang, '监护人', 'Guardian'), `${guardian.name}（${guardian.relation}）`],
    [say(lang, '登记时间', 'Recorded'), guardian.recordedAt],
    [say(lang, '合规确认', 'Compliance'), confirmed],
  ]);
}

function drawClose(flow: Flow, { lang }: AcceptanceCertificate, seal: Seal): void {
  const note = say(
    lang,
    '本证书记录确认时系统所存的事实。核对方法：对合同文本计算 SHA-256，应与上列一致；FairCast 中同一编号的内容校验值，应与下方一致。',
    'This certificate records the facts kept when the contract was agreed to. To check it: the text of the contract has the SHA-256 above; the content hash below is the one FairCast shows under the same number.',
  );
  const lines = breakLines(flow.surface, note, LABEL_TEXT, WIDTH);
  flow.makeRoom(lines.length * 11.5 + 34);
  flow.y += 8;
  drawLines(flow, lines, { x: LEFT, width: WIDTH, style: LABEL_TEXT, lineHeight: 11.5 });
  flow.y += 4;
  flow.surface.line(LEFT, flow.y, RIGHT, flow.y, HAIRLINE, 0.6);
  flow.surface.text(`${say(lang, '内容校验', 'Content')} SHA-256　${seal.hash}`, LEFT, flow.y + 12, SMALL);
  flow.y += 20;
}
