import { createHash } from 'node:crypto';
import { type CameraNotes, readCameraNotes } from './camera-notes.ts';
import { decodeOrRefuse, openPhoto, PHOTO_LIMITS, type PhotoLimits } from './decode.ts';
import { HASH_SIDE_PIXELS, hashLook } from './perceptual-hash.ts';
import { detectPhotoKind, type PhotoFormat } from './photo-kind.ts';
import { measureSharpness, SHARPNESS_SIDE_PIXELS } from './sharpness.ts';

const DERIVATIVE_SIDE_PIXELS = 2000;
const THUMBNAIL_SIDE_PIXELS = 320;

/** A photo taken in. The original's bytes are the evidence and are kept by the caller; only derivatives are shown. */
export interface PhotoIntake extends CameraNotes {
  /** Of the original, hex. */
  sha256: string;
  format: PhotoFormat;
  /** Pixels of the original turned upright. */
  width: number;
  height: number;
  /** JPEG, upright, at most 2000 pixels on its long side, without EXIF. */
  derivative: Buffer;
  /** JPEG, upright, at most 320 pixels on its long side, without EXIF. */
  thumbnail: Buffer;
  /** 16 hex digits, for near-duplicate warnings alone (see hashDistance). */
  perceptualHash: string;
  sharpness: number;
}

/** Takes a photo in. Throws a refusal (see PHOTO_REFUSALS) naming what to do for all that is no whole photo. */
export async function takeIn(
  bytes: Uint8Array,
  options: { limits?: PhotoLimits } = {},
): Promise<PhotoIntake> {
  const upright = await openPhoto(bytes, options.limits ?? PHOTO_LIMITS);
  return decodeOrRefuse(async () => {
    const { data: derivative, info } = await upright
      .clone()
      .resize({ ...within(DERIVATIVE_SIDE_PIXELS) })
      // what is see-through in a PNG would come out black
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88, mozjpeg: false })
      .toBuffer({ resolveWithObject: true });
    const { autoOrient } = await upright.metadata();
    const small = await openPhotoOf(derivative);
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      format: detectPhotoKind(bytes),
      width: autoOrient.width ?? info.width,
      height: autoOrient.height ?? info.height,
      ...(await readCameraNotes(bytes)),
      derivative,
      thumbnail: await small.clone().resize(within(THUMBNAIL_SIDE_PIXELS)).jpeg({ quality: 80 }).toBuffer(),
      perceptualHash: await hashOf(small),
      sharpness: await sharpnessOf(small),
    };
  });
}

const within = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

const openPhotoOf = (derivative: Buffer) => openPhoto(derivative, PHOTO_LIMITS);

type Opened = Awaited<ReturnType<typeof openPhotoOf>>;

async function hashOf(picture: Opened): Promise<string> {
  const grey = await picture
    .clone()
    .resize({ width: HASH_SIDE_PIXELS, height: HASH_SIDE_PIXELS, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return hashLook(grey);
}

async function sharpnessOf(picture: Opened): Promise<number> {
  const { data, info } = await picture
    .clone()
    .resize(within(SHARPNESS_SIDE_PIXELS))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return measureSharpness(data, info.width, info.height);
}
