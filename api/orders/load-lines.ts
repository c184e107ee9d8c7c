import type { Trx } from '../../db/connect.ts';
import { copyIntoPartition, copyIntoStaging, createStaging } from '../../db/copy-orders.ts';
import { readKnownParties } from '../../db/queries/order-import.ts';
import {
  anyKeyKnown,
  dropStaged,
  dropStagedDuplicates,
  lockPlatform,
  mergeStaged,
  refreshStatistics,
  sumImported,
  sumStaged,
  type Totals,
} from '../../db/queries/order-import-lines.ts';
import { linkRefunds } from '../../db/queries/order-import-refunds.ts';
import { attributeMerged, followSales } from '../../db/queries/order-streams.ts';
import type { StreamWindow } from '../domain/stream-window.ts';
import type { ByteProgress } from '../files/bomb.ts';
import type { OrderFile } from './reading/order-file.ts';
import type { KnownParties } from './reading/parties.ts';
import type { Plan } from './reading/plan.ts';
import {
  MAX_KEPT_REJECTS,
  type OrderReading,
  type ReadSummary,
  type Reject,
  readOrders,
} from './reading/read-orders.ts';
import { sampleKeys } from './reading/sample-keys.ts';

export interface LoadInput {
  file: OrderFile;
  plan: Plan;
  importId: number;
  progress: ByteProgress;
  signal: AbortSignal;
}

/** What became of every line of the file; the four counts add up to `summary.lines`. */
export interface Loaded {
  summary: ReadSummary;
  stored: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rejects: Reject[];
  /** Of the lines that count: stored, updated and unchanged ones. */
  totals: Totals;
  /** The streams the lines were looked up in. */
  streams: readonly StreamWindow[];
}

/**
 * Reads the file into order_line: straight into the table when its keys look new, through a staging table when one is
 * known or stands twice. What PostgreSQL holds is checked against what the reader saw; a difference throws.
 */
export async function loadLines(trx: Trx, input: LoadInput): Promise<Loaded> {
  const { platform } = input.plan;
  // Before anything is read: what the probe finds and the merge compares must not change until it is written.
  await lockPlatform(trx, platform);
  const known = await readKnownParties(trx, platform);
  const sample = await sampleKeys(input.file, input.plan, input.signal);
  const isNew = !(await anyKeyKnown(trx, platform, sample));
  const loaded =
    (isNew ? await loadNew(trx, input, known) : undefined) ?? (await loadMerged(trx, input, known));
  if (loaded.stored + loaded.updated > 10_000) await refreshStatistics(trx, platform);
  await linkRefunds(trx, platform);
  await followSales(trx, platform);
  return loaded;
}

/** undefined: a key was known after all, nothing is in. */
async function loadNew(trx: Trx, input: LoadInput, known: KnownParties): Promise<Loaded | undefined> {
  const reading = begin(input, known, false);
  const { summary, columns, bytes } = reading;
  const copied = await copyIntoPartition(trx, input.plan.platform, columns, bytes);
  if (copied === undefined) return undefined;
  const totals = await sumImported(trx, input.plan.platform, input.importId);
  reconcile(summary, copied, totals);
  const { rejected, rejects } = summary;
  return {
    summary,
    stored: copied,
    updated: 0,
    unchanged: 0,
    rejected,
    rejects,
    totals,
    streams: known.streams,
  };
}

async function loadMerged(trx: Trx, input: LoadInput, known: KnownParties): Promise<Loaded> {
  const { platform } = input.plan;
  const reading = begin(input, known, true);
  const { summary, columns, bytes } = reading;
  await createStaging(trx);
  const copied = await copyIntoStaging(trx, columns, bytes);
  let totals = await sumStaged(trx);
  reconcile(summary, copied, totals);
  const earlier = summary.mayHaveDuplicates ? await dropStagedDuplicates(trx, columns) : [];
  const merged = await mergeStaged(trx, platform, input.importId, columns);
  mustEqual('paid amounts merged', merged.keptPaidFen, merged.givenPaidFen);
  if (known.streams.length > 0) await attributeMerged(trx, platform);
  if (merged.older.length > 0) {
    await dropStaged(
      trx,
      merged.older.map((row) => row.line),
    );
  }
  if (earlier.length + merged.older.length > 0) totals = await sumStaged(trx);
  const differing = earlier.filter((row) => row.differs);
  const rejects = [
    ...summary.rejects,
    ...differing.map((row) =>
      lateReject(
        row.line,
        'superseded',
        `line ${row.byLine} says something else of the same order line and comes later`,
      ),
    ),
    ...merged.older.map((row) =>
      lateReject(
        row.line,
        'older_than_stored',
        `import ${row.importId} already has this line as settled; this file is older`,
      ),
    ),
  ];
  const rejected = summary.rejected + differing.length + merged.older.length;
  const { stored, updated } = merged;
  const unchanged = summary.lines - rejected - stored - updated;
  mustEqual(
    'lines in the table',
    totals.lines,
    stored + updated + unchanged - (earlier.length - differing.length),
  );
  return {
    summary,
    stored,
    updated,
    unchanged,
    rejected,
    rejects: rejects.slice(0, MAX_KEPT_REJECTS),
    totals,
    streams: known.streams,
  };
}

function begin(input: LoadInput, known: KnownParties, watchDuplicates: boolean): OrderReading {
  const { file, plan, importId, progress, signal } = input;
  progress.bytesRead = 0;
  return readOrders(file, { plan, importId, known, progress, signal, watchDuplicates });
}

/** The reader's own counts and sums against PostgreSQL's. */
function reconcile(summary: ReadSummary, copied: number, totals: Totals): void {
  mustEqual('lines', summary.accepted + summary.rejected, summary.lines);
  mustEqual('copied lines', copied, summary.accepted);
  mustEqual('stored lines', totals.lines, summary.accepted);
  mustEqual('paid amounts', totals.paidFen, summary.paidFen);
  mustEqual('settled amounts', totals.settledFen, summary.settledFen);
  mustEqual('refunded amounts', totals.refundedFen, summary.refundFen - summary.refundLinesPaidFen);
}

/** A difference is a bug, not a user's mistake: the transaction is rolled back and the error logged. */
function mustEqual(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`import does not add up: ${what} ${found}, expected ${expected}`);
}

const lateReject = (line: number, code: string, reason: string): Reject => ({
  line,
  columnName: null,
  code,
  reason,
  raw: '',
});
