import { refuseFile } from '../../files/refusal.ts';
import { createByteTable } from './byte-table.ts';
import { type LineRegisters, setText } from './line-registers.ts';
import { type Plan, TEXT_SLOT } from './plan.ts';
import { trimField, trimmed } from './read-fields.ts';
import type { Row } from './row.ts';

/** Each different group of values is remembered; beyond this the file is too big to be counted through in memory. */
const MAX_GROUPS = 3_000_000;
const SEPARATOR = 31;

/**
 * Names lines of files without line numbers: the last of the columns' values, and `#2`, `#3` … when the same values come
 * again. The same file gives the same names every time.
 */
export function createOrdinals(plan: Plan): (row: Row, line: LineRegisters) => void {
  const places = plan.ordinal?.places;
  if (places === undefined) return () => {};
  const table = createByteTable(4096);
  let counts = new Uint32Array(4096);
  let key = Buffer.alloc(4096);

  return (row, line) => {
    let length = 0;
    let last = 0;
    for (const place of places) {
      last = length;
      const isThere = trimField(plan, row, place);
      const size = isThere ? trimmed.to - trimmed.from : 0;
      if (length + size + 16 > key.length) key = Buffer.concat([key], (length + size + 16) * 2);
      if (isThere) row.bytes.copy(key, length, trimmed.from, trimmed.to);
      length += size;
      key[length++] = SEPARATOR;
    }
    const index = table.add(key, 0, length);
    if (index >= counts.length) counts = grown(counts);
    const count = counts[index]! + 1;
    counts[index] = count;
    if (table.size > MAX_GROUPS) {
      throw refuseFile('file_too_many_lines', 'Too many different lines to number them; split the file.');
    }
    length--;
    if (count > 1) length += key.write(`#${count}`, length, 'latin1');
    setText(line, TEXT_SLOT.lineNo, key, last, length);
  };
}

function grown(counts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(counts.length * 2);
  longer.set(counts);
  return longer;
}
