import { Worker } from 'node:worker_threads';
import type { StatementDocument } from '../../domain/statement.ts';
import { FONT_FILES, readFontBytes } from '../../pdf/font-source.ts';
import type { PdfAnswer, PdfJob } from './pdf-worker.ts';
import type { RenderedStatement } from './render-statement.ts';

export interface PdfFailure {
  statementNo: string;
  /** Its message names the statement. */
  error: Error;
}

export interface PdfPool {
  /**
   * Draws every document, in any order; `onPdf` may take its time, and no more than two documents a worker are under
   * way meanwhile. The PDF's memory is given back when `onPdf` is done: what is kept must be copied. A document that cannot be drawn, or whose `onPdf` throws, is a failure and the others go on.
   * Rejects when `documents` throws or a worker dies, and takes no more documents then.
   */
  renderMany(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
    onPdf: (document: StatementDocument, rendered: RenderedStatement) => Promise<void> | void,
  ): Promise<{ rendered: number; failures: PdfFailure[] }>;
  close(): Promise<void>;
}

/** Threads that each parse the fonts once. Their bytes are in shared memory, so that a worker more costs 10 MB less. */
export function startPdfPool({ workers: count }: { workers: number } = { workers: 2 }): PdfPool {
  const workerData = { regular: readFontBytes(FONT_FILES.regular), medium: readFontBytes(FONT_FILES.medium) };
  const url = new URL('./pdf-worker.ts', import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 3 };
  const threads = Array.from({ length: count }, () =>
    openThread(new Worker(url, { workerData, resourceLimits })),
  );
  return {
    async renderMany(documents, onPdf) {
      const source = openSource(documents);
      const failures: PdfFailure[] = [];
      let rendered = 0;
      const lane = async (thread: Thread): Promise<void> => {
        for (;;) {
          const next = await source.next();
          if (next.done) return;
          const document = next.value;
          try {
            const drawn = await thread.render(document);
            await onPdf(document, drawn);
            giveBack(drawn.pdf);
            rendered++;
          } catch (error) {
            if (thread.death() !== undefined) {
              await source.stop();
              throw error;
            }
            failures.push({ statementNo: document.no, error: nameStatement(document, error) });
          }
        }
      };
      // Two lanes a thread: it draws one statement while the other is being written away.
      await Promise.all(threads.flatMap((thread) => [lane(thread), lane(thread)]));
      return { rendered, failures };
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Thread {
  render(document: StatementDocument): Promise<RenderedStatement>;
  /** Why the thread ended, once it has. */
  death(): Error | undefined;
  close(): Promise<void>;
}

interface Waiting {
  resolve(rendered: RenderedStatement): void;
  reject(error: Error): void;
}

function openThread(worker: Worker): Thread {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let death: Error | undefined;
  const die = (error: Error): void => {
    death ??= error;
    for (const each of waiting.values()) each.reject(death);
    waiting.clear();
  };
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`PDF worker ended with code ${code}`)));
  worker.on('message', (answer: PdfAnswer) => {
    const each = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) each?.reject(Object.assign(new Error(answer.error.message), answer.error));
    else each?.resolve({ ...answer.rendered, pdf: asBuffer(answer.rendered.pdf) });
  });
  return {
    death: () => death,
    render(document) {
      if (death) return Promise.reject(death);
      const job: PdfJob = { id: ++lastId, document };
      return new Promise((resolve, reject) => {
        worker.postMessage(job);
        waiting.set(job.id, { resolve, reject });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** At once: left to the collector, the files of a month stand in memory by the hundred. */
function giveBack({ buffer }: Buffer): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** A Buffer arrives from another thread as its plain Uint8Array. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Source {
  next(): Promise<IteratorResult<StatementDocument>>;
  stop(): Promise<unknown>;
}

/** A generator answers the lanes' calls one after another, also over an iterator that cannot. */
function openSource(documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>): Source {
  const generator = (async function* () {
    yield* documents;
  })();
  return { next: () => generator.next(), stop: () => generator.return(undefined) };
}

function nameStatement(document: StatementDocument, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && message.includes(document.no)) return error;
  return new Error(`statement ${document.no}: ${message}`, { cause: error });
}
