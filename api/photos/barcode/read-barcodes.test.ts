import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { asPhoned, HELD, photoOf, photoOfNothing, SERUM } from '../photos.testing.ts';
import { printedForm } from './code-text.ts';
import { compareGtin } from './compare-gtin.ts';
import { readBarcodes } from './read-barcodes.ts';
import { searchBarcodes } from './search-barcodes.ts';

const PHOTO = await photoOf(SERUM, HELD);

describe('the bar code of a photo', () => {
  it('is read where it is, as the camera turned it', async () => {
    const [code, ...more] = await readBarcodes(await asPhoned(PHOTO.bytes));
    expect(more).toEqual([]);
    expect(code).toMatchObject({ format: 'EAN-13', text: SERUM.gtin });
    const lying = await sharp(PHOTO.bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const [turned] = await readBarcodes(lying);
    expect(turned!.text).toBe(SERUM.gtin);
    // a quarter turn to the right: what was across is down, and the other way round from the right edge
    const [[x, y], [across, down]] = [code!.corners[0]!, turned!.corners[0]!];
    expect(Math.hypot(across - (840 - y), down - x)).toBeLessThan(25);
  });

  it('is read by another thread for whoever answers people, and given up in time', async () => {
    const [code] = await searchBarcodes(PHOTO.bytes);
    expect(code!.text).toBe(SERUM.gtin);
    const hurried = { maxWorkMilliseconds: 1, maxMilliseconds: 60_000, maxBufferMegabytes: 600 };
    await expect(searchBarcodes(await photoOfNothing(), hurried)).rejects.toMatchObject({
      code: 'photo_too_slow',
    });
    await expect(searchBarcodes(Buffer.from('no photo'))).rejects.toMatchObject({
      code: 'photo_unknown_kind',
    });
    expect((await searchBarcodes(PHOTO.bytes)).map(({ text }) => text)).toEqual([SERUM.gtin]);
  });
});

describe('a code against the expected GTIN', () => {
  it.each([
    [[], 'unread'],
    [['https://example.com/6901234567892'], 'unread'],
    [['6901234567892'], 'equal'],
    [['06901234567892'], 'equal'],
    [['6909876543212'], 'different'],
    [['6909876543212', '6901234567892'], 'equal'],
  ])('%j is %s', (texts, said) => {
    expect(
      compareGtin(
        texts.map((text) => ({ text })),
        SERUM.gtin,
      ),
    ).toBe(said);
  });
});

describe('a code as it is printed', () => {
  it.each([
    ['EAN13', '6901234567892', 'EAN-13', '6901234567892'],
    ['EAN13', '0036000291452', 'UPC-A', '036000291452'],
    ['UPCE', '0042100005264', 'UPC-E', '04252614'],
    ['UPCE', '0012000000676', 'UPC-E', '01206706'],
    ['QRCode', 'https://example.com', 'QR Code', 'https://example.com'],
  ])('%s %s is %s %s', (format, text, name, printed) => {
    expect(printedForm(format, text)).toEqual({ format: name, text: printed });
  });
});
