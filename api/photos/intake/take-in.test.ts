import { createHash } from 'node:crypto';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bombOf, photoOf, SERUM, STRAIGHT } from '../photos.testing.ts';
import { hashDistance } from './perceptual-hash.ts';
import { takeIn } from './take-in.ts';

const LABEL = (await photoOf(SERUM, STRAIGHT)).bytes;
const ofBox = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`)]);
const spoil = (bytes: Buffer, from: number) => Buffer.from(bytes).fill(0xff, from, from + 4000);
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .png()
    .toBuffer();

describe('a file that is no whole photo', () => {
  it.each([
    ['of nothing', () => Buffer.alloc(0), 'photo_empty'],
    ['of text', () => Buffer.from('a batch number'), 'photo_unknown_kind'],
    ['drawn as SVG', () => Buffer.from('<?xml version="1.0"?><svg/>'), 'photo_not_a_photo'],
    ['that is a PDF', () => Buffer.from('%PDF-1.7'), 'photo_not_a_photo'],
    ['of an iPhone’s own kind', () => ofBox('heic'), 'photo_heic'],
    ['of a newer phone’s own kind', () => ofBox('avif'), 'photo_heic'],
    ['that broke off half way', () => LABEL.subarray(0, LABEL.length >> 1), 'photo_truncated'],
    ['of a head and no body', () => LABEL.subarray(0, 30), 'photo_truncated'],
    ['of a JPEG’s first bytes and others', () => spoil(LABEL, 4), 'photo_damaged'],
    ['spoilt in the middle', () => spoil(LABEL, LABEL.length >> 1), 'photo_truncated'],
    ['of a few pixels', () => blank(31, 400), 'photo_too_small'],
    ['of 300 million pixels', () => bombOf(17_321), 'photo_too_many_pixels'],
    ['of 15 MB and a byte', () => Buffer.concat([LABEL, Buffer.alloc(15_000_001)]), 'photo_too_large'],
  ])('%s is refused, and the word says why', async (_, make, code) => {
    await expect(takeIn(await make())).rejects.toMatchObject({ kind: 'invalid', code });
  });
});

describe('a photo that is taken in', () => {
  it('is named by its own bytes; what is shown of it tells nothing of camera or place', async () => {
    const noted = await sharp(LABEL)
      .withExif({
        IFD0: { Make: 'Example', Model: 'Phone 9' },
        IFD2: { DateTimeOriginal: '2026:05:01 10:20:30' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '30/1 15/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '120/1 9/1 0/1',
        },
      })
      .jpeg()
      .toBuffer();
    const intake = await takeIn(noted);
    expect(intake).toMatchObject({
      sha256: createHash('sha256').update(noted).digest('hex'),
      ...{ format: 'jpeg', width: 630, height: 840, hasGps: true },
      ...{ takenAt: '2026-05-01T10:20:30', exif: { make: 'Example', model: 'Phone 9' } },
    });
    for (const shown of [intake.derivative, intake.thumbnail])
      expect(await exifr.parse(shown).catch(() => undefined)).toBeUndefined();
  });

  it('is turned upright before its pixels are counted', async () => {
    const lying = await sharp(LABEL).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, derivative } = await takeIn(lying);
    expect([width, height]).toEqual([840, 630]);
    expect(await sharp(derivative).metadata()).toMatchObject({ width: 840, height: 630 });
  });

  it('is white where it is see-through', async () => {
    const seeThrough = await sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { derivative } = await takeIn(seeThrough);
    const { channels } = await sharp(derivative).stats();
    expect(channels.every(({ mean }) => mean > 250)).toBe(true);
  });

  it('is near to itself sent through a messenger, and far from another one', async () => {
    const [one, smaller, other] = await Promise.all(
      [
        LABEL,
        await sharp(LABEL).resize(400).jpeg({ quality: 40 }).toBuffer(),
        (await photoOf({ ...SERUM, name: '另一种商品' }, { turn: 40, x: -90, y: 160, light: 0.8 })).bytes,
      ].map(async (bytes) => (await takeIn(bytes)).perceptualHash),
    );
    expect(hashDistance(one!, smaller!)).toBeLessThanOrEqual(4);
    expect(hashDistance(one!, other!)).toBeGreaterThan(10);
  });

  it('is less sharp the more it is blurred', async () => {
    const [crisp, soft] = await Promise.all(
      [LABEL, await sharp(LABEL).blur(3).jpeg().toBuffer()].map(
        takeIn as (b: Buffer) => ReturnType<typeof takeIn>,
      ),
    );
    expect(crisp!.sharpness).toBeGreaterThan(4 * soft!.sharpness);
  });
});
