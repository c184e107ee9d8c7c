import { writeFileSync } from 'node:fs';
import { buildZip } from '../../documents/docx/build-docx.testing.ts';

/** The three contracts of the guide: fair, hard, atrocious; each as text and as a Word file made of it. */
export const GUIDE_CONTRACTS = ['fair', 'hard', 'atrocious'] as const;

export const guideContract = (name: string, extension: 'md' | 'docx'): URL =>
  new URL(`../../../docs/guide/contracts/${name}.${extension}`, import.meta.url);

export function writeGuideContract(name: string, markdown: string): void {
  writeFileSync(guideContract(name, 'docx'), contractDocx(markdown));
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** How Word numbers a contract: which mark a line of text bears, and the list level that prints it. */
interface Numbering {
  marks: RegExp[];
  levels: { format: string; text: string; isLegal?: boolean }[];
}

const BY_ARTICLE: Numbering = {
  marks: [/^## 第[一二三四五六七八九十]+条 /, /^\d+\.\d+ /],
  levels: [
    { format: 'chineseCounting', text: '第%1条' },
    { format: 'decimal', text: '%1.%2', isLegal: true },
  ],
};
const BY_ARTICLE_AND_ITEM: Numbering = {
  marks: [/^## 第[一二三四五六七八九十]+条 /, /^\d+\. /],
  levels: [
    { format: 'chineseCounting', text: '第%1条' },
    { format: 'decimal', text: '%2.' },
  ],
};
const BY_CHINESE_NUMBER: Numbering = {
  marks: [/^## [一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+\. /],
  levels: [
    { format: 'chineseCounting', text: '%1、' },
    { format: 'chineseCounting', text: '（%2）' },
    { format: 'decimal', text: '%3.' },
  ],
};

/** A Word file whose clause numbers are Word's own lists, as a lawyer would have typed it; same text, same bytes. */
export function contractDocx(markdown: string): Buffer {
  const numbering = /^\d+\.\d+ /m.test(markdown)
    ? BY_ARTICLE
    : /^（一）/m.test(markdown)
      ? BY_CHINESE_NUMBER
      : BY_ARTICLE_AND_ITEM;
  const document = `<w:body>${bodyOf(markdown, numbering)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const part = (root: string, inside: string) =>
    `${DECLARATION}<w:${root} xmlns:w="${MAIN}">${inside}</w:${root}>`;
  return buildZip([
    { name: '[Content_Types].xml', content: contentTypes() },
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'word/document.xml')) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations(relation('r1', 'numbering', 'numbering.xml')),
    },
    { name: 'word/document.xml', content: part('document', document) },
    { name: 'word/numbering.xml', content: part('numbering', numberingOf(numbering)) },
  ]);
}

function contentTypes(): string {
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${defaults}${override('document', 'document.main')}${override('numbering', 'numbering')}</Types>`;
}

function numberingOf({ levels }: Numbering): string {
  const printed = levels.map(
    ({ format, text, isLegal }, at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${isLegal ? '<w:isLgl/>' : ''}<w:suff w:val="space"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${printed.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
}

function bodyOf(markdown: string, numbering: Numbering): string {
  const blocks = markdown.split(/\n{2,}/).map((block) => block.trim());
  return blocks
    .filter((block) => block !== '')
    .map((block) =>
      block.startsWith('|')
        ? tableOf(block)
        : block
            .split('\n')
            .map((line) => paragraphOf(line, numbering))
            .join(''),
    )
    .join('');
}

function paragraphOf(line: string, { marks }: Numbering): string {
  const level = marks.findIndex((mark) => mark.test(line));
  const isTitle = line.startsWith('# ');
  const text = level >= 0 ? line.replace(marks[level]!, '') : line.replace(/^#+ /, '');
  const list = level >= 0 ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>` : '';
  const isBold = isTitle || line.startsWith('## ');
  const bold = isBold ? `<w:b/><w:sz w:val="${isTitle ? 36 : 24}"/>` : '<w:sz w:val="21"/>';
  return `<w:p><w:pPr>${list}<w:spacing w:after="120"/>${isTitle ? '<w:jc w:val="center"/>' : ''}</w:pPr>${runOf(text, bold)}</w:p>`;
}

function tableOf(block: string): string {
  const rows = block.split('\n').filter((row) => !/^\|[\s|-]+\|$/.test(row));
  const cells = (row: string) =>
    row
      .slice(1, -1)
      .split('|')
      .map(
        (cell) =>
          `<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/></w:tcPr><w:p>${runOf(cell.trim(), '')}</w:p></w:tc>`,
      );
  const grid = '<w:gridCol w:w="2800"/>'.repeat(cells(rows[0]!).length);
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const runOf = (text: string, properties: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
