/** A run of text that stands in both, or in one of two versions. */
export interface DiffRun {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/**
 * What turns `before` into `after`: its runs without the removed are `after`, without the added `before`, to the
 * letter. Words and numbers stay whole, Chinese goes by characters; crumbs of agreement inside a rewriting are
 * counted as rewritten, so that a person reads phrases and not a riddle.
 */
export function diffWords(before: string, after: string): DiffRun[] {
  return joinRuns(dropCrumbs(joinRuns(diffTokens(tokensOf(before), tokensOf(after)))));
}

/** `12.5%` and `Agency` are one token each, every other character is its own. */
export function tokensOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*[%％]?|[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z]+)*|\s+|[\s\S]/gu) ?? [];
}

/** Beyond this many edits two texts have nothing to say to each other, and the table of paths grows with its square. */
const EDITS_MAX = 1200;

function diffTokens(before: readonly string[], after: readonly string[]): DiffRun[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const middle = shortestEdit(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return [
    { kind: 'same', text: before.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: before.slice(before.length - tail).join('') },
  ];
}

/** Myers' greedy search: the furthest place on each diagonal after d edits, kept for the way back. */
function shortestEdit(before: readonly string[], after: readonly string[]): DiffRun[] {
  const wholly: DiffRun[] = [
    { kind: 'removed', text: before.join('') },
    { kind: 'added', text: after.join('') },
  ];
  if (before.length === 0 || after.length === 0) return wholly;
  const most = Math.min(before.length + after.length, EDITS_MAX);
  const furthest = new Int32Array(2 * most + 3);
  const centre = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(centre - edits - 1, centre + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDown(diagonal, edits, (k) => furthest[centre + k]!)
        ? furthest[centre + diagonal + 1]!
        : furthest[centre + diagonal - 1]! + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest[centre + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkBack(before, after, trace);
    }
  }
  return wholly;
}

const isDown = (diagonal: number, edits: number, at: (diagonal: number) => number): boolean =>
  diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));

function walkBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly Int32Array[],
): DiffRun[] {
  const runs: DiffRun[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const at = (diagonal: number): number => trace[edits]![diagonal + edits + 1]!;
    const diagonal = x - y;
    const cameFrom = isDown(diagonal, edits, at) ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : at(cameFrom);
    const fromY = edits === 0 ? 0 : fromX - cameFrom;
    while (x > fromX && y > fromY) {
      runs.push({ kind: 'same', text: before[x - 1]! });
      x--;
      y--;
    }
    if (edits === 0) break;
    if (x === fromX) runs.push({ kind: 'added', text: after[y - 1]! });
    else runs.push({ kind: 'removed', text: before[x - 1]! });
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}

/** Neighbours of one kind become one run, the removed before the added, empty runs none. */
function joinRuns(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const run of runs) {
    if (run.text === '') continue;
    if (run.kind === 'removed') removed += run.text;
    else if (run.kind === 'added') added += run.text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') joined[joined.length - 1] = { kind: 'same', text: last.text + run.text };
      else joined.push(run);
    }
  }
  flush();
  return joined;
}

/** A run of at most two characters between two rewritten ones that are each longer than it. */
function dropCrumbs(runs: readonly DiffRun[]): DiffRun[] {
  const changedAround = (at: number, step: 1 | -1): number => {
    let length = 0;
    for (let place = at + step; runs[place] && runs[place]!.kind !== 'same'; place += step)
      length = Math.max(length, runs[place]!.text.length);
    return length;
  };
  return runs.flatMap((run, at): DiffRun[] => {
    const isCrumb =
      run.kind === 'same' &&
      [...run.text].length <= 2 &&
      Math.min(changedAround(at, -1), changedAround(at, 1)) > run.text.length;
    if (!isCrumb) return [run];
    return [
      { kind: 'removed', text: run.text },
      { kind: 'added', text: run.text },
    ];
  });
}
