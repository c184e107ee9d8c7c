import { sayDifference } from '../../domain/inspection/difference-words.ts';
import { formatYuan } from '../../domain/money.ts';
import type { PaperLang } from '../../pdf/letterhead.ts';
import type { PageWriter } from '../../pdf/page-writer.ts';
import { drawHeading, type Flow, LEFT, RIGHT, SMALL, WIDTH } from '../../pdf/sheet-style.ts';
import { type Column, drawTableHead, prepareRow, quietCell } from '../../pdf/table.ts';
import { chinaDay } from '../gather-letter.ts';
import { allPhotos } from '../pack/all-photos.ts';
import type { CasePack } from '../pack/gather-pack.ts';
import type { MarkedPhoto } from '../pack/mark-photo.ts';
import { type CasePaper, drawFactRow, type RenderedCasePaper, renderCasePaper, say } from './case-sheet.ts';

const TEMPLATE_VERSION = 2;

type PackPaper = CasePaper & Omit<CasePack, 'agency' | 'papers' | 'snapshots' | 'row'>;

/** The pack on paper: what happened, what was sealed, what came, what it comes to, and the hash of every piece. */
export function renderEvidencePack(
  pack: CasePack,
  photos: ReadonlyMap<number, MarkedPhoto>,
  lang: PaperLang,
): RenderedCasePaper {
  const { agency, row, papers: _, snapshots: _s, ...rest } = pack;
  const paper: PackPaper = {
    ...{ version: 1, lang, no: `${row.no}-E`, issuedOn: chinaDay(pack.asOf), agency },
    case: { no: row.no, title: row.title, productName: row.productName, batch: row.batch },
    ...rest,
  };
  const title = { zh: '案件证据包', en: 'Evidence Pack' };
  return renderCasePaper(
    paper,
    { title, creator: `FairCast evidence pack ${TEMPLATE_VERSION}` },
    (flow, drawable, _seal, writer) => {
      drawCase(flow, drawable);
      drawTimeline(flow, drawable);
      drawSealed(flow, drawable);
      drawDifferences(flow, drawable);
      drawPhotos(flow, writer, drawable, photos);
      drawCustody(flow, drawable);
      drawMoney(flow, drawable);
      drawEvidence(flow, drawable);
    },
  );
}

function drawCase(flow: Flow, { lang, case: about, parts, lines }: PackPaper): void {
  drawFactRow(flow, say(lang, '商品', 'Goods'), about.productName);
  drawFactRow(flow, say(lang, '事由', 'About'), about.title);
  if (about.batch !== null) drawFactRow(flow, say(lang, '批次', 'Batch'), about.batch);
  drawFactRow(flow, say(lang, '涉及订单行', 'Order lines'), String(lines.length));
  const { decision, answer } = parts;
  if (answer)
    drawFactRow(
      flow,
      say(lang, '品牌方答复', 'The brand says'),
      answer.kind === 'silence' ? say(lang, '逾期未答复', 'No answer in time') : answer.text,
    );
  if (decision)
    drawFactRow(
      flow,
      say(lang, '决定', 'Decision'),
      `${decision.outcome}${decision.bearer ? ` / ${decision.bearer}` : ''}: ${decision.reason} (${decision.decidedByName}, ${chinaTime(decision.decidedAt)})`,
    );
}

function drawTimeline(flow: Flow, { parts }: PackPaper): void {
  drawHeading(flow, '时间线', 'Timeline', 40);
  drawTable(
    flow,
    TIMELINE,
    parts.steps.map((one) => [
      chinaTime(one.at),
      one.step,
      `${one.fromStage} → ${one.toStage}`,
      one.actorName ?? '',
      one.reason ?? '',
    ]),
  );
}

function drawSealed(flow: Flow, { inspections, lang }: PackPaper): void {
  for (const { id, kind, seal, units, contentSha256, orderNo, platform, lotNo } of inspections) {
    drawHeading(flow, `抽检 #${id} 与封样`, `Inspection #${id} and the sealed sample`, 60);
    drawFactRow(
      flow,
      say(lang, '方式', 'Kind'),
      kind === 'mystery' ? `mystery ${platform} ${orderNo}` : `lot ${lotNo ?? ''}`,
    );
    drawFactRow(
      flow,
      say(lang, '封样', 'Seal'),
      `${seal.sealNumber}, ${seal.batch}, ${seal.sealedOn}, ${seal.sealedByName} / ${seal.witnessedByName ?? '—'}`,
    );
    drawFactRow(flow, say(lang, '封样校验值', 'Seal sha256'), seal.contentSha256 ?? '—');
    drawFactRow(
      flow,
      say(lang, '抽检校验值', 'Inspection sha256'),
      contentSha256 ?? say(lang, '未结束', 'not closed'),
    );
    const names = [
      ...new Set([seal.attributes, ...units.map((unit) => unit.attributes)].flatMap(Object.keys)),
    ];
    drawTable(
      flow,
      ATTRIBUTES,
      units.flatMap((unit) =>
        names.map((name) => [
          name,
          seal.attributes[name] ?? '—',
          `${unit.unitNo}`,
          unit.attributes[name] ?? '—',
        ]),
      ),
    );
  }
}

function drawDifferences(flow: Flow, { differences, parts, lang }: PackPaper): void {
  drawHeading(flow, '确认的不一致', 'Differences upheld', 40);
  drawTable(flow, DIFFERENCES, [
    ...differences.map((one) => [
      `#${one.inspectionId}-${one.unitNo}`,
      one.attribute ?? one.face ?? one.origin,
      one.sealed ?? '—',
      one.shipped ?? '—',
      `${one.criticality}: ${sayDifference(one)[lang]}`,
    ]),
    ...parts.evidence
      .filter((one) => one.difference !== null)
      .map((one) => [`E${one.id}`, one.title, '—', '—', one.difference!]),
  ]);
}

