import type { ListCounter } from './numbering.ts';
import type { XmlReader } from './read-xml.ts';
import { isOn, type Styles, styleProperty } from './styles.ts';

/** What was met on the way and is worth a word. */
export interface Findings {
  deletedRuns: number;
  insertedRuns: number;
  hiddenCharacters: number;
  faintCharacters: number;
  textBoxes: number;
  embeddedParts: number;
}

interface Paragraph {
  text: string;
  listId?: string;
  level?: number;
  style?: string;
  /** The end of this paragraph was deleted, or hidden: it goes on in the next. */
  isOpenEnded: boolean;
  /** Lines of text boxes anchored here. */
  inner: string[];
}

interface Container {
  lines: string[];
  carried: string;
}

interface Row {
  cells: string[][];
  isDeleted: boolean;
}

interface Run {
  isHidden: boolean;
  isFaint: boolean;
}

/** Everything between the opening and the closing of the part. */
interface Walk {
  elements: string[];
  /** Depth of the element whose whole content is left out. */
  skipFrom: number | undefined;
  containers: Container[];
  paragraphs: Paragraph[];
  rows: Row[];
  run: Run;
  isInText: boolean;
  notes: string[];
  findings: Findings;
}

type Step = (walk: Walk, attributes: Record<string, string>) => void;

/**
 * Walks document.xml (or a part of notes) and collects its lines as a reader sees them: list numbers written out, deleted
 * and hidden text left out, inserted text in, rows with tabs between cells, text boxes after their paragraph.
 */
export function createBodyReader(styles: Styles, counter: ListCounter) {
  const walk: Walk = {
    elements: [],
    skipFrom: undefined,
    containers: [{ lines: [], carried: '' }],
    paragraphs: [],
    rows: [],
    run: { isHidden: false, isFaint: false },
    isInText: false,
    notes: [],
    findings: {
      deletedRuns: 0,
      insertedRuns: 0,
      hiddenCharacters: 0,
      faintCharacters: 0,
      textBoxes: 0,
      embeddedParts: 0,
    },
  };
  const reader: XmlReader = {
    open: (name, attributes) => {
      const parent = walk.elements.at(-1);
      walk.elements.push(name);
      if (walk.skipFrom !== undefined) return;
      if (isLeftOut(name, parent)) {
        walk.skipFrom = walk.elements.length;
        if (name === 'del' || name === 'moveFrom') walk.findings.deletedRuns++;
        return;
      }
      if (parent === 'rPr') describeRun(walk, styles, name, attributes);
      else OPENERS[name]?.(walk, attributes);
    },
    close: (name) => {
      if (walk.skipFrom === undefined) {
        if (name === 'p') endParagraph(walk, styles, counter);
        else CLOSERS[name]?.(walk, {});
      } else if (walk.skipFrom === walk.elements.length) walk.skipFrom = undefined;
      walk.elements.pop();
    },
    text: (text) => {
      if (walk.isInText && walk.skipFrom === undefined) addText(walk, text);
    },
  };
  return {
    reader,
    result: () => {
      const body = walk.containers[0]!;
      // a deleted end of the very last paragraph has no next one to go on in
      if (body.carried !== '') body.lines.push(body.carried);
      return { lines: body.lines, notes: walk.notes, findings: walk.findings };
    },
  };
}

/** Old properties, the second copy of a drawing for old readers, field codes, and what a change took away. */
function isLeftOut(name: string, parent: string | undefined): boolean {
  if (name === 'del' || name === 'moveFrom') return parent !== 'rPr' && parent !== 'trPr';
  return name.endsWith('PrChange') || LEFT_OUT.has(name);
}

const LEFT_OUT = new Set([
  'numberingChange',
  'tblGridChange',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
]);

const OPENERS: Record<string, Step> = {
  p: (walk) => void walk.paragraphs.push({ text: '', isOpenEnded: false, inner: [] }),
  pStyle: (walk, { val }) => describe(walk, { style: val }),
  numId: (walk, { val }) => describe(walk, { listId: val }),
  ilvl: (walk, { val }) => describe(walk, { level: Math.min(8, Math.max(0, Number(val) || 0)) }),
  r: (walk) => {
    walk.run = { isHidden: false, isFaint: false };
  },
  t: (walk) => {
    walk.isInText = true;
  },
  ins: (walk) => void walk.findings.insertedRuns++,
  moveTo: (walk) => void walk.findings.insertedRuns++,
  tab: (walk) => {
    if (walk.elements.at(-2) === 'r') addText(walk, '\t');
  },
  br: (walk) => addText(walk, '\n'),
  cr: (walk) => addText(walk, '\n'),
  noBreakHyphen: (walk) => addText(walk, '-'),
  sym: (walk, { char }) => addText(walk, SYMBOLS[(char ?? '').toUpperCase()] ?? '□'),
  altChunk: (walk) => void walk.findings.embeddedParts++,
  tr: (walk) => void walk.rows.push({ cells: [], isDeleted: false }),
  tc: (walk) => void walk.containers.push({ lines: [], carried: '' }),
  del: (walk) => {
    const row = walk.rows.at(-1);
    if (row !== undefined && walk.elements.at(-2) === 'trPr') row.isDeleted = true;
  },
  txbxContent: (walk) => {
    walk.findings.textBoxes++;
    walk.containers.push({ lines: [], carried: '' });
  },
  footnote: (walk) => void walk.containers.push({ lines: [], carried: '' }),
  endnote: (walk) => void walk.containers.push({ lines: [], carried: '' }),
};

