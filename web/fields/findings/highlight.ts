import { type Finding, SEVERITIES, type Severity } from './finding.ts';

export type Marked = Pick<Finding, 'id' | 'start' | 'end' | 'severity' | 'state'>;

/** A run of text under the same findings; `ids` the narrowest first, `severity` the heaviest of those open. */
export interface Run {
  start: number;
  end: number;
  ids: number[];
  severity: Severity | null;
  /** All of them decided: shown, but lightly. */
  isSettled: boolean;
}

/**
 * Cuts [from, to) wherever a finding begins or ends. Findings may nest, overlap and reach beyond the piece; every
 * character of the piece is in exactly one run.
 */
export function runsOf(from: number, to: number, findings: readonly Marked[]): Run[] {
  const inside = findings.filter(({ start, end }) => start < to && end > from && start < end);
  const cuts = new Set([from, to]);
  for (const { start, end } of inside) {
    if (start > from) cuts.add(start);
    if (end < to) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1]!;
    const over = inside
      .filter((finding) => finding.start <= start && finding.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id);
    const open = over.filter(({ state }) => state === 'open');
    return {
      start,
      end,
      ids: over.map(({ id }) => id),
      severity: heaviest(open.length > 0 ? open : over),
      isSettled: over.length > 0 && open.length === 0,
    };
  });
}

/** Which finding a press on a run means: the narrowest, and with each further press the next one around it. */
export function pickAt(ids: readonly number[], selected: number | undefined): number | undefined {
  const at = selected === undefined ? -1 : ids.indexOf(selected);
  return ids[(at + 1) % ids.length];
}

/** Pages that begin inside [from, to): where their marks stand. */
export function pagesIn<P extends { start: number }>(pages: readonly P[], from: number, to: number): P[] {
  return pages.filter(({ start }) => start >= from && start < to);
}

/** A piece of the text to show in one block: a clause with what follows it up to the next, or what comes before the first. */
export interface TextBlock {
  clauseNo: string | null;
  heading: string | null;
  depth: number;
  start: number;
  end: number;
}

/** The whole text in blocks, nothing left out: titles between clauses stay with the clause before them. */
export function blocksOf(
  length: number,
  clauses: readonly { clauseNo: string; heading: string | null; start: number; depth: number }[],
): TextBlock[] {
  const inOrder = [...clauses].sort((a, b) => a.start - b.start);
  const first = inOrder[0]?.start ?? length;
  const before: TextBlock[] =
    first > 0 ? [{ clauseNo: null, heading: null, depth: 0, start: 0, end: first }] : [];
  return [
    ...before,
    ...inOrder.map(({ clauseNo, heading, start, depth }, index) => ({
      clauseNo,
      heading,
      depth,
      start,
      end: inOrder[index + 1]?.start ?? length,
    })),
  ];
}

function heaviest(findings: readonly Marked[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
