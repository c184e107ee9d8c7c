import { describe, expect, test } from 'vitest';
import { bps, type Fen, fen, formatRate, formatYuan } from '../../domain/money.ts';
import type { StatementDocument } from '../../domain/statement.ts';
import { findPdfAFaults } from '../../pdf/check-pdf-a.testing.ts';
import { contentHash, verificationCode } from '../../pdf/content-hash.ts';
import { createGlyphCache } from '../../pdf/glyph-cache.ts';
import { missingGlyphs } from '../../pdf/missing-glyphs.ts';
import { readPages, readRows } from '../../pdf/read-pdf.testing.ts';
import { renderStatement, statementFonts } from './render-statement.ts';
import { sampleStatement } from './sample-statement.ts';

const fonts = statementFonts();
const pagesOf = (document: StatementDocument) => readPages(renderStatement(document, fonts).pdf);
const rowsOf = (document: StatementDocument) => pagesOf(document).map(readRows);
const threePages = sampleStatement(2, { rows: 70, reversals: 12, openingFen: -123_456 });

describe('the same document', () => {
  test('gives the same bytes whatever was drawn before', () => {
    const first = renderStatement(threePages, fonts).pdf;
    renderStatement(sampleStatement(9, { rows: 20, reversals: 2, openingFen: 0 }), fonts);
    const fresh = {
      regular: createGlyphCache(fonts.regular.source, textOfBase('regular')),
      medium: createGlyphCache(fonts.medium.source, textOfBase('medium')),
    };
    expect(renderStatement(structuredClone(threePages), fonts).pdf.equals(first)).toBe(true);
    expect(renderStatement(threePages, fresh).pdf.equals(first)).toBe(true);
  });

  test('bears the day of issue, not of drawing', () => {
    const pdf = renderStatement(threePages, fonts).pdf.toString('latin1');
    expect(pdf.match(/D:\d{14}Z/g)).toEqual(Array(3).fill('D:20260605040000Z'));
  });
});

const textOfBase = (weight: 'regular' | 'medium'): string =>
  fonts[weight].base.glyphs
    .slice(1)
    .map((glyph) => String.fromCodePoint(glyph.codePoint))
    .join('');

describe('everything the document says can be read out of the PDF', () => {
  test('each product line in full, on one row', () => {
    const rows = new Set(rowsOf(threePages).flat());
    for (const product of threePages.streams.flatMap((stream) => stream.products)) {
      const figures = [product.salesFen, product.baseFen].map(formatYuan).join(' | ');
      const row = `${product.name} | ${product.orderLines} | ${product.quantity} | ${figures} | ${formatRate(product.rateBps!)} | ${formatYuan(product.amountFen)} | ${product.clause}`;
      expect(rows).toContain(row);
    }
  });

  test('every amount of summary and subtotals, parties and contracts', () => {
    const text = rowsOf(threePages).flat().join('\n');
    for (const stream of threePages.streams) {
      expect(text).toContain(stream.title!);
      expect(text).toContain(formatYuan(stream.amountFen));
    }
    for (const [field, value] of Object.entries(threePages.summary))
      expect(text, field).toContain(field === 'orderLines' ? value.toLocaleString('en') : formatYuan(value));
    const { agency, anchor, contracts } = threePages;
    for (const said of [agency.name, agency.creditCode, ...Object.values(anchor), contracts[0]!.title])
      expect(text).toContain(said!);
  });

  test('characters that share a picture, and those that end a string, come back as written', () => {
    const document = sampleStatement(3, { rows: 1, reversals: 0, openingFen: 0 });
    document.streams[0]!.products[0]!.name = '⼀一\u00a0 (a\\b) ‑-';
    expect(rowsOf(document).flat().join('\n')).toContain('⼀一\u00a0 (a\\b) ‑-');
  });

  test('every code of the subset is text, also those with bytes that end a string', () => {
    const document = sampleStatement(3, { rows: 300, reversals: 0, openingFen: 0 });
    document.streams[0]!.products.forEach((product, index) => {
      const from = 0x4e00 + index * 100;
      product.name = Array.from({ length: 20 }, (_, step) => String.fromCodePoint(from + step)).join('');
    });
    const text = pagesOf(document)
      .flat()
      .map((placed) => placed.text)
      .join('');
    for (const product of document.streams[0]!.products) expect(text).toContain(product.name.slice(0, 8));
    expect(text).not.toContain('<no text');
  });
});

