import { gtinForms } from '../../domain/inspection/gtin-forms.ts';
import { preparePicture, TRUSTED_PASSES } from '../barcode/passes.ts';
import { LINEAR_FORMATS, type ScannedCode, scan } from '../barcode/scanner.ts';
import { type Alignment, align, isPlausible } from './align.ts';
import type { ComparisonReason, PhotoComparison, PhotoDifference } from './comparison.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findLabel } from './find-label.ts';
import {
  areaOf,
  enlarge,
  type Homography,
  hullOf,
  type Polygon,
  project,
  rasterise,
  widen,
} from './geometry.ts';
import { judge } from './judge.ts';
import { loadOpenCv } from './opencv.ts';
import { type Picture, readPicture } from './picture.ts';
import type { Frame } from './place-grid.ts';
import { cutPlane, type Plane, quantile } from './plane.ts';
import { refine } from './refine.ts';
import { markRegion, type Region } from './region.ts';
import { COMPARISON_VERSION, THRESHOLDS } from './thresholds.ts';
import type { PhotoZones } from './zones.ts';

/** How far a pair came: evidence, or why there is none. */
export type PairEvidence = {
  inliers: number;
  /** Between the upright photos; null when the label was not found. */
  homography: Homography | null;
  /** Pixels of the sealed photo for one of the frame. */
  scale: number;
  barcodes: PhotoDifference[];
} & (
  | { evidence: Evidence; frame: Frame }
  | { outcome: 'cannot_compare' | 'retake'; reason: ComparisonReason }
);

/** Compares two photos, in this thread (see compare-photos.ts). Throws the refusals of a photo. */
export async function comparePair(
  sealedBytes: Uint8Array,
  shippedBytes: Uint8Array,
  zones: PhotoZones,
): Promise<PhotoComparison> {
  const start = performance.now();
  const pair = await measurePair(sealedBytes, shippedBytes, zones);
  const verdict =
    'evidence' in pair
      ? judge(pair.evidence, pair.frame, pair.scale)
      : { outcome: pair.outcome, reasons: [pair.reason], differences: [] };
  const differences = [...pair.barcodes, ...verdict.differences];
  const isOver = verdict.outcome === 'cannot_compare' || differences.length === 0;
  return {
    outcome: isOver ? verdict.outcome : 'different',
    reasons: zones.label ? verdict.reasons : [...verdict.reasons, 'outline_guessed'],
    differences,
    inliers: pair.inliers,
    homography: pair.homography,
    sharpness: 'evidence' in pair ? Math.round(pair.evidence.sharpness * 1000) / 1000 : null,
    ms: Math.round(performance.now() - start),
    version: COMPARISON_VERSION,
    thresholds: THRESHOLDS,
  };
}

/** Everything up to the thresholds. */
export async function measurePair(
  sealedBytes: Uint8Array,
  shippedBytes: Uint8Array,
  zones: PhotoZones,
): Promise<PairEvidence> {
  // while the engine compiles; one after the other, because libvips keeps what went wrong in one place for all
  const [{ sealed, shipped }] = await Promise.all([readBoth(sealedBytes, shippedBytes), loadOpenCv()]);
  const scaled = (polygon: Polygon): Polygon => polygon.map(([x, y]) => [x / sealed.scale, y / sealed.scale]);
  const ignore = (zones.ignore ?? []).map(scaled);
  const codes = await scan(greyOf(sealed.luma), { formats: [...LINEAR_FORMATS] });
  const base: Pick<PairEvidence, 'scale' | 'inliers' | 'homography' | 'barcodes'> = {
    ...{ scale: sealed.scale, inliers: 0, homography: null, barcodes: [] },
  };
  const given = zones.label && scaled(zones.label);
  const first = await align(sealed.luma, featureMask(sealed.luma, given, ignore), shipped.luma);
  if ((!first || first.inliers < THRESHOLDS.leastInliers) && isDark(shipped.luma))
    return { ...base, outcome: 'retake', reason: 'too_dark' };
  if (!first || first.inliers < THRESHOLDS.leastInliers)
    return { ...base, inliers: first?.inliers ?? 0, outcome: 'cannot_compare', reason: 'too_few_points' };
  const outline = given ?? commonOutline(first, sealed.luma);
  if (!isPlausible(first.homography, outline))
    return { ...base, inliers: first.inliers, outcome: 'cannot_compare', reason: 'not_found' };
  base.inliers = first.inliers;
  base.homography = enlarge(first.homography, sealed.scale, shipped.scale);
  if (!given && !(await isMostOfLabel(outline, first, sealed.luma)))
    return { ...base, outcome: 'cannot_compare', reason: 'label_not_marked' };
  base.barcodes = await compareCodes(codes, shipped, sealed.scale);
  if (scaleOf(first, outline) < THRESHOLDS.leastScale)
    return { ...base, outcome: 'retake', reason: 'too_far' };
  const region = markRegion(
    sealed.luma,
    outline,
    ignore,
    codes.map(({ corners }) => corners),
  );
  return { ...base, ...layOver(sealed, shipped, region, first) };
}

