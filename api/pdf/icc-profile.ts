import { deflateSync } from 'node:zlib';

/**
 * The colours of a file's `rg` and `RG`: an ICC profile of sRGB (ICC.1:2001-04, version 2.3), 976 bytes, built here
 * from the numbers of IEC 61966-2-1, so that no profile of others is shipped.
 */
export function buildSrgbProfile(): Buffer {
  const curve = buildCurve();
  const tags: [signature: string, data: Buffer][] = [
    ['desc', buildDescription('sRGB')],
    ['cprt', buildText('No copyright, use freely')],
    ['wtpt', buildXyz(WHITE_D50)],
    ['rXYZ', buildXyz(RED)],
    ['gXYZ', buildXyz(GREEN)],
    ['bXYZ', buildXyz(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const tableLength = 4 + 12 * tags.length;
  const table = Buffer.alloc(tableLength);
  table.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  const blocks: Buffer[] = [];
  let end = HEADER_LENGTH + tableLength;
  tags.forEach(([signature, data], index) => {
    // Three channels share one curve, as the format allows.
    if (!placed.has(data)) {
      placed.set(data, end);
      const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
      blocks.push(padded);
      end += padded.length;
    }
    table.write(signature, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(placed.get(data)!, 8 + 12 * index);
    table.writeUInt32BE(data.length, 12 + 12 * index);
  });
  return Buffer.concat([buildHeader(end), table, ...blocks]);
}

let packed: Buffer | undefined;

/** The profile as a zlib stream, made once. */
export function packedSrgbProfile(): Buffer {
  packed ??= deflateSync(buildSrgbProfile(), { level: 9 });
  return packed;
}

const HEADER_LENGTH = 128;
type Xyz = readonly [x: number, y: number, z: number];
const WHITE_D50: Xyz = [0.9642, 1, 0.8249];
/** The primaries of sRGB as seen under D50 (Bradford), the white of every ICC profile. */
const RED: Xyz = [0.43607, 0.22249, 0.01392];
const GREEN: Xyz = [0.38515, 0.71687, 0.09708];
const BLUE: Xyz = [0.14307, 0.06061, 0.7141];

function buildHeader(length: number): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt32BE(length, 0);
  header.writeUInt32BE(0x02300000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  // The day of making is part of the format; a fixed one keeps the bytes the same.
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => {
    header.writeUInt16BE(part, 24 + 2 * index);
  });
  header.write('acsp', 36, 'latin1');
  writeXyz(header, 68, WHITE_D50);
  return header;
}

/** IEC 61966-2-1, 5.2: from the value kept to the light, in 256 steps of sixteen bits. */
function buildCurve(): Buffer {
  const curve = Buffer.alloc(12 + 2 * CURVE_STEPS);
  curve.write('curv', 0, 'latin1');
  curve.writeUInt32BE(CURVE_STEPS, 8);
  for (let step = 0; step < CURVE_STEPS; step++) {
    const value = step / (CURVE_STEPS - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(light * 0xffff), 12 + 2 * step);
  }
  return curve;
}

const CURVE_STEPS = 256;

function buildXyz(xyz: Xyz): Buffer {
  const data = Buffer.alloc(20);
  data.write('XYZ ', 0, 'latin1');
  writeXyz(data, 8, xyz);
  return data;
}

function writeXyz(bytes: Buffer, at: number, xyz: Xyz): void {
  xyz.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 0x10000), at + 4 * index);
  });
}

function buildText(text: string): Buffer {
  return Buffer.from(`text\0\0\0\0${text}\0`, 'latin1');
}

/** The name in ASCII; its Unicode and Macintosh forms are left empty, as they may be. */
function buildDescription(name: string): Buffer {
  const ascii = Buffer.from(`${name}\0`, 'latin1');
  const data = Buffer.alloc(12 + ascii.length + 8 + 3 + 67);
  data.write('desc', 0, 'latin1');
  data.writeUInt32BE(ascii.length, 8);
  ascii.copy(data, 12);
  return data;
}
