import { type Quantity, readQuantities } from '../text/quantities.ts';
import type { Reading } from './reading.ts';

/** The piece between semicolons in which a match stands. */
export function pieceAt(reading: Reading, at: number): string {
  const from = reading.text.lastIndexOf(';', at) + 1;
  const to = reading.text.indexOf(';', at);
  return reading.text.slice(from, to < 0 ? undefined : to);
}

type Of<K extends Quantity['kind']> = Extract<Quantity, { kind: K }>;

/** The quantities of one kind in a text. */
export function quantitiesOf<K extends Quantity['kind']>(text: string, kind: K): Of<K>[] {
  return readQuantities(text).filter((quantity): quantity is Of<K> => quantity.kind === kind);
}

/** The longest duration in days; 0 when none is said. */
export function longestDays(text: string): number {
  return Math.max(0, ...quantitiesOf(text, 'duration').map(({ days }) => days));
}

const TO_ANCHOR =
  /Ⓒ[^,;。]{0,24}(?:向|给予?|付给|补偿|赔偿|返还)Ⓐ|向Ⓐ(?:双倍)?(?:支付|赔偿|赔付|给付|返还|补偿|承担)|(?:赔偿|补偿)Ⓐ|Ⓐ[^,;。]{0,6}有权(?:要求|向)|\bⒸ (?:shall|must|will) (?:\w+ )?(?:pay|compensate|indemnify)|(?:pay|compensate|to|indemnify) Ⓐ/;
const FROM_ANCHOR =
  /向Ⓒ|(?:赔偿|补偿|返还|给)Ⓒ|由Ⓐ|Ⓒ(?:均)?(?:有权|可)(?:以)?(?:要求|向|直接|责令)?|Ⓐ[^;。]{0,90}(?:须|应|需|得|承担|赔偿|支付|缴纳|赔付|付|补偿)|Ⓐ[^;]{0,200}(?:shall|must|will|agrees to|is liable to) (?:\w+ ){0,3}(?:pay|compensate|indemnify|owe)|\bpay Ⓒ|to Ⓒ/;

/** Whether money goes from the anchor to the company in this piece. */
export function anchorPays(text: string): boolean {
  return FROM_ANCHOR.test(text) && !(TO_ANCHOR.test(text) && !/向Ⓒ|(?:赔偿|补偿)Ⓒ/.test(text));
}

/** Whether money goes to the anchor and none back. */
export function paysAnchor(text: string): boolean {
  return TO_ANCHOR.test(text) && !/向Ⓒ|(?:赔偿|补偿)Ⓒ|pay Ⓒ|to Ⓒ/.test(text);
}
