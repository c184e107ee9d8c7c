import type { DocumentWarning, ExtractedDocument } from '../document.ts';
import { DOCUMENT_LIMITS } from '../limits.ts';
import { normaliseText } from '../normalise-text.ts';
import { refuseDocument } from '../refusal.ts';
import { createCounter, emptyDefinitions, readDefinitions } from './numbering.ts';
import { createBodyReader, type Findings } from './read-body.ts';
import { readXml } from './read-xml.ts';
import { readStyles, type Styles, styleProperty } from './styles.ts';
import { openWordPackage, type WordPackage } from './word-package.ts';

/** The text of a .docx on disk, as it would be read on paper. Throws a refusal for what is none, or has no text. */
export async function readDocx(path: string): Promise<ExtractedDocument> {
  const opened = await openWordPackage(path);
  const styles: Styles = { byId: new Map() };
  for (const entry of opened.related.get('styles') ?? [])
    await readXml(opened.read(entry), readStyles(styles));
  const definitions = emptyDefinitions();
  for (const entry of opened.related.get('numbering') ?? []) {
    await readXml(opened.read(entry), readDefinitions(definitions));
  }
  const counter = createCounter(definitions, (style) => styleProperty(styles, style, 'listId')?.value);
  const body = createBodyReader(styles, counter);
  await readXml(opened.read(opened.main), body.reader);
  const { lines, findings } = body.result();
  const notes = await readNotes(opened, styles);
  const raw = [...lines, ...notes].join('\n');
  if (raw.length > DOCUMENT_LIMITS.maxTextLength) throw refuseDocument('document_text_too_long');
  const { text, warnings } = normaliseText(raw);
  if (text.trim() === '') throw refuseDocument('document_no_text');
  warnings.push(...describeFindings(findings));
  if (notes.length > 0) warnings.push({ code: 'notes_at_end', count: notes.length });
  if (opened.related.has('comments')) warnings.push({ code: 'comments_left_out' });
  if (opened.hasMacros) warnings.push({ code: 'macros_ignored' });
  const headers = await readHeaders(opened, styles);
  if (headers !== '') warnings.push({ code: 'headers_left_out', detail: headers.slice(0, 200) });
  return { kind: 'docx', text, source: 'text', warnings };
}

/** Notes can carry terms: they are read, after the text, each marked as what it is. */
async function readNotes(opened: WordPackage, styles: Styles): Promise<string[]> {
  const found: string[] = [];
  for (const [relation, mark] of [
    ['footnotes', '脚注'],
    ['endnotes', '尾注'],
  ] as const) {
    for (const entry of opened.related.get(relation) ?? []) {
      const { notes } = await readAside(opened, styles, entry);
      found.push(...notes.map((note, index) => `［${mark}${index + 1}］${note}`));
    }
  }
  return found;
}

async function readHeaders(opened: WordPackage, styles: Styles): Promise<string> {
  const found = new Set<string>();
  for (const relation of ['header', 'footer']) {
    for (const entry of opened.related.get(relation) ?? []) {
      const { lines } = await readAside(opened, styles, entry);
      for (const line of lines) if (/\p{L}{2}/u.test(line)) found.add(line.trim());
    }
  }
  return [...found].join(' / ');
}

/** A part beside the body counts its lists by itself. */
async function readAside(opened: WordPackage, styles: Styles, entry: Parameters<WordPackage['read']>[0]) {
  const aside = createBodyReader(
    styles,
    createCounter(emptyDefinitions(), () => undefined),
  );
  await readXml(opened.read(entry), aside.reader);
  return aside.result();
}

function describeFindings(findings: Findings): DocumentWarning[] {
  const changes = findings.deletedRuns + findings.insertedRuns;
  const counted: DocumentWarning[] = [
    { code: 'tracked_changes', count: changes },
    { code: 'hidden_text', count: findings.hiddenCharacters },
    { code: 'faint_text', count: findings.faintCharacters },
    { code: 'text_boxes', count: findings.textBoxes },
    { code: 'embedded_part', count: findings.embeddedParts },
  ];
  return counted.filter((warning) => (warning.count ?? 0) > 0);
}
