/**
 * Numbers read straight from bytes: no strings, no floats of yuan. A result that is not a whole number says why:
 * NaN = not an amount, Infinity = decimals finer than the unit allows, -Infinity = beyond the safe integers.
 */
export const MALFORMED = Number.NaN;
export const TOO_FINE = Number.POSITIVE_INFINITY;
export const TOO_LARGE = Number.NEGATIVE_INFINITY;

const MINUS = 45;
const PLUS = 43;
const DOT = 46;
const COMMA = 44;
/** 15 digits stay exact in a double. */
const MAX_DIGITS = 15;

/** An exact decimal: `mantissa / 10^scale`. Reused by the caller so that reading allocates nothing. */
export interface Decimal {
  mantissa: number;
  scale: number;
}

/** `1,234.50`, `¥12.00`, `-3.5`, `￥-1` → whole fen; more than two decimals only when the rest is zero. */
export function readFen(bytes: Uint8Array, start: number, end: number): number {
  // nearly every amount is plain `123.45`; anything else takes the thorough way
  const dot = end - 3;
  if (dot > start && end - start <= MAX_DIGITS && bytes[dot] === DOT) {
    let fen = 0;
    for (let at = start; at < end; at++) {
      if (at === dot) continue;
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) return toUnits(bytes, start, end, 2);
      fen = fen * 10 + digit;
    }
    return fen;
  }
  return toUnits(bytes, start, end, 2);
}

/** Whole number with optional thousand separators and zero decimals (`17`, `1,024`, `6.0`). */
export function readInteger(bytes: Uint8Array, start: number, end: number): number {
  return toUnits(bytes, start, end, 0);
}

/** `32.00%` → 3200 basis points. */
export function readPercent(bytes: Uint8Array, start: number, end: number): number {
  return bytes[end - 1] === 37 ? toUnits(bytes, start, end - 1, 2) : MALFORMED;
}

/** A plain number times 10^decimals as a whole number: `0.32` with 4 decimals → 3200. */
export function readScaled(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  return toUnits(bytes, start, end, decimals);
}

/** Reads any decimal of at most 15 digits into `out`; false when it is none. */
export function readDecimal(bytes: Uint8Array, start: number, end: number, out: Decimal): boolean {
  let at = start;
  let negative = false;
  let signed = false;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte === MINUS || byte === PLUS) && !signed) {
      signed = true;
      negative = byte === MINUS;
      continue;
    }
    const skip = currencyLength(bytes, at, end);
    if (skip === 0) break;
    at += skip - 1;
  }
  return readDigits(bytes, at, trimUnit(bytes, at, end), negative, out);
}

/** `a × b` in fen, rounded half away from zero, exact. */
export function multiplyToFen(a: Decimal, b: Decimal): number {
  const scale = a.scale + b.scale;
  const plain = a.mantissa * b.mantissa;
  if (scale <= 2 && Number.isSafeInteger(plain * 100)) return plain * POWERS[2 - scale]! + 0;
  const product = BigInt(a.mantissa) * BigInt(b.mantissa) * 100n;
  const divisor = 10n ** BigInt(scale);
  const magnitude = product < 0n ? -product : product;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  const result = Number(product < 0n ? -rounded : rounded);
  return Number.isSafeInteger(result) ? result + 0 : TOO_LARGE;
}

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const scratch: Decimal = { mantissa: 0, scale: 0 };

function toUnits(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  if (!readDecimal(bytes, start, end, scratch)) return MALFORMED;
  const { mantissa, scale } = scratch;
  if (scale <= decimals) {
    const units = mantissa * POWERS[decimals - scale]!;
    return Number.isSafeInteger(units) ? units + 0 : TOO_LARGE;
  }
  const divisor = POWERS[scale - decimals]!;
  return mantissa % divisor === 0 ? mantissa / divisor + 0 : TOO_FINE;
}

function readDigits(bytes: Uint8Array, from: number, end: number, negative: boolean, out: Decimal): boolean {
  let mantissa = 0;
  let digits = 0;
  let seen = 0;
  let scale = -1;
  let sinceComma = -1;
  for (let at = from; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === DOT) {
      if (scale >= 0 || (sinceComma >= 0 && sinceComma !== 3)) return false;
      scale = 0;
      sinceComma = -1;
      continue;
    }
    if (byte === COMMA) {
      // a separator stands after one to three digits, then after every three
      if (scale >= 0 || (sinceComma < 0 ? seen < 1 || seen > 3 : sinceComma !== 3)) return false;
      sinceComma = 0;
      continue;
    }
    const digit = byte - 48;
    if (digit < 0 || digit > 9) return false;
    seen++;
    if (sinceComma >= 0) sinceComma++;
    if (scale >= 0) scale++;
    if (digits > 0 || digit > 0) digits++;
    if (digits > MAX_DIGITS) return false;
    mantissa = mantissa * 10 + digit;
  }
  if (seen === 0 || scale === 0 || scale > MAX_DIGITS || (sinceComma >= 0 && sinceComma !== 3)) return false;
  out.mantissa = negative && mantissa !== 0 ? -mantissa : mantissa;
  out.scale = Math.max(scale, 0);
  return true;
}

/** Bytes of `¥` (C2 A5) or `￥` (EF BF A5) at this place. */
function currencyLength(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === 0xc2 && at + 1 < end && bytes[at + 1] === 0xa5) return 2;
  if (bytes[at] === 0xef && at + 2 < end && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xa5) return 3;
  return 0;
}

/** Some exports write `12.00元`. */
function trimUnit(bytes: Uint8Array, from: number, end: number): number {
  const hasUnit =
    end - from >= 4 && bytes[end - 3] === 0xe5 && bytes[end - 2] === 0x85 && bytes[end - 1] === 0x83;
  return hasUnit ? end - 3 : end;
}
