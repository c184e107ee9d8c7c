import type { Trx } from '../../db/connect.ts';
import { type DifferenceRow, listDifferences } from '../../db/queries/inspection-differences.ts';
import { listUnits, readUnit, type UnitPhotoRow, type UnitRow } from '../../db/queries/inspection-units.ts';
import {
  type CustodyRow,
  type InspectionRow,
  listCustody,
  readInspection,
} from '../../db/queries/inspections.ts';
import { readSeal, type SealRow } from '../../db/queries/sample-seals.ts';
import type { Reason } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import type { Comparison } from '../domain/inspection/compare-unit.ts';
import { type FindingCode, sayFinding } from '../domain/inspection/finding-words.ts';
import {
  type InspectionFacts,
  type InspectionVerdict,
  judge,
  whyNotAddUnit,
  whyNotClose,
  whyNotWithdraw,
} from '../domain/inspection/inspection-life.ts';
import { whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';

interface Words {
  zh: string;
  en: string;
}

export type ShownDifference = Omit<DifferenceRow, 'photoComparisonId'> & { words: Words };
export type ShownUnit = Omit<UnitRow, 'comparison' | 'photos'> & {
  rows: (Comparison & { words: Words })[];
  missing: { barcode: boolean; faces: string[] };
  photos: Omit<UnitPhotoRow, 'barcodes'>[];
  differences: ShownDifference[];
};
export type ShownInspection = Omit<InspectionRow, 'rules' | 'tallies' | 'startedById' | 'verdict'> & {
  isSingleSource: boolean;
  unitCount: number;
  openRows: number;
  opensCase: boolean;
  verdictNow: InspectionVerdict;
};
export type InspectionRecord = ShownInspection & {
  units: ShownUnit[];
  custody: CustodyRow[];
  refusals: Record<'close' | 'withdraw' | 'addUnit', Reason | null>;
};

export const factsOf = ({
  status,
  planMajor,
  planMinor,
  tallies,
  comparing,
}: InspectionRow): InspectionFacts => ({
  status,
  plans: planMajor && planMinor ? { major: planMajor, minor: planMinor } : null,
  units: tallies.map(({ unitNo, worst, undecided }) => ({ unitNo: String(unitNo), worst, undecided })),
  comparing,
});

export function shownInspection(row: InspectionRow): ShownInspection {
  const { rules: _rules, tallies, startedById: _by, verdict: _verdict, ...rest } = row;
  return {
    ...rest,
    isSingleSource: Boolean(row.planMajor?.isSingleSource || row.planMinor?.isSingleSource),
    unitCount: tallies.length,
    openRows: tallies.reduce((sum, { undecided }) => sum + undecided, 0),
    opensCase: tallies.some(({ worst }) => worst === 'critical'),
    verdictNow: judge(factsOf(row)),
  };
}

/** An inspection with its units, whose hands it was in, and why it cannot be closed yet. */
export async function showInspection(trx: Trx, id: number, identity: Identity): Promise<InspectionRecord> {
  const row = found(await readInspection(trx, id), 'inspection', id);
  const seal = (await readSeal(trx, row.sampleId))!;
  const units = await listUnits(trx, id);
  const differences = await listDifferences(trx, { inspectionId: id });
  const facts = factsOf(row);
  const { role } = identity;
  return {
    ...shownInspection(row),
    units: units.map((unit) =>
      shownUnit(
        unit,
        seal,
        differences.filter(({ unitId }) => unitId === unit.id),
      ),
    ),
    custody: await listCustody(trx, id),
    refusals: {
      close: whyNot(role, 'inspections.close') ?? whyNotClose(facts) ?? null,
      withdraw: whyNot(role, 'inspections.close') ?? whyNotWithdraw(facts) ?? null,
      addUnit: whyNot(role, 'inspections.record') ?? whyNotAddUnit(facts) ?? null,
    },
  };
}

export async function showUnit(trx: Trx, id: number): Promise<ShownUnit> {
  const unit = found(await readUnit(trx, id), 'unit', id);
  const { sampleId } = (await readInspection(trx, unit.inspectionId))!;
  return shownUnit(unit, (await readSeal(trx, sampleId))!, await listDifferences(trx, { unitId: id }));
}

export function shownDifference({ photoComparisonId: _id, ...row }: DifferenceRow): ShownDifference {
  return { ...row, words: wordsOf(row) };
}

function shownUnit(
  { comparison, photos, ...unit }: UnitRow,
  { faces }: SealRow,
  differences: readonly DifferenceRow[],
): ShownUnit {
  const shot = new Set(photos.map(({ face }) => face));
  return {
    ...unit,
    rows: comparison.map((row) => ({ ...row, words: sayFinding(row) })),
    missing: {
      barcode: unit.barcode === null,
      faces: faces.map(({ face }) => face).filter((face) => !shot.has(face)),
    },
    photos: photos.map(({ barcodes: _codes, ...photo }) => photo),
    differences: differences.map(shownDifference),
  };
}

/** A place in a photo is pointed at; what it is, a person says. */
const PHOTO_WORDS: Record<string, Words> = {
  photo_differs: {
    zh: '照片此处与封样不一致，请人工核对',
    en: 'the photo differs here from the sample: look at it',
  },
  photo_cannot_compare: {
    zh: '照片无法与封样对齐比对，请人工核对',
    en: 'the photo could not be laid over the sample: look at it',
  },
  photo_retake: {
    zh: '照片不够清晰，请重拍或人工核对',
    en: 'the photo is not clear enough: take it again or look at it',
  },
};

const wordsOf = ({ code, values }: { code: string; values: Record<string, string> }): Words =>
  PHOTO_WORDS[code] ?? sayFinding({ code: code as FindingCode, values });
