import { type CopyWriter, putBytes, putInt2, putInt4, putInt8Value } from './copy-writer.ts';
import { AMOUNT_FIELDS, RATE_FIELDS, TEXT_FIELDS, TIME_FIELDS } from './fields.ts';
import type { LineRegisters } from './line-registers.ts';
import { NUMBER_SLOT, type Plan, STATUS_RAW_SLOT, TEXT_SLOT, TEXT_SLOT_COUNT } from './plan.ts';

/** A line's id is its import and its first line number: unique without a sequence, and it says where it came from. */
export const LINE_ID_FACTOR = 16_777_216;

const TEXT = 0;
const INT4 = 1;
const INT8 = 2;
const TIME = 3;

interface OrderColumn {
  name: string;
  slot: number;
  type: number;
}

/** Our ids of a line's parties; -1: unknown. */
export interface FoundParties {
  anchorId: number;
  productId: number;
  streamId: number;
}

export interface OrderRowWriter {
  /** Columns in the order rows are written; the same for every row of a file. */
  columns: string[];
  write(line: LineRegisters, srcLine: number, parties: FoundParties): void;
}

const HEAD_COLUMNS = [
  'platform',
  'import_id',
  'id',
  'src_line',
  'kind',
  'status',
  'anchor_id',
  'product_id',
  'stream_id',
];

/** Only the columns the file provides are written: what another file of the same order knows stays. */
export function createOrderRowWriter(plan: Plan, importId: number, writer: CopyWriter): OrderRowWriter {
  const columns = columnsOf(plan);
  const names = [...HEAD_COLUMNS, ...columns.map((column) => column.name)];
  const head = sameInEveryRow(names.length, plan.platform, importId);
  const slots = Uint8Array.from(columns, (column) => column.slot);
  const types = Uint8Array.from(columns, (column) => column.type);
  const fixedBytes = head.length + 12 * names.length;
  const idBase = importId * LINE_ID_FACTOR;

  function write(line: LineRegisters, srcLine: number, parties: FoundParties): void {
    const { numbers, textFrom, textTo, textIn } = line;
    let bytes = fixedBytes;
    for (let slot = 0; slot < TEXT_SLOT_COUNT; slot++) bytes += textTo[slot]! - textFrom[slot]!;
    writer.reserve(bytes);
    const { chunk } = writer;
    let at = putBytes(chunk, writer.at, head, 0, head.length);
    putInt8Value(chunk, at, idBase + srcLine);
    putInt4(chunk, at + 12, 4);
    putInt4(chunk, at + 16, srcLine);
    putInt4(chunk, at + 20, 2);
    putInt2(chunk, at + 24, line.kind);
    putInt4(chunk, at + 26, 2);
    putInt2(chunk, at + 30, line.status);
    at = putOptionalId(chunk, at + 32, parties.anchorId);
    at = putOptionalId(chunk, at, parties.productId);
    at = putOptionalId(chunk, at, parties.streamId);
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index]!;
      const type = types[index]!;
      if (type === TEXT) {
        const from = textFrom[slot]!;
        if (from < 0) {
          putInt4(chunk, at, slot === LINE_NO ? 0 : -1);
          at += 4;
          continue;
        }
        const to = textTo[slot]!;
        putInt4(chunk, at, to - from);
        at = putBytes(chunk, at + 4, textIn[slot]!, from, to);
        continue;
      }
      let value = numbers[slot]!;
      if (Number.isNaN(value)) {
        if (slot !== REFUND) {
          putInt4(chunk, at, -1);
          at += 4;
          continue;
        }
        value = 0; // a line's refund is never null
      }
      if (type === INT4) {
        putInt4(chunk, at, 4);
        putInt4(chunk, at + 4, value);
        at += 8;
      } else {
        putInt8Value(chunk, at, type === TIME ? value * 1_000_000 : value);
        at += 12;
      }
    }
    writer.at = at;
  }
  return { columns: names, write };
}

const LINE_NO = TEXT_SLOT.lineNo;
const REFUND = NUMBER_SLOT.refundFen;

function putOptionalId(chunk: Buffer, at: number, id: number): number {
  if (id < 0) {
    putInt4(chunk, at, -1);
    return at + 4;
  }
  putInt4(chunk, at, 4);
  putInt4(chunk, at + 4, id);
  return at + 8;
}

/** `line_no` is part of the key and always written, empty where the file has none. */
function columnsOf(plan: Plan): OrderColumn[] {
  const texts = new Set([...plan.textFields, 'lineNo' as const]);
  const columns: OrderColumn[] = [...texts].map((field) => ({
    name: TEXT_FIELDS[field],
    slot: TEXT_SLOT[field],
    type: TEXT,
  }));
  if (plan.status.kind === 'column') {
    columns.push({ name: 'status_raw', slot: STATUS_RAW_SLOT, type: TEXT });
  }
  const sorted = [...plan.numberFields].sort((a, b) => NUMBER_SLOT[a] - NUMBER_SLOT[b]);
  for (const field of sorted) {
    const slot = NUMBER_SLOT[field];
    if (field in AMOUNT_FIELDS) {
      columns.push({ name: AMOUNT_FIELDS[field as keyof typeof AMOUNT_FIELDS], slot, type: INT8 });
    } else if (field in TIME_FIELDS) {
      columns.push({ name: TIME_FIELDS[field as keyof typeof TIME_FIELDS], slot, type: TIME });
    } else if (field in RATE_FIELDS) {
      columns.push({ name: RATE_FIELDS[field as keyof typeof RATE_FIELDS], slot, type: INT4 });
    } else columns.push({ name: field, slot, type: INT4 });
  }
  return columns;
}

/** The number of values, the platform and the import. */
function sameInEveryRow(fields: number, platform: string, importId: number): Buffer {
  const text = Buffer.from(platform);
  const head = Buffer.alloc(14 + text.length);
  head.writeInt16BE(fields, 0);
  head.writeInt32BE(text.length, 2);
  text.copy(head, 6);
  head.writeInt32BE(4, 6 + text.length);
  head.writeInt32BE(importId, 10 + text.length);
  return head;
}
