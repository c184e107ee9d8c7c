import { DomainError } from '../../domain/error.ts';
import { attributeOf, tagsOf } from '../../files/xml-text.ts';
import { listZip, readZipEntry, type ZipEntry } from '../../files/zip.ts';
import { DOCUMENT_LIMITS } from '../limits.ts';
import { type DocumentRefusal, refuseDocument } from '../refusal.ts';

/** The parts of a Word document that hold text. */
export interface WordPackage {
  main: ZipEntry;
  /** Parts the main one names, by the last word of their relation: `numbering`, `styles`, `header` … */
  related: Map<string, ZipEntry[]>;
  hasMacros: boolean;
  read: (entry: ZipEntry) => AsyncGenerator<Buffer>;
}

const MAX_RELATIONS_BYTES = 2_000_000;

/** Opens an archive and finds the Word document in it; refuses bombs, other kinds of archive and damaged ones. */
export async function openWordPackage(path: string): Promise<WordPackage> {
  const entries = await listEntries(path);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = entry.name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
    // two readers would each see another text
    if (byName.has(name) && name.endsWith('.xml'))
      throw refuseDocument('document_damaged', { part: entry.name });
    byName.set(name, entry);
  }
  const read = (entry: ZipEntry) => readParts(path, entry);
  const roots = await readRelations(byName.get('_rels/.rels'), '', read);
  const target = roots.find((relation) => relation.type === 'officeDocument')?.target ?? 'word/document.xml';
  const main = byName.get(target);
  if (main === undefined || !/(^|\/)document\d*\.xml$/.test(target)) throw refuseOther(byName);
  const folder = target.replace(/[^/]*$/, '');
  const relations = await readRelations(
    byName.get(`${folder}_rels/${target.slice(folder.length)}.rels`),
    folder,
    read,
  );
  const related = new Map<string, ZipEntry[]>();
  for (const relation of relations) {
    const entry = byName.get(relation.target);
    if (entry !== undefined) related.set(relation.type, [...(related.get(relation.type) ?? []), entry]);
  }
  return { main, related, hasMacros: related.has('vbaProject'), read };
}

/** What an archive that is no Word document is, as far as its parts tell. */
function refuseOther(byName: Map<string, ZipEntry>): DomainError {
  const names = [...byName.keys()];
  const starts = (prefix: string) => names.some((name) => name.startsWith(prefix));
  if (starts('xl/')) return refuseDocument('document_is_spreadsheet');
  if (starts('ppt/')) return refuseDocument('document_is_presentation');
  if (byName.has('mimetype')) return refuseDocument('document_save_as_docx');
  if (byName.has('[content_types].xml'))
    return refuseDocument('document_damaged', { part: 'word/document.xml' });
  return refuseDocument('document_is_archive');
}

/** Relations to the outside (`TargetMode="External"`) are never followed. */
async function readRelations(entry: ZipEntry | undefined, folder: string, read: WordPackage['read']) {
  if (entry === undefined) return [];
  if (entry.unpackedBytes > MAX_RELATIONS_BYTES) throw refuseDocument('document_bomb');
  const chunks: Buffer[] = [];
  for await (const chunk of read(entry)) chunks.push(chunk);
  const xml = Buffer.concat(chunks).toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw refuseDocument('document_hostile');
  return tagsOf(xml, 'Relationship')
    .filter((tag) => attributeOf(tag, 'TargetMode')?.toLowerCase() !== 'external')
    .map((tag) => ({
      type: (attributeOf(tag, 'Type') ?? '').replace(/^.*\//, ''),
      target: resolveTarget(attributeOf(tag, 'Target') ?? '', folder),
    }));
}

function resolveTarget(target: string, folder: string): string {
  const parts: string[] = [];
  const whole = target.startsWith('/') ? target : `${folder}${target}`;
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

async function* readParts(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  try {
    yield* readZipEntry(path, entry, { bytesRead: 0 });
  } catch (error) {
    throw translate(error);
  }
}

async function listEntries(path: string): Promise<ZipEntry[]> {
  const { maxUnpackedBytes, maxRatio } = DOCUMENT_LIMITS;
  try {
    return await listZip(path, { maxBytes: maxUnpackedBytes, maxRatio, maxSharedTextBytes: 0 });
  } catch (error) {
    // in a table of contents only a password makes an entry of the wrong kind
    const isLocked = error instanceof DomainError && error.code === 'file_wrong_kind';
    throw isLocked ? refuseDocument('document_encrypted') : translate(error);
  }
}

/** The archive reader speaks of order files; its refusals are said in the words of a contract. */
function translate(error: unknown): unknown {
  if (error instanceof RangeError) return refuseDocument('document_damaged');
  if (!(error instanceof DomainError)) return error;
  const code = IN_WORDS_OF_A_CONTRACT[error.code];
  return code === undefined ? error : refuseDocument(code);
}

const IN_WORDS_OF_A_CONTRACT: Record<string, DocumentRefusal> = {
  file_bomb: 'document_bomb',
  file_too_large: 'document_bomb',
  file_truncated: 'document_truncated',
  file_damaged: 'document_damaged',
  file_wrong_kind: 'document_damaged',
};
