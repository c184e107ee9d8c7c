import { createHash } from 'node:crypto';

/** sha256 (64 hex digits) of the document's canonical JSON: what is said is hashed, not how it is drawn. */
export function contentHash(document: object): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}

/**
 * Eight letters and digits a person can type (`7KQ2-9XMD`), derived from number and hash.
 * It finds the document and tells a copy that was changed; it is not a secret.
 */
export function verificationCode(no: string, hash: string): string {
  const digest = createHash('sha256').update(`${no}\n${hash}`).digest();
  const letters = Array.from(digest.subarray(0, 8), (byte) => CROCKFORD[byte & 31]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** JSON with keys in code-unit order and no spaces; throws RangeError on what JSON cannot say exactly. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const record = value as Record<string, unknown>;
    let members = '';
    for (const key of Object.keys(record).sort())
      if (record[key] !== undefined)
        members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(record[key])}`;
    return `{${members}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`not a whole number: ${value}`);
  const text = JSON.stringify(value === 0 ? 0 : value);
  if (text === undefined) throw new RangeError(`no JSON for ${typeof value}`);
  return text;
}

/** Without I, L, O and U, which are misread. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
