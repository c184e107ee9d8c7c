import type { Trx } from '../../../db/connect.ts';
import { readAgency } from '../../../db/queries/agency.ts';
import { readUpheldDifferences, type UpheldDifference } from '../../../db/queries/case-differences.ts';
import { type CaseLine, readCaseLines } from '../../../db/queries/case-lines.ts';
import {
  type PackFile,
  type PackInspection,
  type PackPhoto,
  readPackEvidence,
  readPackInspections,
  readPackPapers,
} from '../../../db/queries/case-pack.ts';
import type { CaseParts, CaseRow } from '../../../db/queries/cases.ts';
import { type HoldRecord, listHolds } from '../../../db/queries/holds.ts';
import type { Identity } from '../../domain/identity.ts';
import { type ShownClaim, showClaim } from '../claim.ts';
import { gatherCase } from '../gather-case.ts';

export interface CasePack {
  agency: { name: string; creditCode: string | null };
  row: CaseRow;
  parts: CaseParts;
  holds: HoldRecord[];
  inspections: PackInspection[];
  differences: UpheldDifference[];
  lines: CaseLine[];
  claim: { fraud: ShownClaim; unsafeFood: ShownClaim };
  papers: { no: string; sha256: string; bytes: Buffer }[];
  files: PackFile[];
  photos: PackPhoto[];
  snapshots: { evidenceId: number; snapshot: unknown }[];
  /** The day of the last step: a pack of the same case is the same bytes on any day. */
  asOf: string;
}

/** Everything a case's evidence pack holds, as the case stands. */
export async function gatherPack(trx: Trx, identity: Identity, id: number): Promise<CasePack> {
  const { row, parts } = await gatherCase(trx, identity, id);
  const { name, creditCode } = await readAgency(trx);
  const evidence = await readPackEvidence(trx, id);
  return {
    agency: { name, creditCode },
    row,
    parts,
    holds: await listHolds(trx, id),
    inspections: (await readPackInspections(trx, id)).map((one) => ({
      ...one,
      photos: one.photos.map(inWholePixels),
    })),
    differences: await readUpheldDifferences(trx, id),
    lines: await readCaseLines(trx, id),
    claim: { fraud: await showClaim(trx, id, 'fraud'), unsafeFood: await showClaim(trx, id, 'unsafe_food') },
    papers: await readPackPapers(trx, id),
    ...evidence,
    photos: evidence.photos.map(inWholePixels),
    asOf: parts.steps.at(-1)!.at,
  };
}

/** A frame is drawn on whole pixels, and what a paper hashes has no fractions. */
const inWholePixels = (photo: PackPhoto): PackPhoto => ({
  ...photo,
  boxes: photo.boxes.map(({ x, y, width, height }) => ({
    ...{ x: Math.floor(x), y: Math.floor(y) },
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
  })),
});
