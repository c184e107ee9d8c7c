import { open } from 'node:fs/promises';
import { createCsvScanner } from './csv-scanner.ts';
import { createRegisters } from './line-registers.ts';
import { type OrderFile, readRows } from './order-file.ts';
import { createOrdinals } from './ordinals.ts';
import { type Plan, TEXT_SLOT } from './plan.ts';
import { readFields } from './read-fields.ts';
import type { Row, RowSink } from './row.ts';

export interface LineKey {
  orderNo: string;
  lineNo: string;
}

const MAX_KEYS = 1000;
const WINDOW_BYTES = 64 * 1024;
/** Exports are sorted by time one way or the other, so a file that overlaps an earlier one does so at an end. */
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/** About a thousand keys from all over a plain CSV, or from the beginning of a file that can only be read in order. */
export async function sampleKeys(file: OrderFile, plan: Plan, signal?: AbortSignal): Promise<LineKey[]> {
  const keys: LineKey[] = [];
  const line = createRegisters();
  const number = createOrdinals(plan);
  const sink: RowSink = {
    onRow(row: Row) {
      if (row.count !== file.header.names.length || keys.length >= MAX_KEYS) return;
      const problem = readFields(plan, row, line, false);
      number(row, line);
      const orderNo = textOf(TEXT_SLOT.orderNo);
      if (problem === undefined && orderNo !== '') keys.push({ orderNo, lineNo: textOf(TEXT_SLOT.lineNo) });
    },
    onBroken() {},
  };
  function textOf(slot: number): string {
    const from = line.textFrom[slot]!;
    return from < 0 ? '' : line.textIn[slot]!.toString('utf8', from, line.textTo[slot]!);
  }

  const canJump = file.kind === 'csv' && plan.ordinal === undefined && file.sizeBytes > 8 * WINDOW_BYTES;
  if (canJump) await readWindows(file, sink);
  else {
    for await (const _ of readRows(file, sink, { bytesRead: 0 }, signal)) if (keys.length >= MAX_KEYS) break;
  }
  return keys;
}

/** Whole lines of a few places; a quote that was opened before a window only costs its lines. */
async function readWindows(file: OrderFile, sink: RowSink): Promise<void> {
  const handle = await open(file.path);
  const decoder = new TextDecoder(file.encoding ?? 'utf-8');
  try {
    for (const place of PLACES) {
      const at = Math.floor((file.sizeBytes - WINDOW_BYTES) * place);
      const window = Buffer.alloc(WINDOW_BYTES);
      const { bytesRead } = await handle.read(window, 0, WINDOW_BYTES, at);
      const from = window.indexOf(10) + 1;
      const to = window.lastIndexOf(10, bytesRead - 1) + 1;
      if (from === 0 || to <= from) continue;
      let rows = 0;
      const scanner = createCsvScanner(file.delimiter!.charCodeAt(0), {
        onRow: (row) => {
          if (rows++ < MAX_KEYS / PLACES.length) sink.onRow(row);
        },
        onBroken: sink.onBroken,
      });
      scanner.push(Buffer.from(decoder.decode(window.subarray(from, to))));
    }
  } finally {
    await handle.close();
  }
}