describe('a negative line', () => {
  test('stands with the order, line, month and reason it takes back', () => {
    const rows = rowsOf(threePages).flat();
    for (const reversal of threePages.reversals) {
      const row = rows.find((each) => each.includes(reversal.orderNo))!;
      const reason = reversal.reason === 'refund' ? '退款' : '阶梯调整';
      expect(row).toContain(`订单 ${reversal.orderNo} 行 ${reversal.lineNo}`);
      expect(row).toContain(`${reversal.settledIn} 结算 | ${reason}`);
      expect(row).toContain(formatYuan(reversal.amountFen));
    }
  });

  test('whose sale no file names says that there is none', () => {
    const document = sampleStatement(5, { rows: 1, reversals: 1, openingFen: 0 });
    const [reversal] = document.reversals;
    Object.assign(reversal!, { settledIn: null, reason: 'unlinked' });
    const text = rowsOf(document).flat().join('\n');
    expect(text).toContain(`行 ${reversal!.lineNo} | ${reversal!.product} | — | 无原单退款 | `);
    expect(text).toContain('“无原单退款”在平台文件中没有对应的销售');
  });

  test('of a whole month is carried forward in words, and nothing is payable', () => {
    const document = sampleStatement(5, { rows: 1, reversals: 2, openingFen: -99_999_999 });
    const text = rowsOf(document).flat().join('\n');
    const carried = formatYuan(document.summary.carriedFen);
    expect(text).toContain('应付 Payable | 0.00');
    expect(text.replaceAll(/\n|\d\. \| /g, '')).toContain(carried);
    expect(text).toContain('2026-06');
    expect(text).toContain('结转下期（本期不付款）');
  });
});

