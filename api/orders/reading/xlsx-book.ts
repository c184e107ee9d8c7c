import type { ByteProgress } from '../../files/bomb.ts';
import type { ReadLimits } from '../../files/limits.ts';
import { refuseFile } from '../../files/refusal.ts';
import { attributeOf, tagsOf } from '../../files/xml-text.ts';
import { listZip, readZipEntry, type ZipEntry } from '../../files/zip.ts';
import { readSharedTexts, type SharedTexts } from './xlsx-shared-texts.ts';

/** What is needed to read a workbook's first sheet. */
export interface Workbook {
  path: string;
  sheet: ZipEntry;
  sharedTexts: SharedTexts;
  /** Style numbers whose cells are shown as a percentage. */
  percentStyles: Set<number>;
  is1904: boolean;
}

const MAX_PART_BYTES = 20_000_000;

/** Opens the first sheet of an .xlsx; refuses other archives, bombs and damaged files before reading any row. */
export async function openWorkbook(path: string, limits: ReadLimits): Promise<Workbook> {
  const entries = await listZip(path, limits);
  const part = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const book = part('xl/workbook.xml');
  if (book === undefined) {
    throw refuseFile(
      'file_wrong_kind',
      'This archive is not an Excel workbook; unpack it and import its files.',
    );
  }
  const bookXml = await readPart(path, book);
  const relations = await readRelations(path, part('xl/_rels/workbook.xml.rels'));
  const sheetId = attributeOf(tagsOf(bookXml, 'sheet')[0] ?? '', 'r:id');
  const sheet = part(resolveTarget(relations.find((relation) => relation.id === sheetId)?.target ?? ''));
  if (sheet === undefined) throw refuseFile('file_damaged', 'The workbook has no sheet.');
  const texts = relations.find((relation) => relation.type.endsWith('/sharedStrings'));
  const textsEntry = texts && part(resolveTarget(texts.target));
  if (textsEntry !== undefined && textsEntry.unpackedBytes > limits.maxSharedTextBytes) {
    throw refuseFile('file_too_large', 'The workbook holds too much different text; save it as CSV UTF-8.');
  }
  const styles = relations.find((relation) => relation.type.endsWith('/styles'));
  const stylesEntry = styles && part(resolveTarget(styles.target));
  return {
    path,
    sheet,
    sharedTexts: await readSharedTexts(textsEntry && readZipEntry(path, textsEntry, nobody())),
    percentStyles: stylesEntry === undefined ? new Set() : percentStylesOf(await readPart(path, stylesEntry)),
    is1904: /^(1|true)$/.test(attributeOf(tagsOf(bookXml, 'workbookPr')[0] ?? '', 'date1904') ?? ''),
  };
}

const nobody = (): ByteProgress => ({ bytesRead: 0 });

async function readPart(path: string, entry: ZipEntry): Promise<string> {
  if (entry.unpackedBytes > MAX_PART_BYTES)
    throw refuseFile('file_bomb', 'A part of the workbook is far too big.');
  const chunks: Buffer[] = [];
  for await (const chunk of readZipEntry(path, entry, nobody())) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function readRelations(path: string, entry: ZipEntry | undefined) {
  if (entry === undefined) throw refuseFile('file_damaged', 'The workbook is damaged: it names no sheets.');
  return tagsOf(await readPart(path, entry), 'Relationship').map((tag) => ({
    id: attributeOf(tag, 'Id'),
    type: attributeOf(tag, 'Type') ?? '',
    target: attributeOf(tag, 'Target') ?? '',
  }));
}

/** Targets are relative to the xl folder or absolute. */
function resolveTarget(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** Number formats 9 and 10 are percentages, and every own format with a % in it. */
function percentStylesOf(xml: string): Set<number> {
  const own = new Set(['9', '10']);
  for (const tag of tagsOf(xml, 'numFmt')) {
    if ((attributeOf(tag, 'formatCode') ?? '').includes('%')) own.add(attributeOf(tag, 'numFmtId') ?? '');
  }
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  const found = new Set<number>();
  tagsOf(cells, 'xf').forEach((tag, index) => {
    if (own.has(attributeOf(tag, 'numFmtId') ?? '')) found.add(index);
  });
  return found;
}
