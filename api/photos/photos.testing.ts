import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { drawLabelPhoto, type Label, PHOTO, type Pose } from '../cli/seed/draw-label.ts';
import type { Polygon } from './compare/geometry.ts';
import type { PhotoZones } from './compare/zones.ts';

/** The back of a bottle, as drawn for the demo. */
export const SERUM: Label = {
  name: '烟酰胺焕亮精华液',
  brand: '青屿 QINGYU',
  netContent: '30 ml',
  ingredients: '水、甘油、泛醇、烟酰胺、黄原胶',
  filingNumber: '粤G妆网备字2026012345',
  maker: '广州青屿生物科技有限公司',
  batch: 'QY260301',
  gtin: '6901234567892',
};

/** Another maker's goods on the same drawn form. */
export const CREAM: Label = {
  name: '神经酰胺修护面霜',
  brand: '木棠 MUTANG',
  netContent: '50 g',
  ingredients: '海藻糖、视黄醇、角鲨烷、卡波姆',
  filingNumber: '沪G妆网备字2025998877',
  maker: '上海木棠日化有限公司',
  batch: 'MT251118',
  gtin: '6909876543212',
};

export const STRAIGHT: Pose = { turn: 0, x: 0, y: 0, light: 1 };
export const HELD: Pose = { turn: 4, x: 14, y: -20, light: 0.9 };

export interface TestPhoto {
  bytes: Buffer;
  zones: PhotoZones;
}

/** Large enough for small print, small enough for a quick test. */
const SCALE = 0.7;

/** A photo of the label's back with its zones. */
export async function photoOf(label: Label, pose: Pose): Promise<TestPhoto> {
  const { bytes, outline, variableZones } = drawLabelPhoto('back', label, pose);
  const smaller = (polygon: Polygon): Polygon => polygon.map(([x, y]) => [x * SCALE, y * SCALE]);
  return {
    bytes: await sharp(bytes)
      .resize(PHOTO.width * SCALE)
      .jpeg({ quality: 90 })
      .toBuffer(),
    zones: { label: smaller(outline), ignore: variableZones.map(smaller) },
  };
}

/** The photo as a worse camera gives it: softer, with noise, as JPEG. */
export const asPhoned = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes).blur(0.8).jpeg({ quality: 75 }).toBuffer();

/** Where the photo of the label changes with it: left, top, right, bottom on the straight photo. */
export async function placeOfChange(label: Label, change: Partial<Label>): Promise<number[]> {
  const [before, after] = await Promise.all(
    [label, { ...label, ...change }].map(async (one) =>
      sharp((await photoOf(one, STRAIGHT)).bytes)
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    ),
  );
  const [xs, ys]: [number[], number[]] = [[], []];
  before!.data.forEach((value, i) => {
    if (Math.abs(value - after!.data[i]!) < 60) return;
    xs.push(i % before!.info.width);
    ys.push(Math.floor(i / before!.info.width));
  });
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** A wall: nothing but noise. */
export const photoOfNothing = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 630,
      height: 840,
      channels: 3,
      background: '#998877',
      noise: { type: 'gaussian', mean: 128, sigma: 8 },
    },
  })
    .blur(2)
    .jpeg()
    .toBuffer();

/** A whole PNG of this many pixels on a side, in black and white: 300 million pixels are 40 kB. */
export function bombOf(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunkOf('IHDR', head),
    chunkOf('IDAT', deflateSync(rows)),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