describe('pages', () => {
  test('each carries its number of how many, the statement’s number, hash and code; the last the whole hash', () => {
    const hash = contentHash(threePages);
    const pages = rowsOf(threePages);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((rows, index) => {
      const foot = rows.at(-1)!;
      expect(foot).toContain(threePages.no);
      expect(foot).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`);
      expect(foot).toContain(hash.slice(0, 16));
      expect(foot).toContain(verificationCode(threePages.no, hash));
    });
    expect(pages.at(-1)!.join('\n')).toContain(hash);
  });

  test('a thousand rows repeat the head on every page and leave no stream’s name alone at its foot', () => {
    const document = sampleStatement(4, { rows: 1000, reversals: 150, openingFen: 0 });
    const titles = new Set(document.streams.map((stream) => stream.title!));
    const pages = rowsOf(document);
    expect(pages.length).toBeGreaterThan(25);
    for (const rows of pages) {
      const heads = rows.filter((row) => /^(商品|冲销对象) \| /.test(row));
      if (rows.some((row) => row.includes(' | MCN-2026-003'))) expect(heads.length).toBeGreaterThan(0);
      const last = rows.at(-2)!;
      expect(titles.has(last.split(' | ')[0]!.replace('（续）', ''))).toBe(false);
      expect(last).not.toMatch(/^Product|^Reverses/);
    }
    const names = document.streams.flatMap((stream) => stream.products.map((product) => product.name));
    const printed = pages
      .flat()
      .filter((row) => /% \| /.test(row))
      .map((row) => row.split(' | ')[0]);
    expect(printed).toEqual(names);
  });

  test('without a single line it says so on one page', () => {
    const [rows, ...more] = rowsOf(sampleStatement(6, { rows: 0, reversals: 0, openingFen: 0 }));
    expect(more).toEqual([]);
    expect(rows!.join('\n')).toContain('本期无结算明细。');
    expect(rows!.join('\n')).toContain('本期无冲销。');
  });
});

test('texts never overlap nor leave the page, however long the names and great the amounts', () => {
  const document = extremeStatement();
  for (const page of pagesOf(document)) {
    for (const row of Map.groupBy(page, ({ y }) => y).values()) {
      row.sort((a, b) => a.x - b.x);
      row.forEach((placed, index) => {
        const rightNeighbour = row[index + 1]?.x ?? 553.5;
        expect(placed.x + placed.width, `${placed.text} at ${placed.x}`).toBeLessThanOrEqual(
          rightNeighbour + 0.05,
        );
        expect(placed.x).toBeGreaterThan(41);
      });
    }
  }
});

test('an amount is made smaller rather than cut', () => {
  const document = extremeStatement();
  const text = rowsOf(document).flat().join('\n');
  expect(text).toContain(formatYuan(document.summary.earnedFen));
  expect(text).toContain('长…');
});

function extremeStatement(): StatementDocument {
  const document = sampleStatement(8, { rows: 30, reversals: 6, openingFen: 0 });
  const long = '长'.repeat(200);
  const great = fen(9_007_199_254_740_991);
  document.no = `FC-${'9'.repeat(60)}`;
  document.agency = { name: long, creditCode: 'X'.repeat(80) };
  document.anchor = { name: long, realName: long, payee: long, accountTail: '9'.repeat(90) };
  document.contracts = Array.from({ length: 40 }, (_, index) => ({
    no: `MCN-${index}`,
    title: long,
    versionNo: 1,
  }));
  for (const stream of document.streams) {
    stream.title = long;
    stream.amountFen = fen(0);
    for (const product of stream.products) {
      Object.assign(product, { name: long, clause: 'W'.repeat(90), amountFen: fen(0), salesFen: fen(0) });
      Object.assign(product, { baseFen: fen(0), orderLines: 99_999_999, quantity: 99_999_999 });
      product.rateBps = bps(123_456_789);
    }
  }
  const first = document.streams[0]!;
  first.products[0]!.amountFen = great;
  first.products[0]!.salesFen = great;
  first.amountFen = great;
  for (const reversal of document.reversals) {
    Object.assign(reversal, {
      orderNo: '9'.repeat(64),
      lineNo: '9'.repeat(20),
      product: long,
      amountFen: fen(0),
    });
    reversal.clause = long;
  }
  const { summary } = document;
  Object.assign(summary, { earnedFen: great, reversedFen: fen(0), closingFen: great, payableFen: great });
  Object.assign(summary, { salesFen: great, baseFen: fen(-great) });
  return document;
}

describe('a rare character', () => {
  const document = sampleStatement(1, { rows: 2, reversals: 1, openingFen: 0 });
  document.anchor.name = '𠮷野家🎉𠮷';
  document.anchor.realName = '𠮷田';
  document.streams[0]!.products[0]!.name = '𠮷祥如意'.repeat(8);
  document.streams[0]!.products[1]!.name = '第一行\n第二行\t\ud800';

  test('is drawn with the other font; one no font has is reported with its place and written out, never boxed', () => {
    const { pdf, missing } = renderStatement(document, fonts);
    expect(missing).toEqual([
      { path: 'anchor.name', text: '𠮷野家🎉𠮷', characters: ['[U+1F389]'] },
      { path: 'streams.0.products.1.name', text: '第一行\n第二行\t\ud800', characters: ['[U+D800]'] },
    ]);
    expect(missingGlyphs(document, fonts.regular)).toEqual(missing);
    const text = readPages(pdf).flatMap(readRows).join('\n');
    expect(text).toContain('𠮷野家[U+1F389]𠮷');
    expect(text).toContain('姓名 𠮷田');
    expect(text).toContain('第一行 第二行 [U+D800]');
    expect(findPdfAFaults(pdf)).toEqual([]);
  });

  test('is as wide as it is drawn, so that a text with it wraps in its column', () => {
    const name = readPages(renderStatement(document, fonts).pdf)
      .flat()
      .filter(({ text }) => /^[𠮷祥如意…]+$/u.test(text));
    expect(name.map(({ text }) => text).join('')).toMatch(/^(𠮷祥如意)+.*…$/u);
    expect(name.length).toBe(2);
    for (const { x, width } of name) expect(x + width).toBeLessThan(46 + 126);
  });

  test('does not change what is hashed', () => {
    expect(rowsOf(document).flat().join('\n')).toContain(contentHash(document));
  });

  test('is not claimed of names the font can write', () => {
    document.streams[0]!.products[1]!.name = '龘喆堃镕㐂〇 Ångström';
    document.anchor.name = '旸䶮';
    expect(missingGlyphs(document, fonts.regular)).toEqual([]);
  });
});

describe('totals that contradict the lines', () => {
  const broken: [field: string, (document: StatementDocument) => void][] = [
    ['summary.earnedFen', ({ summary }) => spoil(summary, 'earnedFen')],
    ['summary.reversedFen', ({ summary }) => spoil(summary, 'reversedFen')],
    ['summary.closingFen', ({ summary }) => spoil(summary, 'closingFen')],
    ['summary.payableFen', ({ summary }) => spoil(summary, 'payableFen')],
    ['summary.carriedFen', ({ summary }) => spoil(summary, 'carriedFen')],
    ['streams.0.amountFen', ({ streams }) => spoil(streams[0]!, 'amountFen')],
  ];
  test.each(broken)('are refused: %s', (field, breakIt) => {
    const document = sampleStatement(1, { rows: 5, reversals: 2, openingFen: 0 });
    breakIt(document);
    expect(() => renderStatement(document, fonts)).toThrow(`statement ${document.no}: ${field} says`);
  });
});

function spoil<Key extends string>(record: Record<Key, Fen>, key: Key): void {
  record[key] = fen(record[key] + 1);
}
