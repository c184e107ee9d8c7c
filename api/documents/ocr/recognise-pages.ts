import { mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { RECOGNITION_LIMITS } from '../limits.ts';
import type { ReadPage } from '../pdf/page.ts';
import { refuseDocument } from '../refusal.ts';
import { hasTool, runTool } from './run-tool.ts';
import type { TextRecogniser } from './text-recogniser.ts';

/** Long side of a page's picture: A4 at some 200 dots per inch, whatever size the page says it has. */
const PICTURE_SIDE_PIXELS = 2400;
const RENDERER = 'pdftoppm';

/** Whether pages can be turned into pictures here. */
export async function canRender(): Promise<boolean> {
  return (await hasTool(RENDERER, ['-v'])) !== undefined;
}

/** Renders the named pages of a PDF on disk, one after the other, and reads them. Throws a refusal when one cannot be. */
export async function recognisePages(
  pdfPath: string,
  numbers: readonly number[],
  recogniser: TextRecogniser,
): Promise<Map<number, ReadPage>> {
  if (numbers.length > RECOGNITION_LIMITS.maxPages) throw refuseDocument('document_too_many_scans');
  const folder = await mkdtemp(path.join(path.dirname(pdfPath), 'pages-'));
  const signal = AbortSignal.timeout(RECOGNITION_LIMITS.maxMilliseconds);
  const pages = new Map<number, ReadPage>();
  try {
    for (const number of numbers)
      pages.set(number, await recognisePage(pdfPath, number, folder, recogniser, signal));
    return pages;
  } catch (error) {
    throw refuseDocument('document_recognition_failed', {
      reason: String((error as Error).message).slice(0, 200),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recognisePage(
  pdfPath: string,
  number: number,
  folder: string,
  recogniser: TextRecogniser,
  signal: AbortSignal,
): Promise<ReadPage> {
  const base = path.join(folder, String(number));
  const which = ['-f', String(number), '-l', String(number), '-singlefile'];
  await runTool(
    RENDERER,
    ['-png', '-gray', '-scale-to', String(PICTURE_SIDE_PIXELS), ...which, pdfPath, base],
    {
      signal,
      timeoutMilliseconds: RECOGNITION_LIMITS.maxMillisecondsPerPage,
    },
  );
  const { width, height } = await pictureSize(`${base}.png`);
  const words = await recogniser.recognise(`${base}.png`, signal);
  await rm(`${base}.png`, { force: true });
  const pieces = words.map((word) => ({
    text: word.text,
    x: word.left,
    y: word.top + word.height,
    width: word.width,
    height: word.height,
  }));
  return { number, width, height, pieces, source: 'ocr' };
}

/** A PNG says its size in its first chunk. */
async function pictureSize(file: string): Promise<{ width: number; height: number }> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(24), 0, 24, 0);
    return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  } finally {
    await handle.close();
  }
}
