/** Node decodes GB18030 and does not write it: the two-byte pairs are found by decoding all of them once. */
const table = new Map<string, [number, number]>();

export function encodeGb18030(text: string): Buffer {
  if (table.size === 0) fill();
  const bytes: number[] = [];
  for (const character of text) {
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else {
      const pair = table.get(character);
      if (pair === undefined) throw new Error(`${character} has no two-byte form`);
      bytes.push(...pair);
    }
  }
  return Buffer.from(bytes);
}

function fill(): void {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
}
