import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** What is printed on goods; every further format is another chance of a wrong value. */
export const LINEAR_FORMATS = ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128'] as const;
export const ALL_FORMATS = [...LINEAR_FORMATS, 'QRCode', 'DataMatrix'] as const;

export interface GreyPicture {
  grey: Uint8Array;
  width: number;
  height: number;
}

export type Corner = [x: number, y: number];

/** One code as one pass saw it; corners in that pass's pixels. */
export interface ScannedCode {
  format: string;
  text: string;
  corners: Corner[];
  /** On how many lines of a linear code it was seen alike. */
  lines: number;
}

let ready: Promise<unknown> | undefined;

/** One look of the engine at one picture. The engine is loaded once, from its package's own file. */
export async function scan(picture: GreyPicture, options: ReaderOptions): Promise<ScannedCode[]> {
  ready ??= loadEngine();
  await ready;
  const results = await readBarcodes(toImageData(picture), {
    tryHarder: true,
    maxNumberOfSymbols: 0,
    // the text as coded: the default writes control characters out in angle brackets
    textMode: 'Plain',
    ...options,
  });
  return results
    .filter((result) => result.isValid)
    .map(({ format, text, position, lineCount }) => ({
      format,
      text,
      lines: lineCount,
      corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft].map(
        ({ x, y }): Corner => [x, y],
      ),
    }));
}

async function loadEngine(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = await readFile(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

function toImageData({ grey, width, height }: GreyPicture): ImageData {
  const data = new Uint8ClampedArray(grey.length * 4);
  for (let i = 0; i < grey.length; i++) {
    data[i * 4] = data[i * 4 + 1] = data[i * 4 + 2] = grey[i]!;
    data[i * 4 + 3] = 255;
  }
  return { data, width, height, colorSpace: 'srgb' } as ImageData;
}
