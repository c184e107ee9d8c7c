import type { Homography } from './geometry.ts';
import type { COMPARISON_VERSION, THRESHOLDS } from './thresholds.ts';

export type ComparisonOutcome = 'no_difference' | 'different' | 'cannot_compare' | 'retake';

/** Why, in codes for the screens' catalogues; those of 'no_difference' and 'different' are notes. */
export type ComparisonReason =
  | 'not_found'
  | 'too_few_points'
  | 'label_not_marked'
  | 'other_product'
  | 'nothing_printed'
  | 'blurred'
  | 'cut_off'
  | 'glare'
  | 'too_dark'
  | 'too_far'
  | 'curved_edges_not_compared'
  | 'margin_not_seen'
  | 'outline_guessed';

export const COMPARISON_REASONS: ComparisonReason[] = [
  'not_found',
  'too_few_points',
  'label_not_marked',
  'other_product',
  'nothing_printed',
  'blurred',
  'cut_off',
  'glare',
  'too_dark',
  'too_far',
  'curved_edges_not_compared',
  'margin_not_seen',
  'outline_guessed',
];

export type DifferenceKind = 'print' | 'missing' | 'added' | 'colour' | 'barcode';

export interface PhotoDifference {
  /** x, y, width, height in pixels of the upright sealed photo. */
  box: [number, number, number, number];
  kind: DifferenceKind;
  /** How far over the threshold of its kind: 1 is at it. */
  score: number;
}

/** What two photos say. A person decides: 'no_difference' is never "the same goods". */
export interface PhotoComparison {
  outcome: ComparisonOutcome;
  reasons: ComparisonReason[];
  /** The strongest first. */
  differences: PhotoDifference[];
  /** Points of the sealed label found on the shipped photo; many inliers never mean the same goods. */
  inliers: number;
  /**
   * Where a place of the sealed photo lies on the shipped one, both upright and in their own pixels; null when the
   * label was not found there. Flat: a curved pack fits in its middle alone.
   */
  homography: Homography | null;
  /** Fine detail of the shipped photo against the sealed one: 1 is as sharp; null when not compared. */
  sharpness: number | null;
  ms: number;
  version: typeof COMPARISON_VERSION;
  thresholds: typeof THRESHOLDS;
}
