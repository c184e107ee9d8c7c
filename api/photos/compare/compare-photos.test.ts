import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  asPhoned,
  bombOf,
  CREAM,
  HELD,
  photoOf,
  photoOfNothing,
  placeOfChange,
  SERUM,
  STRAIGHT,
} from '../photos.testing.ts';
import { comparePhotos, PAIR_LIMITS } from './compare-photos.ts';
import type { PhotoDifference } from './comparison.ts';
import { project } from './geometry.ts';
import type { PhotoZones } from './zones.ts';

const SEALED = await photoOf(SERUM, STRAIGHT);
/** The same goods of a later batch, in another hand and light. */
const LATER = await photoOf({ ...SERUM, batch: 'QY260418' }, HELD);
const compare = (shipped: Uint8Array, zones: PhotoZones = SEALED.zones) =>
  comparePhotos(SEALED.bytes, shipped, zones);
const phoned = async (change: Partial<typeof SERUM>) =>
  compare(await asPhoned((await photoOf({ ...SERUM, batch: 'QY260418', ...change }, HELD)).bytes));

/** Whether a box lies over a place: it touches it and is not much more than it. */
const isOver = ({ box: [x, y, width, height] }: PhotoDifference, [left, top, right, bottom]: number[]) =>
  x < right! && x + width > left! && y < bottom! && y + height > top! && height < 3 * (bottom! - top!) + 30;

describe('the same goods of another batch', () => {
  it('show no difference: what may differ is not compared, and the place of the label is known', async () => {
    const found = await compare(await asPhoned(LATER.bytes));
    expect(found).toMatchObject({ outcome: 'no_difference', differences: [] });
    const shipped = LATER.zones.label!;
    SEALED.zones.label!.forEach(([x, y], i) => {
      const [left, top] = project(found.homography!, x, y);
      expect(Math.hypot(left - shipped[i]![0], top - shipped[i]![1])).toBeLessThan(4);
    });
  });

  it('show the batch as a difference when nobody marked it as one that may differ', async () => {
    const { outcome, differences } = await compare(LATER.bytes, { label: SEALED.zones.label });
    expect(outcome).toBe('different');
    const place = await placeOfChange(SERUM, { batch: 'QY260418' });
    expect(differences.every((one) => isOver(one, place))).toBe(true);
  });

  it('are found upside down', async () => {
    const turned = await sharp(LATER.bytes).rotate(180).jpeg().toBuffer();
    expect(await compare(turned)).toMatchObject({ outcome: 'no_difference' });
  });
});

describe('other print', () => {
  it.each([
    ['a smaller content', { netContent: '15 ml' }],
    ['one digit of a number', { filingNumber: SERUM.filingNumber.replace('2345', '2346') }],
  ])('of %s is boxed where it is, and nothing else', async (_, change) => {
    const { outcome, differences } = await phoned(change);
    expect(outcome).toBe('different');
    const place = await placeOfChange(SERUM, change);
    expect(differences.filter((one) => !isOver(one, place))).toEqual([]);
  });

  it('of one ingredient less is boxed where the list begins to differ', async () => {
    const change = { ingredients: SERUM.ingredients.replace('泛醇、', '') };
    const { outcome, differences } = await phoned(change);
    expect(outcome).toBe('different');
    const place = await placeOfChange(SERUM, change);
    expect(differences.some((one) => isOver(one, place))).toBe(true);
  });
});

describe('a photo that says nothing of the goods', () => {
  const held = (work: (photo: Sharp) => Sharp) => work(sharp(LATER.bytes)).jpeg().toBuffer();
  it.each([
    ['of a wall', photoOfNothing, 'cannot_compare'],
    ['of other goods', async () => (await photoOf(CREAM, HELD)).bytes, 'cannot_compare'],
    ['taken in the dark', () => held((photo) => photo.linear(0.07, 0)), 'retake'],
    ['out of focus', () => held((photo) => photo.blur(5)), 'retake'],
    [
      'of half of the label',
      () => held((photo) => photo.extract({ left: 0, top: 0, width: 330, height: 840 })),
      'retake',
    ],
  ])('%s is not called a difference', async (_, take, outcome) => {
    const found = await compare(await take());
    expect(found.outcome).toBe(outcome);
    expect(found.reasons).not.toEqual([]);
  });
});

describe('the thread that compares', () => {
  it('refuses what is no photo, and goes on', async () => {
    await expect(compare(bombOf(17_321))).rejects.toMatchObject({ code: 'photo_too_many_pixels' });
    const half = LATER.bytes.subarray(0, LATER.bytes.length >> 1);
    await expect(compare(half)).rejects.toMatchObject({ code: 'photo_truncated' });
    await expect(compare(Buffer.alloc(0))).rejects.toMatchObject({ code: 'photo_empty' });
  });

  it.each([
    ['memory', { maxBufferMegabytes: 40 }, 'photo_too_complex'],
    ['time', { maxWorkMilliseconds: 1 }, 'photo_too_slow'],
  ])('is ended when a pair needs more %s than it may, and a fresh one goes on', async (_, limit, code) => {
    const pair = comparePhotos(SEALED.bytes, LATER.bytes, SEALED.zones, { ...PAIR_LIMITS, ...limit });
    await expect(pair).rejects.toMatchObject({ kind: 'invalid', code });
    await expect(compare(Buffer.alloc(0))).rejects.toMatchObject({ code: 'photo_empty' });
  });
});
