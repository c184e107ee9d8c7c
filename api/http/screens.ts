import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import type { Env } from './context.ts';
import { pagePolicy } from './security-headers.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};
const SMALLER_ZIPPED = /javascript|css|json|svg|ttf|plain/;

interface Asset {
  bytes: Buffer;
  zipped?: Buffer;
  type: string;
  /** Vite puts the content's hash into the names under assets/. */
  isHashed: boolean;
}

/**
 * Serves the built screens. What is served is a list of names made once, so no path, however written, can lead
 * elsewhere; a page's own address answers with index.html and this request's nonce in it.
 */
export function screens(webDir: string): Handler<Env> {
  const assets = new Map(listFiles(webDir).map((name) => [`/${name}`, path.join(webDir, name)]));
  const index = fs.readFileSync(path.join(webDir, 'index.html'), 'utf8');
  const opened = new Map<string, Promise<Asset>>();
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return notFound(c);
    const { pathname } = new URL(c.req.url);
    const file = assets.get(pathname);
    if (file && pathname !== '/index.html') {
      if (!opened.has(pathname)) opened.set(pathname, open(pathname, file));
      return answerAsset(c, await opened.get(pathname)!);
    }
    if (!isPage(pathname)) return notFound(c);
    const nonce = c.get('nonce');
    c.header('Content-Security-Policy', pagePolicy(nonce));
    c.header('X-Frame-Options', 'DENY');
    c.header('Cache-Control', 'no-store');
    return c.html(index.replaceAll('__NONCE__', nonce));
  };
}

/** An address of a screen: plain words. Encoded slashes, dots and names with an extension are none. */
const isPage = (pathname: string): boolean =>
  /^(\/[\w~-]+)*\/?$/.test(pathname) || pathname === '/index.html';

async function open(pathname: string, file: string): Promise<Asset> {
  const bytes = await fs.promises.readFile(file);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const zipped = SMALLER_ZIPPED.test(type) ? await promisify(gzip)(bytes) : undefined;
  return { bytes, zipped, type, isHashed: pathname.startsWith('/assets/') };
}

function answerAsset(c: Context<Env>, { bytes, zipped, type, isHashed }: Asset): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('Vary', 'Accept-Encoding');
  if (!zipped || !c.req.header('accept-encoding')?.includes('gzip')) return c.body(new Uint8Array(bytes));
  c.header('Content-Encoding', 'gzip');
  return c.body(new Uint8Array(zipped));
}

function notFound(c: Context<Env>): Response {
  return c.json({ code: 'not_found', message: 'There is nothing here.', requestId: c.get('requestId') }, 404);
}

function listFiles(dir: string): string[] {
  const entries = fs.readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
