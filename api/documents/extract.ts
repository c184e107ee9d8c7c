import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { detectForm, nameDisagrees } from './detect-kind.ts';
import type { ExtractedDocument } from './document.ts';
import { WORKER_LIMITS, type WorkerLimits } from './limits.ts';
import { canRender, recognisePages } from './ocr/recognise-pages.ts';
import type { TextRecogniser } from './ocr/text-recogniser.ts';
import { assemblePages, layOutPages } from './pdf/assemble-pages.ts';
import { countLetters, type ReadPage } from './pdf/page.ts';
import type { ReadAnswer } from './read-in-worker.ts';
import { refuseDocument } from './refusal.ts';
import { readInWorker } from './run-worker.ts';

export interface ExtractOptions {
  /** Reads pages that are pictures; undefined: such a document is refused. */
  recogniser: TextRecogniser | undefined;
  /** Only tests read within narrower limits. */
  limits?: WorkerLimits;
}

/**
 * The text of a contract's file, read in a thread of its own within limits of time, memory and size. What a file is, its
 * first bytes say; the name only tells markdown from text. Throws a DomainError `document_…` that says what to do.
 */
export async function extractText(
  bytes: Uint8Array,
  fileName: string,
  options: ExtractOptions = { recogniser: undefined },
): Promise<ExtractedDocument> {
  const form = detectForm(bytes, fileName);
  const document =
    form === 'zip' ? await extractZip(bytes, options) : await extractBytes(bytes, form, options);
  if (nameDisagrees(fileName, document.kind)) document.warnings.push({ code: 'name_disagrees' });
  return document;
}

/** Archives are read from disk, part by part; the folder goes even when the reader had to be ended. */
async function extractZip(
  bytes: Uint8Array,
  { limits = WORKER_LIMITS }: ExtractOptions,
): Promise<ExtractedDocument> {
  return withFile(bytes, 'document.zip', async (file) => {
    const answer = await readInWorker({ form: 'zip', path: file }, limits);
    if (!('document' in answer)) throw new Error('An archive has no pages to recognise.');
    return answer.document;
  });
}

async function extractBytes(
  bytes: Uint8Array,
  form: 'doc' | 'pdf' | 'txt' | 'md',
  { recogniser, limits = WORKER_LIMITS }: ExtractOptions,
): Promise<ExtractedDocument> {
  const answer = await readInWorker({ form, bytes }, limits);
  return 'document' in answer ? answer.document : completePages(bytes, answer, recogniser);
}

/**
 * Pages without text are recognised when there is an engine. Without one a document most of which is missing is refused;
 * one with a blank or pictured page among others is read, and the page is named.
 */
async function completePages(
  bytes: Uint8Array,
  { pages, missing, warnings }: Exclude<ReadAnswer, { document: unknown }>,
  recogniser: TextRecogniser | undefined,
): Promise<ExtractedDocument> {
  if (recogniser !== undefined && (await canRender())) {
    const recognised = await withFile(bytes, 'document.pdf', (file) =>
      recognisePages(file, missing, recogniser),
    );
    const layer = new Map(pages.map((page) => [page.number, lettersOf(page)]));
    // the few letters of a page that is nearly blank are worth more than what an engine sees in it
    const read = [...recognised.values()].filter((page) => lettersOf(page) > (layer.get(page.number) ?? 0));
    const byNumber = new Map(read.map((page) => [page.number, page]));
    if (read.length > 0)
      warnings.push({
        code: 'recognised_text',
        count: read.length,
        detail: nameNumbers([...byNumber.keys()]),
      });
    const whole = pages.map((page) => byNumber.get(page.number) ?? page);
    return assemblePages(layOutPages(whole), warnings);
  }
  if (missing.length * 2 > pages.length) {
    throw refuseDocument('document_no_text_layer', { pages: pages.length, pagesWithoutText: missing.length });
  }
  warnings.push({ code: 'pages_without_text', count: missing.length, detail: nameNumbers(missing) });
  return assemblePages(layOutPages(pages), warnings);
}

async function withFile<Result>(bytes: Uint8Array, name: string, work: (file: string) => Promise<Result>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'faircast-document-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, bytes, { mode: 0o600 });
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const lettersOf = (page: ReadPage) => countLetters(page.pieces.map((piece) => piece.text).join(' '));
const nameNumbers = (numbers: number[]) => numbers.slice(0, 50).join(', ');
