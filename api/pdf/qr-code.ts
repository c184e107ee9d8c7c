import { encode } from 'uqr';
import type { Box, Surface } from './surface.ts';

/**
 * `text` as a QR code (ISO/IEC 18004) in a white square whose left top corner is at `x`, `y`; `sizePt` includes the
 * four white modules around it, without which cameras do not find it. Throws RangeError for a text it cannot hold.
 */
export function drawQr(surface: Surface, text: string, x: number, y: number, sizePt: number): void {
  surface.fillBox(x, y, sizePt, sizePt, '#ffffff');
  surface.fillBoxes(qrBoxes(text, x, y, sizePt), '#000000');
}

/** The dark modules, those side by side in a row as one box, on edges of whole hundredths of a point. */
export function qrBoxes(text: string, x: number, y: number, sizePt: number): Box[] {
  const { data, size } = encodeText(text);
  const edge = (origin: number, module: number): number =>
    Math.round((origin + ((module + QUIET) * sizePt) / (size + 2 * QUIET)) * 100) / 100;
  const boxes: Box[] = [];
  data.forEach((row, line) => {
    const top = edge(y, line);
    const height = edge(y, line + 1) - top;
    for (let from = row.indexOf(true); from >= 0; ) {
      let to = from;
      while (row[to]) to++;
      const left = edge(x, from);
      boxes.push([left, top, edge(x, to) - left, height]);
      from = row.indexOf(true, to);
    }
  });
  return boxes;
}

/** Modules of white that the standard asks for on each side. */
const QUIET = 4;

function encodeText(text: string): { data: boolean[][]; size: number } {
  try {
    // Level M outlives a fold or a stain. One mask for all: to try the eight takes longer than to draw a page, and
    // a code that is printed large enough is read with any of them.
    return encode(text, { ecc: 'M', boostEcc: false, border: 0, maskPattern: 2 });
  } catch (error) {
    throw new RangeError(`a QR code cannot hold a text of ${text.length} characters`, { cause: error });
  }
}
