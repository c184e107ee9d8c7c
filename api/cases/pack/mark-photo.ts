import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PackPhoto } from '../../../db/queries/case-pack.ts';
import { keptPath } from '../../http/uploads/keep-file.ts';

export interface MarkedPhoto {
  jpeg: Buffer;
  width: number;
  height: number;
}

const LONGEST_SIDE = 1200;

/** The photo's small picture as JPEG, with a red frame around each box people upheld; undefined when it is not kept. */
export async function markPhoto(dataDir: string, photo: PackPhoto): Promise<MarkedPhoto | undefined> {
  const view = await readFile(keptPath(dataDir, photo.viewSha256)).catch(() => undefined);
  if (view === undefined) return undefined;
  const { data, info } = await sharp(view)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const scale = info.width / photo.width;
  const frames = photo.boxes.map(
    (box) =>
      `<rect x="${round(box.x * scale)}" y="${round(box.y * scale)}" width="${round(box.width * scale)}" height="${round(box.height * scale)}" fill="none" stroke="#a3302b" stroke-width="${Math.max(3, Math.round(info.width / 200))}"/>`,
  );
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${info.height}">${frames.join('')}</svg>`;
  const jpeg = await sharp(data, { raw: info })
    .composite(frames.length > 0 ? [{ input: Buffer.from(overlay) }] : [])
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { jpeg, width: info.width, height: info.height };
}

const round = (value: number): number => Math.round(value * 10) / 10;
