export interface Span {
  start: number;
  end: number;
}

const END = /[。！？!?]|\.(?=\s|$)|\n\s*\n/g;
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|no|inc|ltd|co|corp|art|sec|vs|mr|mrs|ms|dr|st|u\.s|approx)|\b[A-Za-z]|(?:^|[\n\s(])\d+)$/i;

/** Sentences of text[start, end) as ranges of the original, blanks at both sides left out. */
export function sentences(text: string, start = 0, end = text.length): Span[] {
  const found: Span[] = [];
  let from = start;
  END.lastIndex = start;
  for (let match = END.exec(text); match && match.index < end; match = END.exec(text)) {
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(from, match.index - 12), match.index)))
      continue;
    push(found, text, from, Math.min(match.index + match[0].length, end));
    from = match.index + match[0].length;
  }
  push(found, text, from, end);
  return found;
}

function push(found: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (to > from) found.push({ start: from, end: to });
}
