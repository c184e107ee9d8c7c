import type { DifferenceRow, DifferenceValues } from '../../db/queries/inspection-differences.ts';
import type { InspectionRow } from '../../db/queries/inspections.ts';
import type { PhotoRow } from '../../db/queries/photos.ts';
import type { SealRow } from '../../db/queries/sample-seals.ts';
import { DomainError } from '../domain/error.ts';
import { compareGtin } from '../domain/inspection/compare-text.ts';
import { type Comparison, compareUnit } from '../domain/inspection/compare-unit.ts';
import type { Attributes } from '../domain/inspection/comparison.ts';
import { gtinForms } from '../domain/inspection/gtin-forms.ts';
import { loadToSimplified } from './to-simplified.ts';

export interface Barcode {
  barcode: string | null;
  barcodeSource: 'photo' | 'typed' | null;
}

/** What a person typed, else what a photo of the unit shows; none is said, never refused. */
export function barcodeOf(typed: string | null, photos: readonly Pick<PhotoRow, 'barcodes'>[]): Barcode {
  if (typed !== null) return { barcode: typed, barcodeSource: 'typed' };
  const read = photos
    .flatMap(({ barcodes }) => barcodes.map(({ text }) => text))
    .find((text) => gtinForms(text).length > 0);
  return read === undefined
    ? { barcode: null, barcodeSource: null }
    : { barcode: read, barcodeSource: 'photo' };
}

/** Every row of a unit against the sealed sample, by the rules the inspection began with, and what waits for a person. */
export async function compareWithSeal(
  { rules }: Pick<InspectionRow, 'rules'>,
  seal: Pick<SealRow, 'attributes'>,
  unit: { attributes: Attributes; barcode: string | null; inspectedOn: string },
): Promise<{ comparison: Comparison[]; differences: DifferenceValues[] }> {
  const gtin = rules.find(({ comparator }) => comparator.by === 'gtin');
  const isTyped = gtin !== undefined && (unit.attributes[gtin.attribute] ?? '') !== '';
  // Nobody types what a photo shows already.
  const shipped =
    gtin && !isTyped && unit.barcode !== null
      ? { ...unit.attributes, [gtin.attribute]: unit.barcode }
      : unit.attributes;
  const comparison = compareUnit(rules, seal.attributes, shipped, {
    inspectedOn: unit.inspectedOn,
    toSimplified: await loadToSimplified(),
  });
  const differences = comparison.flatMap((row) => asDifference(row) ?? []);
  const sealed = gtin && seal.attributes[gtin.attribute];
  if (!gtin || !sealed || !isTyped || unit.barcode === null) return { comparison, differences };
  const finding = compareGtin(sealed, unit.barcode);
  // Written down is one code, the photo shows another: the row of the attribute would not tell.
  const isOther =
    finding.outcome === 'different' &&
    compareGtin(shipped[gtin.attribute]!, unit.barcode).outcome === 'different';
  if (!isOther) return { comparison, differences };
  return {
    comparison,
    differences: [
      ...differences,
      {
        ...NOTHING,
        ...{ origin: 'barcode', outcome: 'different', code: finding.code, values: finding.values },
        ...{ sealed, shipped: unit.barcode, criticality: gtin.criticality },
      },
    ],
  };
}

/**
 * What changes when a unit is compared anew: rows that are as they were stay, with what was decided on them; others are
 * replaced. Throws `decided_already`, naming the attributes, where somebody decided on what would change.
 */
export function planReplacement(
  before: readonly DifferenceRow[],
  after: readonly DifferenceValues[],
): { replaced: number[]; added: DifferenceValues[] } {
  const rows = before.filter(({ origin }) => origin !== 'photo');
  const isKept = (old: DifferenceRow) => after.some((one) => isSame(old, one));
  const gone = rows.filter((old) => !isKept(old));
  const decided = gone
    .filter(({ state }) => state !== 'open')
    .map(({ attribute, origin }) => attribute ?? origin);
  if (decided.length > 0)
    throw new DomainError(
      'conflict',
      'decided_already',
      `somebody decided on ${decided.join(', ')}: take the decision back before the unit is corrected`,
      { details: { attributes: decided } },
    );
  return {
    replaced: gone.map(({ id }) => id),
    added: after.filter((one) => !rows.some((old) => isSame(old, one))),
  };
}

const NOTHING = { attribute: null, face: null, photoComparisonId: null, parts: null, box: null } as const;

function asDifference(row: Comparison): DifferenceValues | undefined {
  if (row.outcome !== 'different' && row.outcome !== 'cannot_compare') return undefined;
  const { attribute, outcome, code, sealed, shipped, criticality } = row;
  const parts = row.parts ?? null;
  return {
    ...NOTHING,
    origin: 'attribute',
    attribute,
    outcome,
    code,
    values: { ...row.values },
    parts,
    sealed,
    shipped,
    criticality,
  };
}

const isSame = (a: DifferenceValues, b: DifferenceValues): boolean =>
  a.origin === b.origin &&
  a.attribute === b.attribute &&
  a.code === b.code &&
  a.sealed === b.sealed &&
  a.shipped === b.shipped &&
  a.criticality === b.criticality;
