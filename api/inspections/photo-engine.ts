import { comparePhotos } from '../photos/compare/compare-photos.ts';
import type { ComparePhotos } from './run-photo-comparison.ts';

/** The house's own comparison as inspections keep it; a job that is stopped before its turn costs nothing. */
export const comparePhotosHere: ComparePhotos = async (sealed, shipped, { label, ignore, signal }) => {
  signal.throwIfAborted();
  const zones = { label: label.length === 4 ? label : undefined, ignore };
  const { outcome, differences, reasons, sharpness, inliers, homography, thresholds, version, ms } =
    await comparePhotos(sealed, shipped, zones);
  return {
    ...{ outcome, sharpness, inliers, homography, thresholds },
    boxes: differences.map(({ box: [x, y, width, height], kind, score }) => ({
      x,
      y,
      width,
      height,
      kind,
      score,
    })),
    reason: reasons[0] ?? null,
    score: differences[0]?.score ?? null,
    engineVersion: version,
    tookMs: Math.round(ms),
  };
};
