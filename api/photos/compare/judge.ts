import { findSpots, type Spot } from './boxes.ts';
import { COLOUR_CELL_PIXELS } from './colour-score.ts';
import type { ComparisonOutcome, ComparisonReason, DifferenceKind, PhotoDifference } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Frame } from './place-grid.ts';
import { quantile, valuesWhere } from './plane.ts';
import { THRESHOLDS } from './thresholds.ts';

export interface Verdict {
  outcome: ComparisonOutcome;
  reasons: ComparisonReason[];
  differences: PhotoDifference[];
}

export type Thresholds = { [Name in keyof typeof THRESHOLDS]: number };

/** Spots of print this near to each other on a line are one. */
const JOIN_PIXELS = 36;
const JOIN_CELLS = 6;
const MOVED_PIXELS = 10;
const MOVED_NCC = 0.9;
/** A window looks beyond the change by half its size. */
const WINDOW_OVERLAP_PIXELS = 5;
/** A box holds at least a character of small print: less shows nobody where to look. */
const LEAST_BOX_PIXELS = 16;

/** What the evidence says under the thresholds. `scale`: pixels of the photo for one of the evidence. */
export function judge(
  evidence: Evidence,
  frame: Frame,
  scale: number,
  limits: Thresholds = THRESHOLDS,
): Verdict {
  const notes: ComparisonReason[] = [];
  if (evidence.contrast < limits.leastContrast)
    return { outcome: 'retake', reasons: ['too_dark'], differences: [] };
  if (evidence.blurPixels > limits.mostBlurPixels)
    return { outcome: 'retake', reasons: ['blurred'], differences: [] };
  const spots = findSpots(evidence.print, limits.printScore, JOIN_PIXELS).filter(
    ({ cells }) => cells >= limits.leastPrintPixels,
  );
  const glared = spots.filter((spot) => isGlare(evidence, frame, spot));
  const printed = spots.filter(
    (spot) => !glared.includes(spot) && !(evidence.curved && isMerelyMoved(evidence, frame, spot)),
  );
  const coloured = findSpots(evidence.colour, limits.colourScore, JOIN_CELLS).filter(
    ({ cells }) => cells >= limits.leastColourCells,
  );
  const differences = [
    ...printed.map((spot) =>
      toDifference(spot, frame, scale, kindOf(evidence, frame, spot), limits.printScore),
    ),
    ...coloured.map((spot) => toDifference(inPixels(spot), frame, scale, 'colour', limits.colourScore)),
  ].sort((a, b) => b.score - a.score);
  if (differingShare(evidence, limits.printScore) > limits.otherProductShare)
    return { outcome: 'cannot_compare', reasons: ['other_product'], differences };
  if (glareShare(evidence, frame, glared) > limits.mostGlareShare) notes.push('glare');
  if (evidence.cutOffShare > (evidence.curved ? limits.mostCutOffShareCurved : limits.mostCutOffShare))
    notes.push('cut_off');
  else if (evidence.curved) notes.push('curved_edges_not_compared');
  else if (evidence.unseenShare > 0.002) notes.push('margin_not_seen');
  const retake = notes.some((note) => note === 'glare' || note === 'cut_off');
  const outcome = differences.length > 0 ? 'different' : retake ? 'retake' : 'no_difference';
  return { outcome, reasons: notes, differences };
}

/** Part of the print of either photo that differs. */
export function differingShare({ print, inked, seen }: Evidence, threshold: number): number {
  let [all, differing] = [0, 0];
  for (let i = 0; i < inked.length; i++) {
    if (inked[i] !== 1 || seen[i] !== 1) continue;
    all++;
    if (print.data[i]! >= threshold) differing++;
  }
  return all === 0 ? 0 : differing / all;
}

const inPixels = (spot: Spot): Spot => ({
  ...spot,
  left: spot.left * COLOUR_CELL_PIXELS,
  top: spot.top * COLOUR_CELL_PIXELS,
  right: (spot.right + 1) * COLOUR_CELL_PIXELS - 1,
  bottom: (spot.bottom + 1) * COLOUR_CELL_PIXELS - 1,
});

function toDifference(
  spot: Spot,
  frame: Frame,
  scale: number,
  kind: DifferenceKind,
  threshold: number,
): PhotoDifference {
  const trim = kind === 'colour' ? 0 : WINDOW_OVERLAP_PIXELS;
  const trimX = Math.min(trim, (spot.right - spot.left + 1 - LEAST_BOX_PIXELS) / 2);
  const trimY = Math.min(trim, (spot.bottom - spot.top + 1 - LEAST_BOX_PIXELS) / 2);
  const box = [
    (spot.left + trimX + frame.left) * scale,
    (spot.top + trimY + frame.top) * scale,
    (spot.right - spot.left + 1 - 2 * trimX) * scale,
    (spot.bottom - spot.top + 1 - 2 * trimY) * scale,
  ].map(Math.round) as PhotoDifference['box'];
  return { box, kind, score: Math.round((spot.peak / threshold) * 100) / 100 };
}

/** Print that is there on one photo alone is missing or added; on both it is changed. */
function kindOf(evidence: Evidence, frame: Frame, spot: Spot): DifferenceKind {
  let [sealed, shipped] = [0, 0];
  eachPixel(frame, spot, (i) => {
    sealed += evidence.sealedPrint.data[i]! ** 2;
    shipped += evidence.shippedPrint.data[i]! ** 2;
  });
  if (shipped < 0.12 * sealed) return 'missing';
  return sealed < 0.12 * shipped ? 'added' : 'print';
}

/** On a curved pack the placement errs by a few pixels away from print: the same look nearby is no difference. */
function isMerelyMoved({ sealedPrint, shippedPrint, seen }: Evidence, frame: Frame, spot: Spot): boolean {
  for (let dy = -MOVED_PIXELS; dy <= MOVED_PIXELS; dy++)
    for (let dx = -MOVED_PIXELS; dx <= MOVED_PIXELS; dx++) {
      let [aa, bb, ab] = [1e-9, 1e-9, 0];
      eachPixel(frame, spot, (i) => {
        const j = i + dy * frame.width + dx;
        if (seen[i] !== 1 || seen[j] !== 1) return;
        aa += sealedPrint.data[i]! ** 2;
        bb += shippedPrint.data[j]! ** 2;
        ab += sealedPrint.data[i]! * shippedPrint.data[j]!;
      });
      if (ab / Math.sqrt(aa * bb) > MOVED_NCC) return true;
    }
  return false;
}

/** Whited out while the paper elsewhere is not: nothing can be said of the print there. */
function isGlare(evidence: Evidence, frame: Frame, spot: Spot): boolean {
  let [all, white] = [0, 0];
  eachPixel(frame, spot, (i) => {
    all++;
    if (evidence.shippedLuma.data[i]! >= 252) white++;
  });
  if (white < 0.95 * all) return false;
  const paper = quantile(valuesWhere(evidence.shippedLuma, evidence.seen), 0.6);
  return paper < 245;
}

function glareShare({ inked }: Evidence, frame: Frame, glared: Spot[]): number {
  let covered = 0;
  for (const spot of glared) eachPixel(frame, spot, (i) => (covered += inked[i]!));
  const all = inked.reduce((sum, value) => sum + value, 0);
  return all === 0 ? 0 : covered / all;
}

function eachPixel(frame: Frame, spot: Spot, visit: (index: number) => void): void {
  for (let y = spot.top; y <= Math.min(spot.bottom, frame.height - 1); y++)
    for (let x = spot.left; x <= Math.min(spot.right, frame.width - 1); x++) visit(y * frame.width + x);
}
