/** A golden page as tables: `## 2026-05` holds `### 直播 Streams`; a table's rows are objects by heading. */
export interface Section {
  title: string;
  rows: Record<string, string>[];
}

/** Sections of a page in their order; a section of a month carries it: `2026-05/直播`. */
export function readSections(page: string): Section[] {
  const sections: Section[] = [];
  let month = '';
  let heads: string[] | undefined;
  for (const line of page.split('\n')) {
    const heading = /^(#{2,3}) (\S+)/.exec(line);
    if (heading) {
      const [, level, name] = heading;
      if (level === '##') month = /^\d{4}-\d{2}$/.test(name!) ? name! : '';
      sections.push({ title: month && level === '###' ? `${month}/${name}` : name!, rows: [] });
      heads = undefined;
    } else if (line.startsWith('|')) {
      const cells = line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim());
      if (!heads) heads = cells;
      else if (!/^[\s:|-]+$/.test(line)) {
        const names = heads;
        if (cells.length !== names.length) throw new Error(`a row has ${cells.length} cells: ${line}`);
        sections.at(-1)!.rows.push(Object.fromEntries(cells.map((cell, at) => [names[at]!, cell])));
      }
    } else heads = undefined;
  }
  return sections;
}

/** `1,234.50` → 123450 fen; the page's money is read as whole fen, never as a float. */
export function readFen(text: string): number {
  const match = /^(-?)([\d,]+)\.(\d{2})$/.exec(text);
  if (!match) throw new Error(`not an amount: ${text}`);
  const whole = Number(`${match[2]!.replaceAll(',', '')}${match[3]}`);
  return match[1] && whole !== 0 ? -whole : whole;
}

/** `12.5%` → 1250 bps. */
export function readBps(text: string): number {
  const match = /^(-?\d+)(?:\.(\d{1,2}))?%$/.exec(text);
  if (!match) throw new Error(`not a rate: ${text}`);
  return Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`);
}

export const isBlank = (text: string | undefined): boolean =>
  text === undefined || text === '' || text === '—';

/** Refuses headings nobody reads: a misspelt column must not silently mean nothing. */
export function checkHeads(section: Section, known: readonly string[]): void {
  for (const row of section.rows) {
    const stray = Object.keys(row).find((head) => !known.includes(head));
    if (stray) throw new Error(`${section.title}: nobody reads the column ${stray}`);
  }
}
