import { decodeOrRefuse, openPhoto, PHOTO_LIMITS } from '../intake/decode.ts';
import { newPlane, type Plane } from './plane.ts';

/** A photo as the comparison sees it: upright, at most WORKING_SIDE_PIXELS, values 0–255. */
export interface Picture {
  luma: Plane;
  red: Plane;
  green: Plane;
  blue: Plane;
  /** Pixels of the upright photo for one pixel of this picture. */
  scale: number;
}

/** Small print of a label that fills the frame is legible on this; more costs time and memory. */
const WORKING_SIDE_PIXELS = 1400;

/** Decodes a photo. Throws the refusals of a photo. */
export async function readPicture(bytes: Uint8Array): Promise<Picture> {
  const upright = await openPhoto(bytes, PHOTO_LIMITS);
  return decodeOrRefuse(async () => {
    const { autoOrient } = await upright.metadata();
    const { data, info } = await upright
      .flatten({ background: '#ffffff' })
      .resize({
        width: WORKING_SIDE_PIXELS,
        height: WORKING_SIDE_PIXELS,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return split(data, info.width, info.height, info.channels, autoOrient.width / info.width);
  });
}

function split(data: Uint8Array, width: number, height: number, channels: number, scale: number): Picture {
  const luma = newPlane(width, height);
  const red = newPlane(width, height);
  const green = newPlane(width, height);
  const blue = newPlane(width, height);
  const [toGreen, toBlue] = channels >= 3 ? [1, 2] : [0, 0];
  for (let i = 0, at = 0; i < width * height; i++, at += channels) {
    const [r, g, b] = [data[at]!, data[at + toGreen]!, data[at + toBlue]!];
    red.data[i] = r;
    green.data[i] = g;
    blue.data[i] = b;
    luma.data[i] = 0.299 * r + 0.587 * g + 0.114 * b;
  }
  return { luma, red, green, blue, scale };
}
