import sharp, { type Sharp } from 'sharp';
import type { Corner, GreyPicture } from './scanner.ts';

/** One way of preparing a picture before it is scanned again. */
export interface Pass {
  name: string;
  prepare: (picture: Sharp, size: { width: number; height: number }) => Sharp;
  /** Where a point of the prepared picture lies in the original one; both in pixels. */
  placeBack: (point: Corner, from: GreyPicture, original: GreyPicture) => Corner;
  /** How many times more pixels the prepared picture has. */
  growth: number;
}

/** Larger pictures than this cost seconds and megabytes without reading better. */
const MOST_PIXELS = 6_000_000;

/** Passes that never bought a wrong value on 330 test photos: one of them is enough. */
export const TRUSTED_PASSES: Pass[] = [
  enlarge('twice', 2, 2),
  enlarge('wide', 3, 1),
  turn('turned 8°', 8),
  turn('turned -8°', -8),
];

/** Passes that read more, and wrongly now and then: two must agree. */
export const DOUBTFUL_PASSES: Pass[] = [
  {
    ...enlarge('twice, sharpened', 2, 2),
    prepare: (picture, { width, height }) =>
      picture.resize(width * 2, height * 2, { kernel: 'cubic' }).sharpen({ sigma: 4, m1: 5, m2: 5 }),
  },
  enlarge('three times', 3, 3),
  {
    name: 'local contrast',
    prepare: (picture, { width, height }) =>
      picture.clahe({ width: Math.max(8, width >> 3), height: Math.max(8, height >> 3), maxSlope: 4 }),
    placeBack: scaleBack,
    growth: 1,
  },
  enlarge('tall', 1, 3),
  enlarge('half more', 1.5, 1.5),
  turn('turned 20°', 20),
  turn('turned -20°', -20),
  { name: 'full range', prepare: (picture) => picture.normalise(), placeBack: scaleBack, growth: 1 },
];

/** The picture as this pass wants it; undefined where it would grow too large. */
export async function preparePicture(pass: Pass, original: GreyPicture): Promise<GreyPicture | undefined> {
  const { grey, width, height } = original;
  if (pass.growth * width * height > MOST_PIXELS) return undefined;
  const picture = pass.prepare(sharp(grey, { raw: { width, height, channels: 1 } }), { width, height });
  const { data, info } = await picture
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { grey: data, width: info.width, height: info.height };
}

function enlarge(name: string, across: number, down: number): Pass {
  return {
    name,
    prepare: (picture, { width, height }) =>
      picture.resize(Math.round(width * across), Math.round(height * down), {
        fit: 'fill',
        kernel: across === down && across >= 2 ? 'lanczos3' : 'cubic',
      }),
    placeBack: scaleBack,
    growth: across * down,
  };
}

function scaleBack([x, y]: Corner, from: GreyPicture, original: GreyPicture): Corner {
  return [(x * original.width) / from.width, (y * original.height) / from.height];
}

/** The canvas grows around its centre, so a point turns back around the two centres. */
function turn(name: string, degrees: number): Pass {
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  return {
    name,
    prepare: (picture) => picture.rotate(degrees, { background: '#ffffff' }),
    placeBack: ([x, y], from, original) => {
      const across = x - from.width / 2;
      const down = y - from.height / 2;
      return [
        across * cosine + down * sine + original.width / 2,
        down * cosine - across * sine + original.height / 2,
      ];
    },
    growth: 1.6,
  };
}
