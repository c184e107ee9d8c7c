import type { Logger } from 'pino';
import type { Db } from '../../db/connect.ts';
import type { Identity } from '../domain/identity.ts';

/** What the process gives every feature: made once in server.ts, or in a test. */
export interface Services {
  db: Db;
  /** Folder for original files (`files/`) and secrets; never inside the checkout's tracked files. */
  dataDir: string;
  /** Key that seals bank account numbers (32 bytes). */
  sealKey: Buffer;
  log: Logger;
}

export interface Env {
  Variables: {
    services: Services;
    /** Set by sign-in; absent on public routes. */
    identity: Identity;
    /** The sign-in this request came with; absent on public routes. */
    sessionId: string;
    requestId: string;
    /** Per-request nonce of the content security policy. */
    nonce: string;
    /** The caller's address: the connection's own, or what a trusted proxy says. */
    clientAddress: string;
  };
}

/** How this process is reached and what it signs with. */
export interface AppOptions {
  /** Signs session cookies and seals TOTP secrets; at least 32 characters. */
  authSecret: string;
  /** The address people type, `https://desk.example.com`. Without one, any host this process answers on, over http. */
  publicUrl?: string;
  /** Addresses or networks whose X-Forwarded-For is believed; nobody's when empty. */
  trustedProxies?: readonly string[];
  /** The built screens; without one only the API is served. */
  webDir?: string;
  /** Turns /readyz to 503 while the process is being stopped. */
  isDraining?: () => boolean;
}
