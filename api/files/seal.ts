import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a bank account number for one anchor: `v1:iv:tag:ciphertext`, base64url. The anchor is part of what is
 * authenticated, so a sealed number moved to another anchor's row does not open.
 */
export const sealBankAccount = (key: Buffer, anchorId: number, bankAccount: string): string =>
  sealText(key, placeOf(anchorId), bankAccount);

/** The number again; throws when the key, the anchor or a single bit is another. */
export const openBankAccount = (key: Buffer, anchorId: number, sealed: string): string =>
  openText(key, placeOf(anchorId), sealed);

/** Seals a text for the place it is kept at; it opens nowhere else. */
export function sealText(key: Buffer, place: string, text: string): string {
  const { iv, tag, sealed } = seal(key, place, Buffer.from(text, 'utf8'));
  return [VERSION, ...[iv, tag, sealed].map((part) => part.toString('base64url'))].join(':');
}

export function openText(key: Buffer, place: string, text: string): string {
  const [version, ...parts] = text.split(':');
  const [iv, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || !iv || !tag || !sealed)
    throw new Error('not a sealed bank account of version 1');
  return open(key, place, { iv, tag, sealed }).toString('utf8');
}

/** Seals bytes: iv, tag and ciphertext one after another. */
export function sealBytes(key: Buffer, place: string, bytes: Buffer): Buffer {
  const { iv, tag, sealed } = seal(key, place, bytes);
  return Buffer.concat([iv, tag, sealed]);
}

export const openBytes = (key: Buffer, place: string, bytes: Buffer): Buffer<ArrayBuffer> =>
  open(key, place, {
    iv: bytes.subarray(0, IV_BYTES),
    tag: bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    sealed: bytes.subarray(IV_BYTES + TAG_BYTES),
  });

interface Sealed {
  iv: Buffer;
  tag: Buffer;
  sealed: Buffer;
}

function seal(key: Buffer, place: string, bytes: Buffer): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), sealed };
}

function open(key: Buffer, place: string, { iv, tag, sealed }: Sealed): Buffer<ArrayBuffer> {
  // The whole tag: a shortened one would be easier to forge.
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

const placeOf = (anchorId: number): string => `anchor_payee|bank_account|${anchorId}`;
