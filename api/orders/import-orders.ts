import type { Db, Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  closeImport,
  failInterruptedImports,
  finishImport,
  holdImport,
  insertFile,
  insertImport,
  insertRejects,
  type NewImport,
  startImport,
} from '../../db/queries/order-import.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../files/limits.ts';
import { type KeptFile, keepFile } from '../http/uploads/keep-file.ts';
import { catchUpStreams } from './catch-up-streams.ts';
import { chooseReading, type Reading } from './choose-reading.ts';
import { followImport } from './follow-import.ts';
import { type Loaded, loadLines } from './load-lines.ts';
import { type OrderFile, openOrderFile } from './reading/order-file.ts';
import type { Gap } from './reading/parties.ts';

export interface ImportRequest {
  db: Db;
  identity: Identity;
  /** Where original files are kept. */
  dataDir: string;
  file: { path: string; name: string };
  /** A mapping for this file (see mapping.schema.ts); a profile's id; neither: the header decides. */
  mapping?: unknown;
  profile?: string;
  /** Do everything, answer with the figures, keep nothing. */
  dryRun?: boolean;
  /** The row of an import that waits for its turn; without one the import announces itself. */
  importId?: number;
  onProgress?: (progress: { bytesRead: number; bytesTotal: number }) => void;
  signal?: AbortSignal;
  limits?: ReadLimits;
}

/** Amounts in fen. `lines` = stored + updated + unchanged + rejected. */
export interface ImportResult {
  /** null after a dry run. */
  importId: number | null;
  /** Name of the profile or mapping that read the file. */
  recognised: string;
  profile: string;
  lines: number;
  stored: number;
  updated: number;
  unchanged: number;
  rejected: number;
  paidFen: number;
  settledFen: number;
  refundedFen: number;
  /** Ids of this file nobody is known by, the largest first; at most 1,000. */
  gaps: (Gap & { platform: string })[];
  /** The first refused lines with their reason; the import keeps up to 10,000 and counts all. */
  rejects: { line: number; columnName: string | null; code: string; reason: string }[];
}

const MAX_GAPS = 1000;
const SHOWN_REJECTS = 20;

/**
 * Imports an order file whole or not at all. Refuses (DomainError) without the right to import, a file that cannot be
 * one (`file_…`), a mapping that does not fit, a cancelled import (`import_cancelled`); refused lines only count.
 */
export async function importOrders(request: ImportRequest): Promise<ImportResult> {
  const { db, identity } = request;
  const reason = whyNot(identity.role, 'imports.create');
  if (reason) throw refuse('forbidden', reason);
  let importId = request.importId;
  try {
    const file = await openOrderFile(request.file.path, request.limits ?? DEFAULT_LIMITS);
    const reading = await inTransaction(db, identity, (trx) => chooseReading(trx, file, request));
    if (request.dryRun) return await tryOut(request, file, reading);
    importId = await announce(request, file, reading);
    return await run(request, file, reading, importId);
  } catch (error) {
    const wasCancelled = isAbort(error) || request.signal?.aborted === true;
    const shown = wasCancelled
      ? new DomainError('conflict', 'import_cancelled', 'The import was cancelled; nothing of it is in.')
      : error;
    if (importId !== undefined) await close(request, importId, wasCancelled, shown);
    throw shown;
  }
}

/** A row of its own before the work: others see that an import runs, how far it is, and can cancel it. */
async function announce(request: ImportRequest, file: OrderFile, reading: Reading): Promise<number> {
  return inTransaction(request.db, request.identity, async (trx) => {
    await failInterruptedImports(trx);
    const row = rowOf(request, file, reading);
    if (request.importId === undefined) return insertImport(trx, row);
    if (await startImport(trx, request.importId, row)) return request.importId;
    throw new DomainError(
      'conflict',
      'import_not_waiting',
      'This import has been started or cancelled already.',
    );
  });
}

