import type { Reason } from '../../api/domain/error.ts';
import type { Comparison } from '../../api/domain/inspection/compare-unit.ts';
import type { Criticality, PartChange } from '../../api/domain/inspection/comparison.ts';
import type { InspectionStatus, InspectionVerdict } from '../../api/domain/inspection/inspection-life.ts';
import type { Category } from '../../api/domain/inspection/templates.ts';
import type { SamplingPlan } from '../../api/domain/sampling/plan.ts';
import type { Tone } from '../fields/StatusChip.tsx';
import type { PhotoBox, Point } from '../photos/photo.ts';

export interface Words {
  zh: string;
  en: string;
}

export interface Decision {
  id: number;
  kind: 'uphold' | 'dismiss' | 'reopen';
  criticality: Criticality | null;
  reason: string;
  decidedByName: string | null;
  decidedAt: string;
}

export interface Difference {
  id: number;
  unitId: number;
  unitNo: number;
  origin: 'attribute' | 'barcode' | 'photo';
  attribute: string | null;
  face: string | null;
  outcome: 'different' | 'cannot_compare';
  code: string;
  values: Record<string, string>;
  parts: PartChange[] | null;
  words: Words;
  box: PhotoBox | null;
  sealed: string | null;
  shipped: string | null;
  criticality: Criticality | null;
  state: 'open' | 'upheld' | 'dismissed';
  decidedCriticality: Criticality | null;
  decisions: Decision[];
}

export interface PhotoComparison {
  id: number;
  state: 'queued' | 'running' | 'done' | 'failed';
  outcome: 'no_difference' | 'different' | 'cannot_compare' | 'retake' | null;
  reason: string | null;
  score: number | null;
  /** From the sealed photo's pixels to this one's; null where the label was not found. */
  homography: number[] | null;
  engineVersion: string | null;
  tookMs: number | null;
  failureCode: string | null;
  sealedPhotoId: number;
}

export interface UnitPhoto {
  id: number;
  face: string;
  photoId: number;
  width: number;
  height: number;
  isLatest: boolean;
  comparison: PhotoComparison | null;
}

export type UnitRow = Comparison & { words: Words };

export interface Unit {
  id: number;
  inspectionId: number;
  unitNo: number;
  batch: string | null;
  attributes: Record<string, string>;
  barcode: string | null;
  barcodeSource: 'photo' | 'typed' | null;
  note: string | null;
  inspectedOn: string;
  recordedByName: string | null;
  recordedAt: string;
  rowVersion: number;
  rows: UnitRow[];
  missing: { barcode: boolean; faces: string[] };
  photos: UnitPhoto[];
  differences: Difference[];
}

export interface CustodyStep {
  id: number;
  step: string;
  at: string;
  place: string;
  holder: string;
  note: string | null;
  photoId: number | null;
  recordedByName: string | null;
  recordedAt: string;
}

export interface Inspection {
  id: number;
  kind: 'lot' | 'mystery';
  productId: number;
  productName: string;
  brandName: string | null;
  sampleId: number;
  category: Category;
  status: InspectionStatus;
  lotNo: string | null;
  lotSize: number | null;
  level: string | null;
  aqlMajor: string | null;
  aqlMinor: string | null;
  stage: string | null;
  planMajor: SamplingPlan | null;
  planMinor: SamplingPlan | null;
  isSingleSource: boolean;
  isResubmitted: boolean;
  orderNo: string | null;
  platform: string | null;
  boughtBy: string | null;
  boughtAt: string | null;
  receivedAt: string | null;
  paidFen: number | null;
  note: string | null;
  startedByName: string | null;
  startedAt: string;
  closedByName: string | null;
  closedAt: string | null;
  closingNote: string | null;
  contentSha256: string | null;
  unitCount: number;
  openRows: number;
  comparing: number;
  opensCase: boolean;
  verdictNow: InspectionVerdict;
  rowVersion: number;
  /** Only of a whole record. */
  units?: Unit[];
  custody?: CustodyStep[];
  refusals?: Record<'close' | 'withdraw' | 'addUnit', Reason | null>;
}

/** The seal an inspection is held against, as far as these screens need it. */
export interface SealFaces {
  attributes: Record<string, string>;
  batch: string;
  faces: {
    id: number;
    face: string;
    photoId: number;
    width: number;
    height: number;
    outline: Point[];
    variableZones: Point[][];
  }[];
}

export const CRITICALITY_TONES: Record<Criticality, Tone> = { critical: 'bad', major: 'wait', minor: 'off' };

export const VERDICT_TONES: Record<InspectionVerdict['verdict'], Tone> = {
  open: 'wait',
  accepted: 'good',
  rejected: 'bad',
  differences_found: 'bad',
  no_difference_found: 'good',
};

/** Of a unit in one glance: what waits, the worst that was upheld, and whether photos are still being compared. */
export function sumOf({ differences, photos }: Pick<Unit, 'differences' | 'photos'>) {
  const upheld = differences
    .filter(({ state }) => state === 'upheld')
    .map((one) => one.decidedCriticality ?? one.criticality);
  const worst = (['critical', 'major', 'minor'] as const).find((one) => upheld.includes(one)) ?? null;
  return {
    open: differences.filter(({ state }) => state === 'open').length,
    dismissed: differences.filter(({ state }) => state === 'dismissed').length,
    worst,
    comparing: photos.filter((photo) => photo.isLatest && isComparing(photo)).length,
  };
}

export const isComparing = ({ comparison }: Pick<UnitPhoto, 'comparison'>): boolean =>
  comparison !== null && (comparison.state === 'queued' || comparison.state === 'running');
