import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DomainError } from '../domain/error.ts';

export interface Secrets {
  /** Signs session cookies. */
  authSecret: string;
  /** Seals bank account numbers: 32 bytes. Losing it loses the numbers. */
  sealKey: Buffer;
}

type Settings = Record<string, string | undefined>;

/**
 * The secrets of this installation: FAIRCAST_SECRET and FAIRCAST_SEAL_KEY (or the files FAIRCAST_SECRET_FILE and
 * FAIRCAST_SEAL_KEY_FILE name); what is not set is made once and kept in `<dataDir>/secrets.json`, for the owner alone.
 */
export function loadSecrets(dataDir: string, settings: Settings = process.env): Secrets {
  const authSecret = setting(settings, 'FAIRCAST_SECRET');
  const sealKey = setting(settings, 'FAIRCAST_SEAL_KEY');
  const kept = authSecret && sealKey ? undefined : openKept(dataDir);
  return {
    authSecret: checkSecret(authSecret ?? kept!.authSecret),
    sealKey: readKey(sealKey ?? kept!.sealKey),
  };
}

function setting(settings: Settings, name: string): string | undefined {
  const file = settings[`${name}_FILE`];
  if (file) return fs.readFileSync(file, 'utf8').trim();
  return settings[name] || undefined;
}

function checkSecret(secret: string): string {
  if (secret.length >= 32) return secret;
  throw new DomainError('invalid', 'weak_secret', 'FAIRCAST_SECRET needs at least 32 characters');
}

function readKey(text: string): Buffer {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (key.length === 32) return key;
  throw new DomainError(
    'invalid',
    'bad_seal_key',
    'FAIRCAST_SEAL_KEY is 32 bytes, as 64 hexadecimal digits or base64',
  );
}

interface Kept {
  authSecret: string;
  sealKey: string;
}

/** Written whole under another name and linked, so that of two processes that start at once both read the same. */
function openKept(dataDir: string): Kept {
  const file = path.join(dataDir, 'secrets.json');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataDir, { recursive: true });
    const made: Kept = {
      authSecret: randomBytes(32).toString('base64'),
      sealKey: randomBytes(32).toString('base64'),
    };
    const temporary = `${file}.${process.pid}`;
    fs.writeFileSync(temporary, JSON.stringify(made), { mode: 0o600 });
    try {
      fs.linkSync(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(temporary);
    }
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Kept;
}
