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
    requestId: string;
    /** Per-request nonce of the content security policy. */
    nonce: string;
  };
}