function layOver(sealed: Picture, shipped: Picture, region: Region, { homography }: Alignment) {
  const { frame } = region;
  const placement = refine(cutPlane(sealed.luma, frame), region.label, frame, shipped.luma, homography);
  const evidence = gatherEvidence(sealed, shipped, region, placement);
  if (!evidence) return { outcome: 'cannot_compare', reason: 'nothing_printed' } as const;
  return { evidence, frame };
}

async function readBoth(sealed: Uint8Array, shipped: Uint8Array) {
  return { sealed: await readPicture(sealed), shipped: await readPicture(shipped) };
}

/** Whether even the brightest parts of a photo are black. */
const isDark = ({ data }: Plane): boolean =>
  quantile(
    data.filter((_, i) => i % 97 === 0),
    0.98,
  ) < THRESHOLDS.leastBrightness;

/** Where features are looked for: 255 on the label, 0 on what may differ. */
function featureMask({ width, height }: Plane, label: Polygon | undefined, ignore: Polygon[]): Uint8Array {
  const mask = label ? rasterise(label, width, height) : new Uint8Array(width * height).fill(1);
  for (const zone of ignore) {
    const drawn = rasterise(zone, width, height);
    for (let i = 0; i < mask.length; i++) if (drawn[i] === 1) mask[i] = 0;
  }
  return mask.map((value) => value * 255);
}

/** Without an outline: what surrounds the points found on both photos, cut at the photo's edge. */
function commonOutline({ points }: Alignment, { width, height }: Plane): Polygon {
  return widen(hullOf(points), 1.06).map(([x, y]) => [
    Math.min(width - 1, Math.max(0, x)),
    Math.min(height - 1, Math.max(0, y)),
  ]);
}

/** The common part of two products of one brand may be its emblem alone: it must fill the photo, or the label. */
async function isMostOfLabel(outline: Polygon, { points }: Alignment, photo: Plane): Promise<boolean> {
  const common = Math.abs(areaOf(outline));
  if (common >= THRESHOLDS.leastCommonShare * photo.width * photo.height) return true;
  const label = await findLabel(photo, points);
  return label !== undefined && common >= THRESHOLDS.leastLabelShare * Math.abs(areaOf(label));
}

function scaleOf({ homography }: Alignment, outline: Polygon): number {
  const landed = outline.map(([x, y]) => project(homography, x, y));
  return Math.sqrt(Math.abs(areaOf(landed) / areaOf(outline)));
}

const greyOf = ({ data, width, height }: Plane) => ({ grey: Uint8Array.from(data), width, height });

/** Codes that two looks read alike on the shipped photo and that are no code of the sealed one. */
async function compareCodes(
  sealed: ScannedCode[],
  shipped: Picture,
  scale: number,
): Promise<PhotoDifference[]> {
  const expected = sealed.flatMap(({ text }) => gtinForms(text));
  if (expected.length === 0) return [];
  const grey = greyOf(shipped.luma);
  const once = (await scan(grey, { formats: [...LINEAR_FORMATS] })).flatMap(({ text }) => gtinForms(text));
  if (once.length === 0 || once.some((form) => expected.includes(form))) return [];
  const larger = await preparePicture(TRUSTED_PASSES[0]!, grey);
  const again = larger ? await scan(larger, { formats: [...LINEAR_FORMATS] }) : [];
  const agreed = again.flatMap(({ text }) => gtinForms(text)).some((form) => once.includes(form));
  if (!agreed) return [];
  const { corners } = sealed.find(({ text }) => gtinForms(text).length > 0)!;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = [left, top, Math.max(...xs) - left, Math.max(...ys) - top].map((value) =>
    Math.round(value * scale),
  );
  return [{ box: box as PhotoDifference['box'], kind: 'barcode', score: 1 }];
}
