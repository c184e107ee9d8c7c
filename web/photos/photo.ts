/** What a photo was attached to before. */
export type PhotoUse =
  | { kind: 'sample'; sampleId: number; face: string }
  | { kind: 'unit'; unitId: number; unitNo: number; inspectionId: number; face: string };

/** A photo as the API keeps it; pixels are those of the original turned upright. */
export interface Photo {
  id: number;
  sha256: string;
  width: number;
  height: number;
  barcodes: { format: string; text: string }[];
  sharpness: number;
  usedFor: PhotoUse | null;
  warnings: { code: 'near_duplicate'; photoId: number; distance: number; usedFor: PhotoUse | null }[];
}

export type Point = readonly [x: number, y: number];

export interface PhotoBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Sides of a pack in the order they are photographed; a face of another name is shown as it is. */
export const FACES = ['front', 'back', 'left', 'right', 'top', 'bottom', 'inside', 'barcode'] as const;

export const imageUrl = (photoId: number, size: 'thumb' | 'view' = 'view'): string =>
  `/api/photos/${photoId}/image?size=${size}`;

export type Quality = 'blurred' | 'soft' | 'clear';

/** Variance of the Laplacian: about 50 for a blurred label, several hundred for a crisp one. A hint, no gate. */
const BLURRED_BELOW = 70;
const SOFT_BELOW = 150;

/** Said while the goods are still in hand; whether a photo can be compared is found when it is. */
export const qualityOf = ({ sharpness }: Pick<Photo, 'sharpness'>): Quality =>
  sharpness < BLURRED_BELOW ? 'blurred' : sharpness < SOFT_BELOW ? 'soft' : 'clear';
