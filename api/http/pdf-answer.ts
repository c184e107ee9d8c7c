import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Env } from './context.ts';

/** A PDF to look at in the browser or to keep: never sniffed, never cached by a proxy, with its hash as ETag. */
export function answerPdf(c: Context<Env>, bytes: Buffer, fileName: string): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    etag,
  });
}
