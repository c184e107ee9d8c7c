/** A clause by its number as printed; positions are UTF-16 offsets into the whole text. */
export interface PlacedClause {
  clauseNo: string;
  heading: string | null;
  body: string;
  startAt: number;
  endAt: number;
  depth: number;
}

/** The text of a version that was typed clause by clause, and where each clause stands in it. */
export function composeText(clauses: readonly { clauseNo: string; heading: string | null; body: string }[]): {
  text: string;
  places: { startAt: number; endAt: number }[];
} {
  let text = '';
  const places = clauses.map(({ clauseNo, heading, body }) => {
    if (text !== '') text += '\n\n';
    const startAt = text.length;
    const head = [clauseNo, heading].filter(Boolean).join(' ');
    text += body === '' ? head : `${head}\n${body}`;
    return { startAt, endAt: text.length };
  });
  return { text, places };
}

interface PrintedClause {
  number: string;
  heading: string;
  start: number;
  end: number;
  parent: number | undefined;
  depth: number;
}

const MAX_NUMBER = 60;
/** `（一）`, `①`, `(a)`, `b)`: numbers that say something only under the clause they hang under. */
const PART = /^(?:[（(①-⑳]|[a-z][.)）])/i;

/**
 * Clauses of a segmented text with numbers that name one clause each: `（一）` under 第三条 is `第三条（一）`, and what
 * still stands twice gets its place. `body` is the clause as printed, without its number.
 */
export function numberClauses(text: string, printed: readonly PrintedClause[]): PlacedClause[] {
  const counts = new Map<string, number>();
  for (const { number } of printed) counts.set(number, (counts.get(number) ?? 0) + 1);
  const taken = new Set<string>();
  const names: string[] = [];
  return printed.map((clause, at) => {
    const { number, start, end, parent, depth } = clause;
    const isPart = parent !== undefined && ((counts.get(number) ?? 0) > 1 || PART.test(number));
    const plain = number === '' ? '前言' : isPart ? `${names[parent]}${number}` : number;
    const clauseNo = firstFree(plain.slice(0, MAX_NUMBER - 6), taken);
    names[at] = clauseNo;
    const body = text.slice(start, end);
    const heading = headingAlone(clause);
    return { clauseNo, heading, body, startAt: start, endAt: end, depth: Math.min(depth, 20) };
  });
}

function firstFree(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}#${count}`;
  taken.add(name);
  return name;
}

function headingAlone({ number, heading }: PrintedClause): string | null {
  const title = heading.startsWith(number) ? heading.slice(number.length).trim() : heading.trim();
  return title === '' ? null : title.slice(0, 200);
}
