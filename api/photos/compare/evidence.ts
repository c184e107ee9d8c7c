import { equaliseBlur, localGain } from './blur-match.ts';
import { scoreColour } from './colour-score.ts';
import type { Picture } from './picture.ts';
import { cutPlane, type Plane, quantile, valuesWhere } from './plane.ts';
import { scorePrint, withoutShading } from './print-score.ts';
import { isCurved, type Placement, warp } from './refine.ts';
import { type Region, seenPart } from './region.ts';

/** What was measured on a pair that could be laid over each other, before any threshold. */
export interface Evidence {
  /** Score of print by pixels of the frame, of colour by cells of 4 pixels. */
  print: Plane;
  colour: Plane;
  /** Both photos over the frame, without shading, equally blurred, as bright as each other. */
  sealedPrint: Plane;
  shippedPrint: Plane;
  /** The shipped photo over the frame. */
  shippedLuma: Plane;
  /** 1 where the shipped photo shows the compared part. */
  seen: Uint8Array;
  /** 1 where the sealed label has print to be compared. */
  inked: Uint8Array;
  cutOffShare: number;
  unseenShare: number;
  blurPixels: number;
  sharpness: number;
  /** Difference of ink and paper on the shipped photo. */
  contrast: number;
  curved: boolean;
}

const GAIN_RADIUS = 30;
/** Ink stands out from its paper by this part of the label's contrast. */
const INK_SHARE = 0.12;

/** Measures the differences of a pair; undefined when nothing printed is left to compare. */
export function gatherEvidence(
  sealed: Picture,
  shipped: Picture,
  region: Region,
  placement: Placement,
): Evidence | undefined {
  const { frame } = region;
  const sealedLuma = cutPlane(sealed.luma, frame);
  const shippedLuma = warp(shipped.luma, placement, frame);
  const seen = seenPart(region, placement, shipped.luma);
  const equal = equaliseBlur(sealedLuma, shippedLuma, seen);
  const chosen = valuesWhere(equal.sealed, seen);
  const contrast = quantile(chosen, 0.97) - quantile(chosen, 0.02);
  if (!(contrast > 8)) return undefined;
  const inked = inkOf(withoutShading(sealedLuma, region.compared), region.compared, contrast);
  const sealedPrint = withoutShading(equal.sealed, seen);
  const shippedPrint = withoutShading(equal.shipped, seen);
  const gain = localGain(sealedPrint, shippedPrint, seen, GAIN_RADIUS);
  const print = scorePrint(sealedPrint, shippedPrint, gain, seen, contrast);
  const usualGain = quantile(valuesWhere(gain, seen), 0.5);
  const [inkAll, inkUnseen] = countOf(inked, seen);
  const [all, unseen] = countOf(region.compared, seen);
  return {
    print,
    colour: scoreColour(sealed, shipped, placement, frame, seen),
    sealedPrint,
    shippedPrint: { ...shippedPrint, data: shippedPrint.data.map((value, i) => value / gain.data[i]!) },
    shippedLuma,
    seen,
    inked,
    cutOffShare: inkAll === 0 ? 0 : inkUnseen / inkAll,
    unseenShare: all === 0 ? 1 : unseen / all,
    blurPixels: equal.sigma,
    sharpness: detailOf(shippedLuma, seen) / Math.max(1e-6, detailOf(sealedLuma, seen) * usualGain),
    contrast: contrast * usualGain,
    curved: isCurved(placement),
  };
}

const inkOf = ({ data }: Plane, inside: Uint8Array, contrast: number): Uint8Array =>
  inside.map((value, i) => (value === 1 && Math.abs(data[i]!) > INK_SHARE * contrast ? 1 : 0));

function countOf(mask: Uint8Array, seen: Uint8Array): [all: number, unseen: number] {
  let [all, unseen] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== 1) continue;
    all++;
    if (seen[i] !== 1) unseen++;
  }
  return [all, unseen];
}

/** Root mean square of the Laplacian. */
function detailOf({ data, width, height }: Plane, inside: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (inside[i] !== 1) continue;
      sum += (4 * data[i]! - data[i - 1]! - data[i + 1]! - data[i - width]! - data[i + width]!) ** 2;
      count++;
    }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}