function drawPhotos(
  flow: Flow,
  writer: PageWriter,
  pack: PackPaper,
  marked: ReadonlyMap<number, MarkedPhoto>,
): void {
  const photos = allPhotos(pack).filter((photo) => marked.has(photo.photoId));
  if (photos.length === 0) return;
  drawHeading(flow, '照片', 'Photos', 200);
  for (const photo of photos) {
    const { jpeg, width, height } = marked.get(photo.photoId)!;
    const scale = Math.min(WIDTH / width, 300 / height, 0.6);
    flow.makeRoom(height * scale + 30);
    writer.image({ jpeg, width, height }, [LEFT, flow.y, width * scale, height * scale]);
    flow.y += height * scale + 10;
    flow.surface.text(`${photo.caption}　photo ${photo.photoId}　${photo.sha256}`, LEFT, flow.y, SMALL);
    flow.y += 14;
  }
}

function drawCustody(flow: Flow, { inspections }: PackPaper): void {
  const steps = inspections.flatMap((one) => one.custody);
  if (steps.length === 0) return;
  drawHeading(flow, '保管链', 'Chain of custody', 40);
  drawTable(
    flow,
    CUSTODY,
    steps.map((one) => [chinaTime(one.at), one.step, one.place, one.holder, one.note ?? '']),
  );
}

function drawMoney(flow: Flow, { holds, claim, lang }: PackPaper): void {
  drawHeading(flow, '资金', 'Money', 60);
  drawTable(
    flow,
    MONEY,
    holds.flatMap((hold) =>
      hold.parties.map((party) => [
        party.partyName,
        formatYuan(party.heldFen),
        formatYuan(party.releasedFen),
        formatYuan(party.clawedBackFen),
      ]),
    ),
  );
  flow.y += 6;
  const { fraud } = claim;
  drawFactRow(flow, say(lang, '佣金', 'Commission'), formatYuan(fraud.commissionFen));
  drawFactRow(flow, say(lang, '待退货款', 'Refunds due'), formatYuan(fraud.refundFen));
  drawFactRow(
    flow,
    say(lang, '可能的赔偿（估算）', 'Possible compensation'),
    `${formatYuan(fraud.compensation.totalFen)}　${fraud.compensation.law} ${fraud.compensation.article}`,
  );
}

function drawEvidence(flow: Flow, { parts, files }: PackPaper): void {
  drawHeading(flow, '证据及校验值', 'Evidence and hashes', 40);
  drawTableHead(flow, EVIDENCE);
  const names = new Map(files.map((file) => [file.evidenceId, file.fileName]));
  const rows = [
    ...parts.evidence.map((one) => [
      `E${one.id}`,
      names.get(one.id) ?? one.title,
      `${one.addedByName ?? ''} ${chinaTime(one.addedAt)}`,
      one.sha256,
    ]),
    ...parts.papers.map((one) => [
      one.no,
      one.kind,
      `${one.createdByName ?? ''} ${chinaTime(one.createdAt)}`,
      one.sha256,
    ]),
  ];
  for (const [no, title, who, hash] of rows) {
    const row = prepareRow(flow, EVIDENCE, [
      { text: no! },
      { text: title! },
      { text: who! },
      quietCell(hash!),
    ]);
    flow.makeRoom(row.height);
    row.draw();
  }
}

function drawTable(flow: Flow, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  drawTableHead(flow, columns);
  for (const texts of rows) {
    const row = prepareRow(
      flow,
      columns,
      texts.map((text) => ({ text })),
    );
    flow.makeRoom(row.height);
    row.draw();
  }
}

/** `2026-06-05 14:30` in China. */
const chinaTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const FULL = RIGHT - LEFT;
const columns = (...spec: [chinese: string, english: string, share: number][]): Column[] =>
  spec.map(([chinese, english, share]) => ({ chinese, english, width: FULL * share, align: 'left' }));
const TIMELINE = columns(
  ['时间', 'When', 0.18],
  ['步骤', 'Step', 0.16],
  ['阶段', 'Stage', 0.24],
  ['谁', 'Who', 0.14],
  ['事由', 'Why', 0.28],
);
const ATTRIBUTES = columns(
  ['项目', 'Item', 0.2],
  ['封样', 'Sealed', 0.35],
  ['件', 'Unit', 0.08],
  ['实物', 'Shipped', 0.37],
);
const DIFFERENCES = columns(
  ['出处', 'From', 0.12],
  ['项目', 'Item', 0.16],
  ['封样', 'Sealed', 0.2],
  ['实物', 'Shipped', 0.2],
  ['说明', 'In words', 0.32],
);
const CUSTODY = columns(
  ['时间', 'When', 0.2],
  ['步骤', 'Step', 0.14],
  ['地点', 'Place', 0.22],
  ['经手人', 'Holder', 0.14],
  ['备注', 'Note', 0.3],
);
const MONEY = columns(
  ['对象', 'Party', 0.34],
  ['冻结', 'Held', 0.22],
  ['退回', 'Released', 0.22],
  ['扣回', 'Taken', 0.22],
);
const EVIDENCE = columns(
  ['编号', 'No.', 0.14],
  ['名称', 'Title', 0.26],
  ['谁、何时', 'Who, when', 0.22],
  ['校验值', 'sha256', 0.38],
);