async function run(
  request: ImportRequest,
  file: OrderFile,
  reading: Reading,
  importId: number,
): Promise<ImportResult> {
  const follower = followImport(request, importId, file.sizeBytes);
  // The original is kept while the lines are read: it is on disk before anything says "done".
  const keeping = keepFile(request.dataDir, file.path, follower.signal);
  keeping.catch(() => {}); // awaited below, unless reading fails first
  const { db, identity } = request;
  try {
    const loaded = await inTransaction(
      db,
      identity,
      async (trx) => {
        await holdImport(trx, importId);
        const { progress, signal } = follower;
        const lines = await loadLines(trx, { file, plan: reading.plan, importId, progress, signal });
        const kept = await keeping;
        await follower.stop();
        await keepFigures(trx, request, importId, lines, kept);
        return lines;
      },
      { statementTimeoutMs: 0 },
    );
    const { platform } = reading.plan;
    await catchUpStreams(db, identity, { importId, platform, seen: loaded.streams });
    return resultOf(reading, loaded, importId);
  } finally {
    await follower.stop();
    await keeping.catch(() => {});
  }
}

async function keepFigures(
  trx: Trx,
  request: ImportRequest,
  importId: number,
  loaded: Loaded,
  kept: KeptFile,
): Promise<void> {
  await insertFile(trx, { sha256: kept.sha256, name: request.file.name, sizeBytes: kept.sizeBytes });
  await insertRejects(trx, importId, loaded.rejects);
  const figures = figuresOf(loaded);
  if (!(await finishImport(trx, importId, figures, kept.sha256)))
    throw new DOMException('cancelled', 'AbortError');
  await writeAudit(trx, request.identity, {
    action: 'imports.create',
    entity: 'order_import',
    entityId: importId,
    after: { file: request.file.name, sha256: kept.sha256, ...figures },
  });
}

/** The whole import in a transaction that is thrown away. */
async function tryOut(request: ImportRequest, file: OrderFile, reading: Reading): Promise<ImportResult> {
  const nothing = new KeepNothing();
  const signal = request.signal ?? new AbortController().signal;
  let result: ImportResult | undefined;
  try {
    await inTransaction(
      request.db,
      request.identity,
      async (trx) => {
        const importId = await insertImport(trx, rowOf(request, file, reading));
        const progress = { bytesRead: 0 };
        const loaded = await loadLines(trx, { file, plan: reading.plan, importId, progress, signal });
        result = resultOf(reading, loaded, null);
        throw nothing;
      },
      { statementTimeoutMs: 0 },
    );
  } catch (error) {
    if (error !== nothing) throw error;
  }
  return result!;
}

class KeepNothing extends Error {}

function rowOf(request: ImportRequest, file: OrderFile, reading: Reading): NewImport {
  return {
    fileName: request.file.name,
    profile: reading.profile,
    platform: reading.plan.platform,
    mapping: reading.mapping,
    mappingId: reading.mappingId,
    bytesTotal: file.sizeBytes,
    createdBy: actorId(request.identity),
  };
}

function figuresOf(loaded: Loaded) {
  const { summary, stored, updated, unchanged, rejected, totals } = loaded;
  const { paidFen, settledFen, refundedFen } = totals;
  return { lines: summary.lines, stored, updated, unchanged, rejected, paidFen, settledFen, refundedFen };
}

function resultOf(reading: Reading, loaded: Loaded, importId: number | null): ImportResult {
  const { platform } = reading.plan;
  return {
    importId,
    recognised: reading.recognised,
    profile: reading.profile,
    ...figuresOf(loaded),
    gaps: loaded.summary.gaps.slice(0, MAX_GAPS).map((gap) => ({ ...gap, platform })),
    rejects: loaded.rejects
      .slice(0, SHOWN_REJECTS)
      .map(({ line, columnName, code, reason }) => ({ line, columnName, code, reason })),
  };
}

async function close(
  request: ImportRequest,
  importId: number,
  wasCancelled: boolean,
  error: unknown,
): Promise<void> {
  const isKnown = error instanceof DomainError;
  if (isKnown && error.code === 'import_not_waiting') return;
  const failure = isKnown ? `${error.code}: ${error.message}` : 'internal error';
  await inTransaction(request.db, request.identity, (trx) =>
    closeImport(trx, importId, wasCancelled ? 'cancelled' : 'failed', failure),
  ).catch(() => {}); // the first error is the one that matters; a row left "running" is found as interrupted
}

const isAbort = (error: unknown): boolean => (error as { name?: string } | null)?.name === 'AbortError';
