import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

const FORCED_AFTER_MS = 10_000;

export interface RunningServer {
  port: number;
  /** Takes no new requests and waits for those at work, at most 10 s. */
  close(): Promise<void>;
}

/** Serves the app; rejects with the reason when the port is taken. */
export function startServer(
  app: { fetch: (request: Request, env: never) => Response | Promise<Response> },
  { port, hostname }: { port: number; hostname: string },
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch as never, port, hostname, autoCleanupIncoming: true });
    server.once('error', reject);
    server.once('listening', () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => close(server as Closable) });
    });
  });
}

interface Closable {
  close(done: () => void): unknown;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

function close(server: Closable): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), FORCED_AFTER_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    // close() waits for kept-alive connections, which may never end by themselves.
    server.closeIdleConnections();
  });
}
