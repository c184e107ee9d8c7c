import { type PageRows, type Row, rowText } from './page.ts';

/** How much of a page's top and bottom can be a header or a footer, and how many rows of it. */
const MARGIN_SHARE = 0.15;
const MARGIN_ROWS = 3;

/**
 * Takes page headers, footers and page numbers off, outermost first: rows near an edge that come again (digits aside) on
 * many pages at the same height, and rows that are nothing but a page number. A row inside of one that stays is text.
 */
export function stripMargins(pages: PageRows[]): PageRows[] {
  const seen = new Map<string, { pages: Set<number>; heights: number[] }>();
  for (const page of pages) {
    for (const edge of EDGES) {
      for (const row of edgeRows(page, edge)) {
        const key = edge + shapeOf(row);
        const entry = seen.get(key) ?? { pages: new Set(), heights: [] };
        entry.pages.add(page.number);
        entry.heights.push(row.y / page.height);
        seen.set(key, entry);
      }
    }
  }
  const needed = Math.max(2, Math.ceil(pages.length * 0.4));
  const isRepeated = (row: Row, page: PageRows, edge: Edge) => {
    const entry = seen.get(edge + shapeOf(row));
    const near = entry?.heights.filter((height) => Math.abs(height - row.y / page.height) < 0.02).length ?? 0;
    return pages.length > 1 && near >= needed;
  };
  return pages.map((page) => {
    const taken = new Set<Row>();
    for (const edge of EDGES) {
      for (const row of edgeRows(page, edge)) {
        if (!isPageNumber(row) && !isRepeated(row, page, edge)) break;
        taken.add(row);
      }
    }
    return { ...page, rows: page.rows.filter((row) => !taken.has(row)) };
  });
}

type Edge = 'top' | 'bottom';
const EDGES: readonly Edge[] = ['top', 'bottom'];

/** From the edge inwards. */
function edgeRows(page: PageRows, edge: Edge): Row[] {
  const share = (row: Row) => (edge === 'top' ? row.y / page.height : 1 - row.y / page.height);
  const rows = edge === 'top' ? page.rows : page.rows.toReversed();
  return rows.slice(0, MARGIN_ROWS).filter((row) => share(row) < MARGIN_SHARE);
}

function shapeOf(row: Row): string {
  return rowText(row).replace(/\s+/g, '').replace(/\d+/g, '#').toLowerCase();
}

const NUMERAL = '[\\d一二三四五六七八九十百]+';
const SPOKEN = new RegExp(
  `^(?:第\\s*${NUMERAL}\\s*页)?\\s*[,，/／]?\\s*(?:[共总]\\s*${NUMERAL}\\s*页)?$|^page\\s*[-:]?\\s*\\d+\\s*-?(?:\\s*(?:of|/)\\s*\\d+)?$|^\\d+\\s*/\\s*\\d+$|^[-–—]\\s*\\d+\\s*[-–—]$`,
  'i',
);

/** A bare figure may be the number of a clause: it goes only where every page has one at the same place. */
function isPageNumber(row: Row): boolean {
  const plain = rowText(row).replace(/\t/g, ' ').trim();
  return plain !== '' && SPOKEN.test(plain);
}
