/** Throws that come out the same on every machine: each name has its own sequence, so one story never shifts another. */
export function diceOf(name: string): () => number {
  let state = 2_166_136_261;
  for (const char of name) state = Math.imul(state ^ char.charCodeAt(0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** China's time as platforms write it, `2026-05-01 20:30:15`, moved by minutes; such texts compare in order. */
export function laterBy(text: string, minutes: number): string {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`) + Math.round(minutes * 60_000);
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
