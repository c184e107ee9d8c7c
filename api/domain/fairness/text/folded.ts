/** Text made easier to read for rules, each character of it knowing where it stood in the original. */
export interface Folded {
  text: string;
  /** UTF-16 offset in the original where character i begins, and where it ends. */
  from: number[];
  to: number[];
}

const CJK = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/;
const DROPPED = /[*#`“”‘「」『』\u200b\ufeff"]/;

/**
 * Folds text[start, end): full-width forms to ASCII, Latin to lower case, quotes and markdown marks dropped, blanks
 * beside Chinese characters dropped, other runs of blanks made one. `skips` are ranges left out (page headers).
 */
export function fold(
  text: string,
  start: number,
  end: number,
  skips: readonly [number, number][] = [],
): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  const out: string[] = [];
  for (let at = start; at < end; at++) {
    const skip = skips.find(([from, to]) => at >= from && at < to);
    if (skip) {
      at = skip[1] - 1;
      continue;
    }
    const char = foldChar(text[at]!);
    if (char === '') continue;
    const isBlank = char === ' ';
    if (isBlank && (out.length === 0 || out.at(-1) === ' ' || CJK.test(out.at(-1)!))) continue;
    if (CJK.test(char) && out.at(-1) === ' ') {
      out.pop();
      folded.from.pop();
      folded.to.pop();
    }
    out.push(char);
    folded.from.push(at);
    folded.to.push(at + 1);
  }
  folded.text = out.join('');
  return folded;
}

/** Replaces each match, the replacement standing for the whole of what it replaces. */
export function replaceIn(
  folded: Folded,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let copied = 0;
  const copyUntil = (end: number) => {
    parts.push(folded.text.slice(copied, end));
    for (let at = copied; at < end; at++) {
      from.push(folded.from[at]!);
      to.push(folded.to[at]!);
    }
    copied = end;
  };
  for (const match of folded.text.matchAll(pattern)) {
    const replacement = replace(match as RegExpExecArray);
    if (replacement === undefined || match[0] === '') continue;
    copyUntil(match.index);
    copied = match.index + match[0].length;
    parts.push(replacement);
    for (let at = 0; at < replacement.length; at++) {
      from.push(folded.from[match.index]!);
      to.push(folded.to[copied - 1]!);
    }
  }
  if (copied === 0) return folded;
  copyUntil(folded.text.length);
  return { text: parts.join(''), from, to };
}

/** Two folded texts one after the other. */
export function joinFolded(first: Folded, second: Folded): Folded {
  return {
    text: first.text + second.text,
    from: [...first.from, ...second.from],
    to: [...first.to, ...second.to],
  };
}

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (char === '’') return "'";
  if (DROPPED.test(char)) return '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0x3000 || code === 0xa0 || code === 9 || code === 10 || code === 13) return ' ';
  if (char === '．') return '.';
  if (code === 0x2013 || code === 0x2014 || char === '～') return '-';
  return char.toLowerCase();
}
