import type { CertificateFacts } from '../../db/queries/tax-report.ts';
import { type Fen, fen } from '../domain/money.ts';
import type { RegimeName } from '../domain/tax/regime.ts';
import { REGIMES } from '../domain/tax/withhold.ts';
import { contentHash } from '../pdf/content-hash.ts';
import { createPlainFonts } from '../pdf/fonts.ts';
import { drawFooters, drawLetterhead, type PaperLang, type Seal } from '../pdf/letterhead.ts';
import { makeDrawable } from '../pdf/missing-glyphs.ts';
import { createPageWriter, type PdfFonts } from '../pdf/page-writer.ts';
import { createFlow, type Flow, LEFT, RULE, SMALL, STRONG, WIDTH } from '../pdf/sheet-style.ts';
import { type Column, drawTableHead, moneyCell, prepareRow } from '../pdf/table.ts';
import { wrapText } from '../pdf/text-fit.ts';
import { writePdf } from '../pdf/write-pdf.ts';

const TEMPLATE_VERSION = 2;

/** One year of what an anchor obtained and what was withheld of it; the PDF is a pure function of it. */
export interface TaxCertificate extends CertificateFacts {
  version: 1;
  no: string;
  year: number;
  lang: PaperLang;
  issuedOn: string;
}

let fonts: PdfFonts | undefined;

/** The certificate on A4: months with income, tax and the statement each is worked out on. */
export function renderTaxCertificate(certificate: TaxCertificate): Buffer {
  fonts ??= createPlainFonts();
  const hash = contentHash(certificate);
  const seal = { hash };
  const { drawable } = makeDrawable(certificate, fonts.regular);
  const writer = createPageWriter(fonts);
  writer.addPage();
  const flow = createFlow(writer, () => 60);
  const { lang, agency, no, year, issuedOn } = drawable;
  flow.y =
    drawLetterhead(writer, {
      lang,
      agency: agency.name,
      title: { zh: '年度收入与代扣税款证明', en: 'Certificate of income and tax withheld' },
      facts: [
        ['证明编号', 'No.', no],
        ['年度', 'Year', String(year)],
        ['出具日期', 'Date', issuedOn],
      ],
    }) + 12;
  drawPerson(flow, drawable);
  drawMonths(flow, drawable);
  drawNotes(flow, drawable, seal);
  drawFooters(writer, no, seal, lang);
  return writePdf(
    {
      title: `${year} 年度收入与代扣税款证明 ${no}`,
      author: agency.name,
      subject: `${year} ${drawable.anchorName}`,
      creator: `FairCast tax certificate ${TEMPLATE_VERSION}`,
      issuedOn,
      contentSha256: hash,
    },
    writer,
  );
}

const COLUMNS: readonly Column[] = [
  { chinese: '月份', english: 'Month', width: 60, align: 'left' },
  { chinese: '计税方式', english: 'Regime', width: WIDTH - 60 - 110 - 3 * 85, align: 'left' },
  { chinese: '结算单（含计算过程）', english: 'Statement with the working', width: 110, align: 'left' },
  { chinese: '收入', english: 'Income', width: 85, align: 'right' },
  { chinese: '代扣税款', english: 'Tax withheld', width: 85, align: 'right' },
  { chinese: '税后', english: 'After tax', width: 85, align: 'right' },
];

function drawPerson(flow: Flow, { anchorName, realName, agency, lang }: TaxCertificate): void {
  const person = realName === null ? anchorName : `${realName}（${anchorName}）`;
  const rows =
    lang === 'zh'
      ? [
          `纳税人：${person}`,
          `扣缴义务人：${agency.name}　统一社会信用代码：${agency.creditCode ?? '未登记'}`,
        ]
      : [`Taxpayer: ${person}`, `Withholding agent: ${agency.name}, credit code ${agency.creditCode ?? '–'}`];
  for (const row of rows) {
    flow.surface.text(row, LEFT, flow.y + 10, { ...STRONG, sizePt: 8.5 });
    flow.y += 15;
  }
  flow.y += 6;
}

function drawMonths(flow: Flow, { months, lang }: TaxCertificate): void {
  drawTableHead(flow, COLUMNS);
  for (const { month, regime, statementNo, grossFen, taxFen, netFen } of months)
    prepareRow(flow, COLUMNS, [
      { figure: month },
      { text: REGIMES[regime as RegimeName].title[lang] },
      { figure: statementNo ?? '–' },
      moneyCell(fen(grossFen)),
      moneyCell(fen(taxFen)),
      moneyCell(fen(netFen)),
    ]).draw();
  const sum = (of: 'grossFen' | 'taxFen' | 'netFen'): Fen =>
    fen(months.reduce((total, month) => total + month[of], 0));
  prepareRow(
    flow,
    COLUMNS,
    [
      { text: lang === 'zh' ? '合计' : 'Total', style: STRONG },
      { text: '' },
      { text: '' },
      moneyCell(sum('grossFen'), STRONG),
      moneyCell(sum('taxFen'), STRONG),
      moneyCell(sum('netFen'), STRONG),
    ],
    RULE,
  ).draw();
}

function drawNotes(flow: Flow, { lang }: TaxCertificate, seal: Seal): void {
  const notes =
    lang === 'zh'
      ? [
          '单位：人民币元。每月税款的完整计算过程见该月结算单。',
          '本证明按结算月份归集，由本机构出具，不替代税务机关的完税证明；以扣缴申报结果为准。',
          `内容校验 SHA-256：${seal.hash}`,
        ]
      : [
          'Amounts in CNY. The whole working of each month is on its statement.',
          'By months of settlement; issued by the agency, it does not replace the tax office’s own certificate.',
          `SHA-256 of the content: ${seal.hash}`,
        ];
  flow.y += 10;
  for (const note of notes)
    for (const line of wrapText(flow.surface, note, SMALL, WIDTH, 2)) {
      flow.surface.text(line, LEFT, flow.y + 8, { ...SMALL, sizePt: 7 });
      flow.y += 11;
    }
}
