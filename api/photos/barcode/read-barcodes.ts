import type { Sharp } from 'sharp';
import { gtinForms } from '../../domain/inspection/gtin-forms.ts';
import { decodeOrRefuse, openPhoto, PHOTO_LIMITS } from '../intake/decode.ts';
import { type BarcodeFormat, printedForm } from './code-text.ts';
import { DOUBTFUL_PASSES, type Pass, preparePicture, TRUSTED_PASSES } from './passes.ts';
import {
  ALL_FORMATS,
  type Corner,
  type GreyPicture,
  LINEAR_FORMATS,
  type ScannedCode,
  scan,
} from './scanner.ts';

/** A code on a photo: its text as printed, its corners in pixels of the upright photo, clockwise. */
export interface ReadBarcode {
  format: BarcodeFormat;
  text: string;
  corners: Corner[];
}

/** Bars are as legible on this as on twelve megapixels, at a fifth of the time. */
const SCANNED_SIDE_PIXELS = 2000;
/** A UPC-E has one weak check: it must be seen on this many lines, or twice. */
const UPCE_LINES = 4;

/**
 * Reads the codes of a photo. One clear look is enough; when it finds nothing, further looks are believed where they
 * never erred, and otherwise when two agree or when one says the expected GTIN. A value can still be wrong: compare it.
 * Throws the refusals of a photo.
 */
export async function readBarcodes(
  bytes: Uint8Array,
  options: { expected?: string } = {},
): Promise<ReadBarcode[]> {
  const upright = await openPhoto(bytes, PHOTO_LIMITS);
  const { original, scale } = await decodeOrRefuse(() => toGrey(upright));
  const codes = await scanInPasses(original, options.expected);
  return codes.map(({ format, text, corners }) => ({
    ...printedForm(format, text),
    corners: corners.map(([x, y]): Corner => [Math.round(x * scale), Math.round(y * scale)]),
  }));
}

/** The codes of a grey picture, corners in its pixels. */
export async function scanInPasses(
  original: GreyPicture,
  expected: string | undefined,
): Promise<ScannedCode[]> {
  const first = await scan(original, { formats: [...ALL_FORMATS], tryDenoise: true });
  const clear = first.filter(isClear);
  if (clear.length > 0) return clear;
  const found: ScannedCode[] = [...first];
  for (const pass of TRUSTED_PASSES) {
    const codes = await scanPass(pass, original);
    const sure = codes.filter(isClear);
    if (sure.length > 0) return sure;
    found.push(...codes);
    const agreed = agreeing(found, expected);
    if (agreed.length > 0) return agreed;
  }
  for (const pass of DOUBTFUL_PASSES) {
    found.push(...(await scanPass(pass, original)));
    const agreed = agreeing(found, expected);
    if (agreed.length > 0) return agreed;
  }
  return [];
}

async function scanPass(pass: Pass, original: GreyPicture): Promise<ScannedCode[]> {
  const picture = await preparePicture(pass, original);
  if (!picture) return [];
  const codes = await scan(picture, { formats: [...LINEAR_FORMATS] });
  return codes.map((code) => ({
    ...code,
    corners: code.corners.map((corner) => pass.placeBack(corner, picture, original)),
  }));
}

/** A UPC-E counts alone only when it is seen on enough lines. */
const isClear = ({ format, lines }: ScannedCode): boolean => format !== 'UPCE' || lines >= UPCE_LINES;

/** What two looks say alike, or one says as expected. */
function agreeing(found: ScannedCode[], expected: string | undefined): ScannedCode[] {
  const wanted = expected === undefined ? [] : gtinForms(expected);
  const byText = Map.groupBy(found, ({ format, text }) => `${format} ${text}`);
  return [...byText.values()]
    .filter((group) => group.length >= 2 || gtinForms(group[0]!.text).some((form) => wanted.includes(form)))
    .map((group) => group[0]!);
}

async function toGrey(upright: Sharp): Promise<{ original: GreyPicture; scale: number }> {
  const { autoOrient, width } = await upright.metadata();
  const { data, info } = await upright
    .flatten({ background: '#ffffff' })
    .resize({
      width: SCANNED_SIDE_PIXELS,
      height: SCANNED_SIDE_PIXELS,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const scale = (autoOrient.width ?? width) / info.width;
  return { original: { grey: data, width: info.width, height: info.height }, scale };
}
