import { INLINE_MARK, type Mark, readMark } from './numbering.ts';

/** One clause as printed: its own text without the clauses under it. Offsets are UTF-16 places in the original. */
export interface Clause {
  index: number;
  /** `第三条`, `2.1`, `（一）`; empty for text before the first number. */
  number: string;
  /** Number and title, as a reader would name the clause. */
  heading: string;
  kind: 'opening' | 'clause' | 'annex' | 'table';
  start: number;
  end: number;
  /** Where the words begin: after the mark, and after the title when that has a line of its own. */
  body: number;
  /** Index of the clause it hangs under, and how deep it hangs. */
  parent: number | undefined;
  depth: number;
  /** Ranges inside that are page headers and footers. */
  skips: [number, number][];
}

interface Line {
  start: number;
  end: number;
}

/** Splits a contract into its numbered clauses, nested; page headers, footers and numbers are left out. */
export function segment(text: string): Clause[] {
  const lines = splitLines(text);
  const furniture = findPageFurniture(text, lines);
  const clauses: Clause[] = [];
  const open: { rank: number; index: number }[] = [];
  let current: Clause | undefined;
  let titleAlone: Clause | undefined;
  for (const line of lines) {
    if (furniture.has(line.start)) {
      current?.skips.push([line.start, line.end]);
      continue;
    }
    const content = text.slice(line.start, line.end);
    const mark = readMark(content);
    if (!mark) {
      const isTable = /^\|.*\||\t.*\t/.test(content);
      if (!current || (isTable && current.kind !== 'table')) {
        current = startClause(clauses, line, undefined, isTable ? 'table' : 'opening', open);
      } else {
        // Words below a title that stands alone: the title is not part of the first sentence.
        if (titleAlone === current) current.body = line.start;
        current.end = line.end;
      }
      titleAlone = undefined;
      continue;
    }
    while (open.length > 0 && open.at(-1)!.rank >= mark.rank) open.pop();
    const kind = /^(附|annex|appendix|schedule|exhibit)/i.test(mark.number) ? 'annex' : 'clause';
    current = startClause(clauses, line, mark, kind, open);
    current.heading = headingOf(content, mark);
    titleAlone = isTitleAlone(content, mark) ? current : undefined;
    open.push({ rank: mark.rank, index: current.index });
  }
  for (const clause of clauses)
    clause.skips = clause.skips.filter(([from, to]) => from >= clause.start && to <= clause.end);
  return clauses;
}

function startClause(
  clauses: Clause[],
  line: Line,
  mark: Mark | undefined,
  kind: Clause['kind'],
  open: { rank: number; index: number }[],
): Clause {
  const clause: Clause = {
    index: clauses.length,
    number: mark?.number ?? '',
    heading: mark?.number ?? '',
    kind,
    start: line.start,
    end: line.end,
    body: line.start + (mark?.length ?? 0),
    parent: open.at(-1)?.index,
    depth: open.length,
    skips: [],
  };
  clauses.push(clause);
  return clause;
}

/** A short line is all title; in a long one the title ends at the first mark that closes it. */
function headingOf(content: string, mark: Mark): string {
  const rest = content.slice(mark.length).trim();
  const title = /^[【[《]?([^。；;：:，,\n]{1,24}?)[】\]》]?(?:[：:]|\s{1,}|$|】)/.exec(rest)?.[1]?.trim();
  return title ? `${mark.number} ${title}` : mark.number;
}

function isTitleAlone(content: string, mark: Mark): boolean {
  const rest = content.slice(mark.length).trim();
  return rest.length <= 24 && !/[，。；;]|[,.]$/.test(rest);
}

/** Non-blank lines without the blanks around them; a line that holds several marks is several lines. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const cuts = [0, ...[...raw.matchAll(INLINE_MARK)].map((match) => match.index), raw.length];
    for (let part = 0; part + 1 < cuts.length; part++) {
      const piece = raw.slice(cuts[part], cuts[part + 1]);
      const lead = /^[\s\u3000>#*_-]*(?=\S)/.exec(piece)?.[0].length ?? 0;
      const start = at + cuts[part]! + (/^[\s\u3000>#*_-]+$/.test(piece.slice(0, lead)) ? lead : 0);
      const end = at + cuts[part]! + piece.trimEnd().length;
      if (end > start) lines.push({ start, end });
    }
    at += raw.length + 1;
  }
  return lines;
}

const PAGE_NUMBER =
  /^(?:第\s*[\d一二三四五六七八九十百]+\s*页(?:\s*[,，/／]?\s*共\s*[\d一二三四五六七八九十百]+\s*页)?|[-–—~]\s*\d{1,4}\s*[-–—~]|page\s+\d+(?:\s+of\s+\d+)?|\d{1,4}\s*[/／]\s*\d{1,4})$/i;

/** Starts of lines that are page numbers, or that return unchanged (but for digits) at least three times. */
function findPageFurniture(text: string, lines: Line[]): Set<number> {
  const places = new Map<string, number[]>();
  const furniture = new Set<number>();
  for (const { start, end } of lines) {
    const content = text.slice(start, end);
    if (PAGE_NUMBER.test(content)) furniture.add(start);
    if (content.length < 4 || content.length > 60 || /[。；;：:]$/.test(content)) continue;
    const key = content.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, '');
    // Blanks to fill in and signature lines return too; they carry no words.
    if (!/[\u4e00-\u9fffA-Za-z]{3}/.test(key) || /[_＿]{3}|(?:签字|盖章|日期|年月日)/.test(key)) continue;
    places.set(key, [...(places.get(key) ?? []), start]);
  }
  for (const [, starts] of places) {
    if (starts.length < 3 || !isSpreadOut(starts, text.length)) continue;
    for (const start of starts) furniture.add(start);
  }
  return furniture;
}

/** A page is at least some hundred characters: what returns faster is a list, not a header. */
function isSpreadOut(starts: number[], length: number): boolean {
  const gaps = starts.slice(1).map((start, index) => start - starts[index]!);
  return gaps.every((gap) => gap > 250) && starts.at(-1)! - starts[0]! > length / 4;
}
