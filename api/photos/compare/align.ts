import { areaOf, type Homography, isConvex, type Point, type Polygon, project } from './geometry.ts';
import { loadOpenCv, type OpenCv, withMats } from './opencv.ts';
import type { Plane } from './plane.ts';

/** How the sealed photo's pixels lie on the shipped one, and by which points this was found. */
export interface Alignment {
  /** From sealed to shipped. */
  homography: Homography;
  inliers: number;
  /** Points of the sealed photo that were found on the shipped one. */
  points: Point[];
}

const FEATURES = 3000;
const RATIO = 0.8;
const REPROJECTION_PIXELS = 5;

/** Finds the sealed label on the shipped photo; undefined when too little of it is there. `mask`: 255 where to look. */
export async function align(sealed: Plane, mask: Uint8Array, shipped: Plane): Promise<Alignment | undefined> {
  const { cv } = await loadOpenCv();
  return withMats((keep) => {
    const from = detect(cv, keep, sealed, mask);
    const to = detect(cv, keep, shipped, undefined);
    if (from.points.length < 8 || to.points.length < 8) return undefined;
    const pairs = match(cv, keep, from.descriptors, to.descriptors);
    if (pairs.length < 8) return undefined;
    const starts = pairs.map(([i]) => from.points[i]!);
    const ends = pairs.map(([, j]) => to.points[j]!);
    const source = keep(cv.matFromArray(starts.length, 1, cv.CV_32FC2, starts.flat()));
    const target = keep(cv.matFromArray(ends.length, 1, cv.CV_32FC2, ends.flat()));
    const kept = keep(new cv.Mat());
    const found = keep(cv.findHomography(source, target, cv.RANSAC, REPROJECTION_PIXELS, kept, 5000, 0.999));
    if (found.rows !== 3) return undefined;
    const points = starts.filter((_, i) => kept.data[i] === 1);
    return { homography: Array.from(found.data64F), inliers: distinct(points), points };
  });
}

/** Whether the label's outline lands on the shipped photo as a flat thing held before a camera can. */
export function isPlausible(homography: Homography, label: Polygon): boolean {
  const landed = label.map(([x, y]) => project(homography, x, y));
  if (!landed.flat().every(Number.isFinite) || !isConvex(landed)) return false;
  const growth = areaOf(landed) / areaOf(label);
  return growth > 0.04 && growth < 16;
}

type Keep = <M extends { delete(): void }>(mat: M) => M;

function detect(cv: OpenCv, keep: Keep, plane: Plane, mask: Uint8Array | undefined) {
  const picture = keep(new cv.Mat(plane.height, plane.width, cv.CV_8UC1));
  picture.data.set(plane.data);
  const where = keep(mask ? new cv.Mat(plane.height, plane.width, cv.CV_8UC1) : new cv.Mat());
  if (mask) where.data.set(mask);
  const orb = keep(new cv.ORB(FEATURES));
  const keypoints = keep(new cv.KeyPointVector());
  const descriptors = keep(new cv.Mat());
  orb.detectAndCompute(picture, where, keypoints, descriptors);
  const points: Point[] = [];
  for (let i = 0; i < keypoints.size(); i++) {
    const { pt } = keypoints.get(i);
    points.push([pt.x, pt.y]);
  }
  return { points, descriptors };
}

function match(cv: OpenCv, keep: Keep, from: InstanceType<OpenCv['Mat']>, to: InstanceType<OpenCv['Mat']>) {
  const matcher = keep(new cv.BFMatcher(cv.NORM_HAMMING, false));
  const matches = keep(new cv.DMatchVectorVector());
  matcher.knnMatch(from, to, matches, 2);
  const pairs: [number, number][] = [];
  for (let i = 0; i < matches.size(); i++) {
    const two = matches.get(i);
    if (two.size() === 2) {
      const [best, next] = [two.get(0), two.get(1)];
      if (best.distance < RATIO * next.distance) pairs.push([best.queryIdx, best.trainIdx]);
    }
    two.delete();
  }
  return pairs;
}

/** One corner is found on several scales; it counts once. */
function distinct(points: Point[]): number {
  return new Set(points.map(([x, y]) => `${Math.round(x / 4)},${Math.round(y / 4)}`)).size;
}
