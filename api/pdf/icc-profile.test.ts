import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSrgbProfile } from './icc-profile.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'icc-'));
const file = path.join(folder, 'ours.icc');
writeFileSync(file, buildSrgbProfile());
afterAll(() => rmSync(folder, { recursive: true }));

const COLORS = Array.from({ length: 512 }, (_, index) =>
  [index >> 6, (index >> 3) & 7, index & 7].map((step) => step * 36),
);

/** How far the colours move when a colour engine that is not ours turns them from sRGB into the profile's. */
async function greatestMove(profile: string): Promise<number> {
  const raw = { width: COLORS.length, height: 1, channels: 3 } as const;
  const moved = await sharp(Buffer.from(COLORS.flat()), { raw }).withIccProfile(profile).raw().toBuffer();
  return Math.max(...COLORS.flat().map((value, at) => Math.abs(value - moved[at]!)));
}

describe('our profile', () => {
  test('is sRGB to a colour engine that is not ours', async () => {
    expect(await greatestMove(file)).toBeLessThanOrEqual(1);
    expect(await greatestMove('p3')).toBeGreaterThan(10);
  });

  test('says its length and is small', () => {
    const profile = buildSrgbProfile();
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.length).toBeLessThan(1000);
  });
});
