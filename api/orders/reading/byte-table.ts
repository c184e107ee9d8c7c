/** Maps byte ranges to small whole numbers in the order they were added, without ever making a string. */
export interface ByteTable {
  /** Index of the range, or -1. */
  find(bytes: Buffer, start: number, end: number): number;
  /** Index of the range, added when new. */
  add(bytes: Buffer, start: number, end: number): number;
  textAt(index: number): string;
  readonly size: number;
}

export function byteTableOf(words: readonly string[]): ByteTable {
  const table = createByteTable(words.length);
  for (const word of words) {
    const bytes = Buffer.from(word);
    table.add(bytes, 0, bytes.length);
  }
  return table;
}

export function createByteTable(expected: number): ByteTable {
  let slots = new Int32Array(powerOfTwo(expected * 3)).fill(-1);
  let hashes = new Int32Array(Math.max(16, expected));
  let offsets = new Int32Array(hashes.length + 1);
  let arena = Buffer.allocUnsafe(Math.max(256, expected * 24));
  let size = 0;

  function locate(bytes: Buffer, start: number, end: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const index = slots[slot]!;
      if (index < 0 || (hashes[index] === hash && isSame(index, bytes, start, end))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function isSame(index: number, bytes: Buffer, start: number, end: number): boolean {
    let at = offsets[index]!;
    if (offsets[index + 1]! - at !== end - start) return false;
    for (let from = start; from < end; ) if (arena[at++] !== bytes[from++]) return false;
    return true;
  }

  function grow(): void {
    if (size === hashes.length) {
      hashes = extend(hashes, size * 2);
      offsets = extend(offsets, size * 2 + 1);
    }
    if (size * 2 < slots.length) return;
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < size; index++) {
      let slot = hashes[index]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
  }

  return {
    find: (bytes, start, end) => slots[locate(bytes, start, end, hashBytes(bytes, start, end))]!,
    add(bytes, start, end) {
      const hash = hashBytes(bytes, start, end);
      const found = slots[locate(bytes, start, end, hash)]!;
      if (found >= 0) return found;
      grow();
      const from = offsets[size]!;
      if (from + end - start > arena.length) {
        arena = Buffer.concat([arena], Math.max(arena.length * 2, from + end - start));
      }
      bytes.copy(arena, from, start, end);
      hashes[size] = hash;
      offsets[size + 1] = from + end - start;
      slots[locate(bytes, start, end, hash)] = size;
      return size++;
    },
    textAt: (index) => arena.subarray(offsets[index]!, offsets[index + 1]!).toString('utf8'),
    get size() {
      return size;
    },
  };
}

/** FNV-1a, with its high bits folded down because tables look at the low ones. */
export function hashBytes(bytes: Buffer, start: number, end: number, seed = 0x811c9dc5 | 0): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function powerOfTwo(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}

function extend(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}
