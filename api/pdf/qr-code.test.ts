import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { createPlainFonts } from './fonts.ts';
import { createPageWriter } from './page-writer.ts';
import { seePdf } from './pdfjs.testing.ts';
import { drawQr, qrBoxes } from './qr-code.ts';
import { writePdf } from './write-pdf.ts';

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

const TEXTS = ['7KQ2-9XMD', 'https://fair.example.com/verify#7KQ2-9XMD', '结算单 ST202605-00001', '0'];

describe('a QR code on a page', () => {
  test.each(TEXTS)('is read by a camera, as large as a thumbnail: %s', async (text) => {
    const writer = createPageWriter(createPlainFonts());
    writer.addPage();
    writer.fillBox(0, 0, 300, 300, '#6a7380');
    drawQr(writer, text, 100.3, 50.7, 70);
    const about = { title: 't', author: 'a', subject: 's', creator: 'c', issuedOn: '2026-05-31' };
    const pdf = writePdf({ ...about, contentSha256: 'a'.repeat(64) }, writer);
    const { data, width, height } = await (await seePdf(pdf)).picture(1, 2);
    const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
      formats: ['QRCode'],
    });
    expect(found.map((code) => code.text)).toEqual([text]);
  });

  test('keeps four modules of white around it and leaves no seam between its rows', () => {
    const boxes = qrBoxes(TEXTS[1]!, 10, 20, 74);
    const rows = [...new Set(boxes.map(([, y]) => y))].sort((a, b) => a - b);
    const module = rows[1]! - rows[0]!;
    expect(Math.min(...boxes.map(([x]) => x)) - 10).toBeCloseTo(4 * module, 1);
    expect(10 + 74 - Math.max(...boxes.map(([x, , width]) => x + width))).toBeCloseTo(4 * module, 1);
    for (const [, y, , height] of boxes) {
      const next = rows.find((row) => row > y);
      if (next !== undefined) expect(y + height).toBeCloseTo(next, 6);
    }
  });

  test('is refused for a text that none can hold', () => {
    expect(() => qrBoxes('长'.repeat(3000), 0, 0, 70)).toThrow('cannot hold');
  });
});
