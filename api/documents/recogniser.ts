import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findTesseract } from './ocr/tesseract.ts';
import type { TextRecogniser } from './ocr/text-recogniser.ts';

const found = new Map<string, Promise<TextRecogniser | undefined>>();

/** The engine of this machine, looked for once: its language data in `<dataDir>/tessdata`, or where its package put it. */
export function recogniserOf(dataDir: string): Promise<TextRecogniser | undefined> {
  const known = found.get(dataDir);
  if (known) return known;
  const search = searchIn(path.join(dataDir, 'tessdata'));
  found.set(dataDir, search);
  return search;
}

async function searchIn(folder: string): Promise<TextRecogniser | undefined> {
  const info = await stat(folder).catch(() => undefined);
  return findTesseract({ command: 'tesseract', dataFolder: info?.isDirectory() ? folder : undefined });
}
