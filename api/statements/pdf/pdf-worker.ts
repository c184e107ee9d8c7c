import { parentPort, workerData } from 'node:worker_threads';
import type { StatementDocument } from '../../domain/statement.ts';
import type { FontWeight } from '../../pdf/font-source.ts';
import { type RenderedStatement, renderStatement, statementFonts } from './render-statement.ts';

export interface PdfJob {
  id: number;
  document: StatementDocument;
}
export type PdfAnswer =
  | { id: number; rendered: RenderedStatement }
  | { id: number; error: { name: string; message: string } };

/** The fonts' bytes are shared with the thread that started this one. */
const bytes: Record<FontWeight, Uint8Array> = workerData;
const fonts = statementFonts({ regular: asBuffer(bytes.regular), medium: asBuffer(bytes.medium) });

parentPort!.on('message', ({ id, document }: PdfJob) => {
  const reply = answer(id, document);
  // Handed over, not copied.
  const owned = 'rendered' in reply ? ownMemory(reply.rendered.pdf) : undefined;
  parentPort!.postMessage(reply, owned ? [owned] : []);
});

/** An error becomes an answer: one statement that cannot be drawn must not take the thread and the others with it. */
function answer(id: number, document: StatementDocument): PdfAnswer {
  try {
    return { id, rendered: renderStatement(document, fonts) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { id, error: { name, message } };
  }
}

/** The bytes' memory when nothing else lies in it. */
function ownMemory(bytes: Buffer): ArrayBuffer | undefined {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length ? buffer : undefined;
}

function asBuffer(shared: Uint8Array): Buffer {
  return Buffer.from(shared.buffer, shared.byteOffset, shared.byteLength);
}
