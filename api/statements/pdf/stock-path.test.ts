import { expect, test } from 'vitest';
import { findPdfAFaults } from '../../pdf/check-pdf-a.testing.ts';
import { contentHash, verificationCode } from '../../pdf/content-hash.ts';
import { type Picture, seePdf } from '../../pdf/pdfjs.testing.ts';
import { drawStock } from '../../pdf/stock-pdf.testing.ts';
import { renderStatement, statementFonts } from './render-statement.ts';
import { sampleStatement } from './sample-statement.ts';
import { layOutStatement } from './statement-layout.ts';

const document = sampleStatement(1, { rows: 30, reversals: 4, openingFen: -12_345 });
const hash = contentHash(document);
const { pdf } = renderStatement(document, statementFonts());
const stock = await drawStock(
  (surface) => layOutStatement(surface, document, { hash, code: verificationCode(document.no, hash) }),
  { hasShaping: false },
);
const ours = await seePdf(pdf);
const theirs = await seePdf(stock);

test('our own writer says the same as pdfkit, in the same places', async () => {
  const [mine, other] = [(await ours.texts()).flat(), (await theirs.texts()).flat()];
  expect(mine.map(({ text }) => text)).toEqual(other.map(({ text }) => text));
  expect(mine.length).toBeGreaterThan(500);
  mine.forEach((text, index) => {
    for (const measure of ['x', 'y', 'width'] as const)
      expect(Math.abs(text[measure] - other[index]![measure]), text.text).toBeLessThan(0.00001);
  });
});

test('and its pages look the same, pixel by pixel', async () => {
  expect(ours.pageCount).toBe(theirs.pageCount);
  for (let page = 1; page <= ours.pageCount; page++) {
    const [mine, other] = [await ours.picture(page, 1.5), await theirs.picture(page, 1.5)];
    expect([mine.width, mine.height]).toEqual([other.width, other.height]);
    // An edge that falls on a sample of the renderer may count to either side: a step of 1/4, here and there.
    const { share, greatest } = differ(mine, other);
    expect(greatest).toBeLessThanOrEqual(64);
    expect(share).toBeLessThan(0.0005);
  }
});

test('a statement is PDF/A-3b', () => {
  expect(findPdfAFaults(pdf)).toEqual([]);
});

/** Share of pixels that are not the same, and the greatest difference in a channel of 255. */
function differ(one: Picture, other: Picture): { share: number; greatest: number } {
  let count = 0;
  let greatest = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const apart = Math.max(
      ...[0, 1, 2].map((channel) => Math.abs(one.data[at + channel]! - other.data[at + channel]!)),
    );
    if (apart > 0) count++;
    greatest = Math.max(greatest, apart);
  }
  return { share: count / (one.data.length / 4), greatest };
}
