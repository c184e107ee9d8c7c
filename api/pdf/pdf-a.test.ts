import { describe, expect, test } from 'vitest';
import { findPdfAFaults } from './check-pdf-a.testing.ts';
import { createPlainFonts } from './fonts.ts';
import { createPageWriter } from './page-writer.ts';
import { seePdf } from './pdfjs.testing.ts';
import { readPages, readRows } from './read-pdf.testing.ts';
import { BODY, STRONG } from './sheet-style.ts';
import { writePdf } from './write-pdf.ts';

const fonts = createPlainFonts();
const ABOUT = {
  title: '付款通知单 <A&B>',
  author: '杭州明播 "文化"',
  subject: '2026-05\u0001 𠮷野家',
  creator: 'FairCast test 1',
  issuedOn: '2026-05-31',
  contentSha256: '0123456789abcdef'.repeat(4),
};
const CSV = {
  name: '明细 ST-1.csv',
  description: '结算单明细',
  mimeType: 'text/csv',
  relationship: 'Data',
  bytes: Buffer.from('\ufeff商品,金额\r\n面膜,1.00\r\n'),
} as const;

function drawn() {
  const writer = createPageWriter(fonts);
  writer.addPage();
  writer.text('吉 (a\\b) 𠮷野家 Ångström', 40, 40, BODY);
  writer.text('𠮷', 40, 60, STRONG);
  writer.fillBox(40, 80, 20, 20, '#24506b');
  writer.line(40, 120, 80, 120, '#a3302b', 0.5);
  writer.addPage();
  writer.text('第二页', 300, 40, BODY, 'centre');
  return writer;
}
const pdf = writePdf(ABOUT, drawn(), [CSV, { ...CSV, name: 'a.csv', relationship: 'Supplement' }]);

describe('a PDF of ours', () => {
  test('has none of the faults that keep a file from being PDF/A-3b', () => {
    expect(findPdfAFaults(pdf)).toEqual([]);
    expect(findPdfAFaults(writePdf(ABOUT, drawn()))).toEqual([]);
  });

  test('is read by a reader that is not ours, with its texts, facts and files', async () => {
    const seen = await seePdf(pdf);
    const texts = (await seen.texts()).map((page) => page.map(({ text }) => text).join(''));
    expect(texts).toEqual([expect.stringContaining('吉 (a\\b) 𠮷野家 Ångström'), '第二页']);
    const { info, xmp } = await seen.metadata();
    expect(info).toMatchObject({ Title: ABOUT.title, Author: ABOUT.author, Subject: '2026-05\ufffd 𠮷野家' });
    expect(xmp.get('dc:title')).toBe(ABOUT.title);
    expect([xmp.get('pdfaid:part'), xmp.get('pdfaid:conformance')]).toEqual(['3', 'B']);
    const files = await seen.attachments();
    expect(files.map(({ filename }) => filename)).toEqual(['a.csv', CSV.name]);
    for (const { content } of files) expect(content.equals(CSV.bytes)).toBe(true);
  });

  test('has the same bytes each time, and an identifier that follows from what it says', () => {
    const idOf = (file: Buffer): string => /\/ID \[(.*?)\]/.exec(file.toString('latin1'))![1]!;
    const again = writePdf(ABOUT, drawn(), [{ ...CSV, name: 'a.csv', relationship: 'Supplement' }, CSV]);
    expect(again.equals(pdf)).toBe(true);
    expect(idOf(pdf)).toContain('<0123456789abcdef0123456789abcdef>');
    const otherTemplate = idOf(writePdf({ ...ABOUT, creator: 'FairCast test 2' }, drawn()));
    expect(otherTemplate.split(' ')[0]).toBe(idOf(pdf).split(' ')[0]);
    expect(otherTemplate).not.toBe(idOf(pdf));
  });

  test('says that it needs the hash of what it says, and its day', () => {
    expect(() => writePdf({ ...ABOUT, contentSha256: 'x' }, drawn())).toThrow('contentSha256');
    expect(() => writePdf({ ...ABOUT, issuedOn: 'May' }, drawn())).toThrow(RangeError);
  });
});

/** Each a change in place that keeps the file's length, so that the one check alone can find it. */
const spoilings: [clause: string, from: string, to: string][] = [
  ['6.1.2', '%\xe6\x98\x8e\xe6\x92\xad', '%FairCa'],
  ['6.1.3', '/ID [<0', '/Id [<0'],
  ['6.2.2', '/Resources', '/Ressource'],
  ['6.2.3', '/GTS_PDFA1', '/GTS_PDFX1'],
  ['6.2.11.3.2', '/CIDToGIDMap /Identity', '/CIDToGIDMaq /Identity'],
  ['6.2.11.4.1', '/FontFile2', '/FontFile9'],
  ['6.2.11.5', '/W [0 [1000 ', '/W [0 [1009 '],
  ['6.2.11.7', '/ToUnicode', '/ToUnicodd'],
  ['6.5', '/Lang (zh-CN)', '/AA   (zh-CN)'],
  ['6.6.2.1', '/Pages 2 0 R /Metadata', '/Pages 2 0 R /Metadatb'],
  ['6.6.2.2', '<dc:format>', '<dc:formaT>'],
  ['6.6.3', 'FairCast test 1</xmp', 'FairCast test 2</xmp'],
  ['6.6.4', '<pdfaid:part>3', '<pdfaid:part>2'],
  ['6.8', '/AFRelationship', '/AGRelationship'],
  ['6.8', '/CheckSum <', '/CheckSun <'],
  ['6.8', '/AF [', '/AG ['],
];

test.each(spoilings)('the check finds a file spoilt against %s', (clause, from, to) => {
  const text = pdf.toString('latin1');
  expect(text).toContain(from);
  const spoilt = Buffer.from(text.replace(from, to), 'latin1');
  expect(spoilt.length).toBe(pdf.length);
  expect(findPdfAFaults(spoilt).join('\n')).toContain(clause);
});

test('the text stands in its rows', () => {
  expect(readPages(pdf).map(readRows)).toEqual([['吉 (a\\b) 𠮷野家 Ångström', '𠮷'], ['第二页']]);
});
