import { DomainError } from '../domain/error.ts';

/**
 * Text as GB18030. Node decodes it and does not write it, so the two- and four-byte characters of the BMP are found once by
 * decoding all of them; planes above follow the standard's formula. What does not come back the same is refused
 * (`not_in_gb18030`, naming the character).
 */
export function encodeGb18030(text: string): Buffer {
  encoder ??= buildTable();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point > 0xffff) bytes.push(...fourBytes(point - 0x10000 + FIRST_ABOVE_BMP));
    else bytes.push(...(encoder.get(point) ?? refuseCharacter(character)));
  }
  const encoded = Buffer.from(bytes);
  const readBack = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(encoded);
  if (readBack !== text) throw new Error('GB18030 did not come back as it was written');
  return encoded;
}

let encoder: Map<number, readonly number[]> | undefined;

/** Place of U+10000 in the count of all four-byte forms: 0x90308130. */
const FIRST_ABOVE_BMP = 189_000;
/** Four-byte forms of the BMP end at 0x8431A439. */
const BMP_FORMS = 39_420;
const LF = 0x0a;

function buildTable(): Map<number, readonly number[]> {
  const forms: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) forms.push([lead, trail]);
  for (let place = 0; place < BMP_FORMS; place++) forms.push(fourBytes(place));
  // one decoding with a line break after each: a form that is none cannot swallow the next
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const texts = decoder.decode(Uint8Array.from(forms.flatMap((form) => [...form, LF]))).split('\n');
  const table = new Map<number, readonly number[]>();
  forms.forEach((form, at) => {
    const text = texts[at]!;
    const point = text.codePointAt(0);
    const isOne = point !== undefined && text.length === 1 && point !== 0xfffd;
    // the shorter form comes first and stays
    if (isOne && !table.has(point)) table.set(point, form);
  });
  return table;
}

function fourBytes(place: number): number[] {
  return [
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1_260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ];
}

function refuseCharacter(character: string): never {
  throw new DomainError('invalid', 'not_in_gb18030', `“${character}” cannot be written in GB18030`);
}
