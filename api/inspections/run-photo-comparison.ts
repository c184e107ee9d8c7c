import { readFile } from 'node:fs/promises';
import { type DifferenceValues, insertDifferences } from '../../db/queries/inspection-differences.ts';
import { readInspection } from '../../db/queries/inspections.ts';
import {
  type ComparisonTask,
  failComparison,
  holdComparison,
  keepComparison,
  markComparing,
  type PhotoResult,
} from '../../db/queries/photo-comparisons.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import type { Point } from '../../db/queries/sample-seals.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError } from '../domain/error.ts';
import { SYSTEM } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { keptPath } from '../http/uploads/keep-file.ts';

/** Lays a shipped photo over the sealed one; zones in the sealed photo's upright pixels. */
export type ComparePhotos = (
  sealed: Uint8Array,
  shipped: Uint8Array,
  options: { label: Point[]; ignore: Point[][]; signal: AbortSignal },
) => Promise<PhotoResult>;

const MAX_ATTEMPTS = 3;

/**
 * Compares one face of one unit and keeps what was found, with its thresholds and version; each box becomes a row that
 * a person decides on. Throws when it must be tried again.
 */
export async function runPhotoComparison(
  { db, dataDir, log }: Services,
  comparisonId: number,
  compare: ComparePhotos,
  signal: AbortSignal,
): Promise<void> {
  const task = await inTransaction(db, SYSTEM, async (trx) => {
    const held = await holdComparison(trx, comparisonId);
    if (!held || held.state === 'done' || held.state === 'failed') return undefined;
    if (held.attempts >= MAX_ATTEMPTS) {
      await failComparison(trx, comparisonId, 'gave_up');
      return undefined;
    }
    await markComparing(trx, comparisonId);
    return held;
  });
  if (!task) return;
  const end = (work: (trx: Parameters<typeof keepComparison>[0]) => Promise<void>) =>
    inTransaction(db, SYSTEM, work);
  try {
    const [sealed, shipped] = await Promise.all(
      [task.sealedSha256, task.shippedSha256].map((sha256) => readFile(keptPath(dataDir, sha256))),
    );
    const { outline: label, variableZones: ignore } = task;
    const result = await compare(sealed!, shipped!, { label, ignore, signal });
    await end((trx) => keepResult(trx, task, result));
  } catch (error) {
    if (signal.aborted) throw error;
    const code = error instanceof DomainError ? error.code : 'broken';
    if (!isOfThePhoto(code) && task.attempts + 1 < MAX_ATTEMPTS) throw error;
    log.error({ err: error, comparisonId }, 'photos not compared');
    await end((trx) => failComparison(trx, comparisonId, code));
  }
}

/** A refusal of a photo stays one; that it took too long may be for the machine's other work. */
const isOfThePhoto = (code: string): boolean => code !== 'broken' && code !== 'photo_too_slow';

async function keepResult(
  trx: Parameters<typeof keepComparison>[0],
  { id, unitId, inspectionId }: ComparisonTask,
  result: PhotoResult,
): Promise<void> {
  await lockRow(trx, 'inspection', inspectionId);
  // Another photo of this face may have come meanwhile, and another process may have been quicker.
  const now = await holdComparison(trx, id);
  if (now?.state !== 'running') return;
  await keepComparison(trx, id, result);
  const isOpen = (await readInspection(trx, inspectionId))?.status === 'open';
  if (now.isLatest && isOpen) await insertDifferences(trx, unitId, toDifferences(id, now.face, result));
}

function toDifferences(photoComparisonId: number, face: string, result: PhotoResult): DifferenceValues[] {
  const of = {
    ...{ origin: 'photo' as const, attribute: null, face, photoComparisonId, parts: null },
    ...{ sealed: null, shipped: null, criticality: null },
  };
  if (result.outcome === 'no_difference') return [];
  if (result.outcome !== 'different')
    return [
      {
        ...of,
        outcome: 'cannot_compare',
        code: `photo_${result.outcome}`,
        values: result.reason === null ? {} : { reason: result.reason },
        box: null,
      },
    ];
  return result.boxes.map(({ kind, ...box }) => ({
    ...{ ...of, outcome: 'different', code: 'photo_differs', values: { kind }, box },
  }));
}
