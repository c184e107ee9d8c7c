import type { ByteProgress } from '../../files/bomb.ts';
import { refuseFile } from '../../files/refusal.ts';
import { createCopyWriter } from './copy-writer.ts';
import { decideLine } from './decide-line.ts';
import { createKeySet } from './key-set.ts';
import { createRegisters, type LineProblem, type LineRegisters, setText } from './line-registers.ts';
import { type OrderFile, readRows } from './order-file.ts';
import { createOrderRowWriter } from './order-row.ts';
import { createOrdinals } from './ordinals.ts';
import { createPartyFinder, type Gap, type KnownParties } from './parties.ts';
import { NUMBER_SLOT, type Plan } from './plan.ts';
import { readFields } from './read-fields.ts';
import { type BrokenCode, MAX_LINES, type Row, showRaw } from './row.ts';

/** One refused line. */
export interface Reject {
  line: number;
  columnName: string | null;
  code: string;
  reason: string;
  raw: string;
}

/** What the reader saw; complete when its bytes have been read to the end. Sums in fen, signed as they are kept. */
export interface ReadSummary {
  lines: number;
  accepted: number;
  rejected: number;
  /** The first ones only; `rejected` counts all. */
  rejects: Reject[];
  refundLines: number;
  paidFen: number;
  settledFen: number;
  refundFen: number;
  /** Sum of refund lines' paid amounts, ≤ 0. */
  refundLinesPaidFen: number;
  mayHaveDuplicates: boolean;
  gaps: Gap[];
}

export interface OrderReading {
  columns: string[];
  /** Binary COPY data, a chunk at a time. */
  bytes: AsyncGenerator<Buffer>;
  summary: ReadSummary;
}

export interface ReadOptions {
  plan: Plan;
  importId: number;
  known: KnownParties;
  progress: ByteProgress;
  /** Costs a little per line; needed where lines go through a merge. */
  watchDuplicates: boolean;
  signal?: AbortSignal;
}

/** Rejected lines kept with their reason; more are only counted. */
export const MAX_KEPT_REJECTS = 10_000;

/** An order file as rows of order_line: bytes in, COPY bytes out, with counts and sums of what went through. */
export function readOrders(file: OrderFile, options: ReadOptions): OrderReading {
  const { plan, progress, signal } = options;
  const summary = emptySummary();
  const writer = createCopyWriter();
  const rows = createOrderRowWriter(plan, options.importId, writer);
  const parties = createPartyFinder(options.known, plan.namesAnchor);
  const keys = options.watchDuplicates ? createKeySet() : undefined;
  const number = createOrdinals(plan);
  const line = createRegisters();
  const is1904 = file.workbook?.is1904 ?? false;
  const width = file.header.names.length;

  function onRow(row: Row): void {
    summary.lines++;
    if (row.line > MAX_LINES) throw tooManyLines();
    const problem = row.count === width ? convert(row) : wrongWidth(row, width);
    if (problem !== undefined) {
      reject(row.line, problem, showRow(row, file.delimiter));
      return;
    }
    parties.find(line);
    rows.write(line, row.line, parties);
    keys?.see(line);
    addUp(summary, line);
  }

  function convert(row: Row): LineProblem | undefined {
    const problem = readFields(plan, row, line, is1904);
    // counted for refused lines too, so that correcting one does not rename the others
    number(row, line);
    if (problem !== undefined) return problem;
    for (const { slot, bytes } of plan.constants) setText(line, slot, bytes, 0, bytes.length);
    for (const { slot, bps } of plan.constantRates) line.numbers[slot] = bps;
    return decideLine(plan, row, line);
  }

  function onBroken(at: number, code: BrokenCode, raw: string): void {
    summary.lines++;
    if (at > MAX_LINES) throw tooManyLines();
    reject(at, { code, place: undefined, reason: BROKEN_REASONS[code] }, raw);
  }

  function reject(at: number, problem: LineProblem, raw: string): void {
    summary.rejected++;
    if (summary.rejects.length >= MAX_KEPT_REJECTS) return;
    const { code, place, reason } = problem;
    const columnName = place === undefined ? null : plan.nameOf(place);
    summary.rejects.push({ line: at, columnName, code, reason, raw });
  }

  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const _ of readRows(file, { onRow, onBroken }, progress, signal)) {
      signal?.throwIfAborted();
      yield* writer.take();
    }
    writer.finish();
    summary.mayHaveDuplicates = keys?.mayHaveDuplicates ?? false;
    summary.gaps = parties.gaps();
    yield* writer.take();
  }

  return { columns: rows.columns, bytes: bytes(), summary };
}

const BROKEN_REASONS: Record<BrokenCode, string> = {
  line_too_long: 'the line is longer than an order line can be',
  quote_not_closed: 'a quote is opened and not closed',
  text_after_quote: 'text follows a closing quote',
  bad_encoding: 'the line holds bytes that are no text in the encoding of the file',
  mixed_encoding: 'the line is UTF-8 in a GB18030 file',
  nul_byte: 'the line holds NUL bytes',
};

function emptySummary(): ReadSummary {
  return {
    lines: 0,
    accepted: 0,
    rejected: 0,
    rejects: [],
    refundLines: 0,
    paidFen: 0,
    settledFen: 0,
    refundFen: 0,
    refundLinesPaidFen: 0,
    mayHaveDuplicates: false,
    gaps: [],
  };
}

function addUp(summary: ReadSummary, line: LineRegisters): void {
  const paid = line.numbers[NUMBER_SLOT.paidFen]!;
  const settled = line.numbers[NUMBER_SLOT.settledFen]!;
  const refund = line.numbers[NUMBER_SLOT.refundFen]!;
  summary.accepted++;
  summary.paidFen += paid;
  if (!Number.isNaN(settled)) summary.settledFen += settled;
  if (!Number.isNaN(refund)) summary.refundFen += refund;
  if (line.kind === 1) {
    summary.refundLines++;
    summary.refundLinesPaidFen += paid;
  }
}

function wrongWidth(row: Row, width: number): LineProblem {
  const reason = `the line has ${row.count} fields and the header ${width}`;
  return { code: 'field_count', place: undefined, reason };
}

function showRow(row: Row, delimiter: string | null): string {
  const parts: string[] = [];
  for (let field = 0; field < Math.min(row.count, 60); field++) {
    parts.push(showRaw(row.bytes.subarray(row.starts[field], row.ends[field])));
  }
  return parts.join(delimiter ?? '\t').slice(0, 500);
}

const tooManyLines = () =>
  refuseFile('file_too_many_lines', `The file has more than ${MAX_LINES} lines; split it.`);
