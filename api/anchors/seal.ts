import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;

/**
 * Seals a bank account number for one anchor: `v1:iv:tag:ciphertext`, base64url. The anchor is part of what is
 * authenticated, so a sealed number moved to another anchor's row does not open.
 */
export function sealBankAccount(key: Buffer, anchorId: number, bankAccount: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(placeOf(anchorId));
  const sealed = Buffer.concat([cipher.update(bankAccount, 'utf8'), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(':');
}

/** The number again; throws when the key, the anchor or a single bit is another. */
export function openBankAccount(key: Buffer, anchorId: number, sealed: string): string {
  const [version, ...parts] = sealed.split(':');
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || !iv || !tag || !text) throw new Error('not a sealed bank account of version 1');
  // The whole tag: a shortened one would be easier to forge.
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: 16 })
    .setAAD(placeOf(anchorId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}

const placeOf = (anchorId: number): Buffer => Buffer.from(`anchor_payee|bank_account|${anchorId}`);
