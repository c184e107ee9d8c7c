import { hashBytes } from './byte-table.ts';
import type { LineRegisters } from './line-registers.ts';
import { TEXT_SLOT } from './plan.ts';

/** Above this many keys nothing is remembered any more and duplicates are taken for possible. */
const MAX_KEYS = 4_000_000;

export interface KeySet {
  /** Remembers a line's order and line number. */
  see(line: LineRegisters): void;
  /** Whether two lines may have had the same key: never false when they had; true by chance once in thousands of files. */
  readonly mayHaveDuplicates: boolean;
}

/** Remembers keys as 53-bit hashes, 8 bytes each, so that the database only looks for duplicates when there are any. */
export function createKeySet(): KeySet {
  let slots = new Float64Array(1 << 16);
  let size = 0;
  let found = false;

  function insert(hash: number): boolean {
    const mask = slots.length - 1;
    let slot = (hash % 4_294_967_296) & mask;
    for (;;) {
      const there = slots[slot]!;
      if (there === 0) break;
      if (there === hash) return false;
      slot = (slot + 1) & mask;
    }
    slots[slot] = hash;
    return true;
  }

  function grow(): void {
    const old = slots;
    slots = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) insert(hash);
  }

  return {
    see(line) {
      if (found) return;
      const orderNo = TEXT_SLOT.orderNo;
      const lineNo = TEXT_SLOT.lineNo;
      const order = line.textIn[orderNo]!;
      const low = hashBytes(order, line.textFrom[orderNo]!, line.textTo[orderNo]!);
      const high = hashBytes(order, line.textFrom[orderNo]!, line.textTo[orderNo]!, 0x1b873593);
      const from = line.textFrom[lineNo]!;
      const lowAll = from < 0 ? low : hashBytes(line.textIn[lineNo]!, from, line.textTo[lineNo]!, low);
      const highAll = from < 0 ? high : hashBytes(line.textIn[lineNo]!, from, line.textTo[lineNo]!, high);
      if (!insert((highAll & 0x1fffff) * 4_294_967_296 + (lowAll >>> 0) + 1)) found = true;
      if (++size * 2 > slots.length) grow();
      if (size > MAX_KEYS) found = true;
      if (found) slots = new Float64Array(0);
    },
    get mayHaveDuplicates() {
      return found;
    },
  };
}