const CLOSERS: Record<string, Step> = {
  t: (walk) => {
    walk.isInText = false;
  },
  tc: (walk) => {
    const cell = endContainer(walk);
    walk.rows.at(-1)?.cells.push(cell);
  },
  tr: endRow,
  txbxContent: (walk) => {
    const lines = endContainer(walk);
    const anchor = walk.paragraphs.at(-1);
    if (anchor === undefined) walk.containers.at(-1)?.lines.push(...lines);
    else anchor.inner.push(...lines);
  },
  footnote: endNote,
  endnote: endNote,
};

/** Boxes of the two symbol fonts forms use; what is ticked matters. */
const SYMBOLS: Record<string, string> = {
  F0A3: '□',
  F0A8: '□',
  F06F: '□',
  F071: '□',
  F052: '☑',
  F0FE: '☑',
  F0FC: '√',
  F054: '☒',
  F0FD: '☒',
  F0B7: '·',
  F0E0: '→',
};

function describe(walk: Walk, properties: Partial<Paragraph>): void {
  const paragraph = walk.paragraphs.at(-1);
  if (paragraph !== undefined) Object.assign(paragraph, properties);
}

function describeRun(walk: Walk, styles: Styles, name: string, { val }: Record<string, string>): void {
  const isMark = walk.elements.at(-3) === 'pPr';
  const paragraph = walk.paragraphs.at(-1);
  if (isMark) {
    if (paragraph !== undefined && (name === 'del' || name === 'moveFrom')) paragraph.isOpenEnded = true;
    return;
  }
  if (name === 'vanish') walk.run.isHidden = isOn(val);
  if (name === 'rStyle') walk.run.isHidden ||= styleProperty(styles, val, 'isHidden')?.value ?? false;
  if (name === 'sz' && Number(val) <= 6) walk.run.isFaint = true;
  if (name === 'color' && /^f[c-f]f[c-f]f[c-f]$/i.test(val ?? '')) walk.run.isFaint = true;
}

function addText(walk: Walk, text: string): void {
  const paragraph = walk.paragraphs.at(-1);
  if (paragraph === undefined) return;
  if (walk.run.isHidden) {
    walk.findings.hiddenCharacters += text.length;
    return;
  }
  if (walk.run.isFaint) walk.findings.faintCharacters += text.trim().length;
  paragraph.text += text;
}

function endParagraph(walk: Walk, styles: Styles, counter: ListCounter): void {
  const paragraph = walk.paragraphs.pop();
  const container = walk.containers.at(-1);
  if (paragraph === undefined || container === undefined) return;
  walk.run = { isHidden: false, isFaint: false };
  if (paragraph.isOpenEnded) {
    container.carried += paragraph.text;
    return void container.lines.push(...paragraph.inner);
  }
  const style = paragraph.style ?? styles.defaultParagraph;
  const isHiddenStyle = styleProperty(styles, style, 'isHidden')?.value === true;
  const text = container.carried + (isHiddenStyle ? '' : paragraph.text);
  if (isHiddenStyle) walk.findings.hiddenCharacters += paragraph.text.length;
  container.carried = '';
  container.lines.push(
    (isHiddenStyle ? '' : numberOf(paragraph, style, styles, counter)) + text,
    ...paragraph.inner,
  );
}

/** A list named by the paragraph itself wins over its style's; list 0 means none. */
function numberOf(
  paragraph: Paragraph,
  style: string | undefined,
  styles: Styles,
  counter: ListCounter,
): string {
  const byStyle = styleProperty(styles, style, 'listId');
  const listId = paragraph.listId ?? byStyle?.value;
  if (listId === undefined || listId === '0') return '';
  const styleLevel = () => {
    if (byStyle === undefined || style === undefined) return 0;
    return styleProperty(styles, style, 'level')?.value ?? counter.levelOfStyle(listId, style);
  };
  return counter.next(listId, paragraph.level ?? (paragraph.listId === undefined ? styleLevel() : 0));
}

function endContainer(walk: Walk): string[] {
  const container = walk.containers.length > 1 ? walk.containers.pop() : undefined;
  if (container === undefined) return [];
  if (container.carried !== '') container.lines.push(container.carried);
  return container.lines;
}

/** A row of short cells is one line with tabs; a cell with paragraphs (a page laid out as a table) keeps its lines. */
function endRow(walk: Walk): void {
  const row = walk.rows.pop();
  if (row === undefined) return;
  if (row.isDeleted) {
    walk.findings.deletedRuns++;
    return;
  }
  const cells = row.cells.map((lines) => lines.filter((line) => line.trim() !== ''));
  const isPlain = cells.every((lines) => lines.length <= 1 && !lines[0]?.includes('\n'));
  const lines = isPlain ? [cells.map((cell) => (cell[0] ?? '').trim()).join('\t')] : cells.flat();
  walk.containers.at(-1)?.lines.push(...lines);
}

function endNote(walk: Walk): void {
  const text = endContainer(walk).join(' ').trim();
  // the lines that part notes from the page are notes too, without text
  if (text !== '') walk.notes.push(text);
}
