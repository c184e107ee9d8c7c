/** Takes a feature by its number, of 30 bits. */
export type Take = (feature: number) => void;

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let value = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** One hash out of two, their order counting: names are put together without writing them out. */
export function join(hash: number, next: number): number {
  let value = Math.imul(next, 0xcc9e2d51 | 0);
  value = Math.imul((value << 15) | (value >>> 17), 0x1b873593);
  value ^= hash;
  return (Math.imul((value << 13) | (value >>> 19), 5) + (0xe6546b64 | 0)) | 0;
}

/** The feature of a hash: its bits mixed once more, the upper 30 kept. */
export function toFeature(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b | 0);
  value ^= value >>> 13;
  return Math.imul(value, 0xc2b2ae35 | 0) >>> 2;
}
