import { areaOf, isConvex, isInside, type Point, type Polygon } from './geometry.ts';
import { loadOpenCv, type OpenCv, withMats } from './opencv.ts';
import type { Plane } from './plane.ts';

/** A label fills at least this much of a photo taken of it. */
const LEAST_FRAME_SHARE = 0.15;
const MOST_FRAME_SHARE = 0.97;
/** Of the points found on both photos, this many lie on the label. */
const LEAST_POINT_SHARE = 0.95;
const SMOOTHINGS = [3, 7, 11];

/**
 * The outline of the label where no person marked it: the largest four-cornered shape around the common points whose
 * edges stand out. Undefined where there is none.
 */
export async function findLabel(photo: Plane, points: Point[]): Promise<Polygon | undefined> {
  const { cv } = await loadOpenCv();
  const whole = photo.width * photo.height;
  return SMOOTHINGS.flatMap((size) => outlinesOf(cv, photo, size))
    .filter((outline) => {
      const share = Math.abs(areaOf(outline)) / whole;
      if (share < LEAST_FRAME_SHARE || share > MOST_FRAME_SHARE || !isConvex(outline)) return false;
      const on = points.filter((point) => isInside(point, outline)).length;
      return on >= LEAST_POINT_SHARE * points.length;
    })
    .sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0];
}

function outlinesOf(cv: OpenCv, photo: Plane, smoothing: number): Polygon[] {
  return withMats((keep) => {
    const grey = keep(new cv.Mat(photo.height, photo.width, cv.CV_8UC1));
    grey.data.set(photo.data);
    const edges = keep(new cv.Mat());
    cv.GaussianBlur(grey, grey, new cv.Size(smoothing, smoothing), 0);
    cv.Canny(grey, edges, 25, 75);
    const kernel = keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(5, 5)));
    cv.dilate(edges, edges, kernel);
    const contours = keep(new cv.MatVector());
    const hierarchy = keep(new cv.Mat());
    cv.findContours(edges, contours, hierarchy, cv.RETR_LIST, cv.CHAIN_APPROX_SIMPLE);
    const outlines: Polygon[] = [];
    for (let i = 0; i < contours.size(); i++) {
      const contour = contours.get(i);
      const corners = fourCorners(cv, contour, photo);
      contour.delete();
      if (corners) outlines.push(corners);
    }
    return outlines;
  });
}

function fourCorners(cv: OpenCv, contour: InstanceType<OpenCv['Mat']>, photo: Plane): Polygon | undefined {
  const { width, height } = cv.boundingRect(contour);
  if (width * height < LEAST_FRAME_SHARE * photo.width * photo.height) return undefined;
  return withMats((keep) => {
    const hull = keep(new cv.Mat());
    cv.convexHull(contour, hull);
    const corners = keep(new cv.Mat());
    cv.approxPolyDP(hull, corners, 0.02 * cv.arcLength(hull, true), true);
    if (corners.rows !== 4) return undefined;
    const [a, b, c, d, e, f, g, h] = corners.data32S as unknown as number[];
    return [
      [a!, b!],
      [c!, d!],
      [e!, f!],
      [g!, h!],
    ];
  });
}
