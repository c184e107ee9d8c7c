/**
 * The first 80 bits of a content hash as sixteen letters and digits that are not misread, `1H7Y-PRK8-0KQ2-9XMD`:
 * what a person types, or a camera reads, to ask whether a document is ours and unchanged.
 */
export function verificationText(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('the hash is not 64 hex digits');
  let bits = BigInt(`0x${hash.slice(0, HEX_DIGITS)}`);
  let text = '';
  for (let place = 0; place < LETTERS; place++) {
    text = CROCKFORD[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text.replace(/(.{4})(?!$)/g, '$1-');
}

/**
 * The first 20 hex digits of the content hash the typed text stands for, or undefined when it is none.
 * Small letters, spaces and hyphens anywhere, O for 0 and I or L for 1 are taken as meant.
 */
export function readVerificationText(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (letters.length !== LETTERS) return undefined;
  let bits = 0n;
  for (const letter of letters) {
    const value = CROCKFORD.indexOf(letter);
    if (value < 0) return undefined;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits.toString(16).padStart(HEX_DIGITS, '0');
}

const HEX_DIGITS = 20;
const LETTERS = 16;
/** Without I, L, O and U, which are misread. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
