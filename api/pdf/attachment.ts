import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type PdfObjects, referTo, textString } from './pdf-objects.ts';

/** A file inside the PDF, for programs to read what people see (ISO 19005-3, 6.8). */
export interface PdfAttachment {
  /** `ST202605-00001.csv`; no two of a PDF may be the same. */
  name: string;
  description: string;
  /** `text/csv` */
  mimeType: string;
  /** `Data`: what the pages were drawn from; `Supplement`: more than they say. */
  relationship: 'Data' | 'Supplement';
  bytes: Buffer;
}

/** Entries for the catalog that name every attachment, or nothing. `modifiedAt` as PDF writes it, `D:20260605040000Z`. */
export function attachFiles(
  objects: PdfObjects,
  attachments: readonly PdfAttachment[],
  modifiedAt: string,
  level: number,
): string {
  if (attachments.length === 0) return '';
  // A name tree is sorted by its keys.
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const placed = sorted.map((attachment) => ({
    name: textString(attachment.name),
    reference: referTo(attachFile(objects, attachment, modifiedAt, level)),
  }));
  const names = placed.map(({ name, reference }) => `${name} ${reference}`).join(' ');
  const references = placed.map(({ reference }) => reference).join(' ');
  return `/AF [${references}] /Names << /EmbeddedFiles << /Names [${names}] >> >>`;
}

function attachFile(
  objects: PdfObjects,
  { name, description, mimeType, relationship, bytes }: PdfAttachment,
  modifiedAt: string,
  level: number,
): number {
  // ISO 32000-1, 7.11.4.1: the checksum is the MD5 of the file as it was.
  const checksum = createHash('md5').update(bytes).digest('hex');
  const file = objects.addStream(
    `/Type /EmbeddedFile /Subtype /${mimeType.replace('/', '#2F')} /Params << /Size ${bytes.length} /ModDate (${modifiedAt}) /CheckSum <${checksum}> >> /Filter /FlateDecode`,
    deflateSync(bytes, { level }),
  );
  const plainName = name.replaceAll(/[^\w.-]/g, '_');
  return objects.add(
    `<< /Type /Filespec /F (${plainName}) /UF ${textString(name)} /Desc ${textString(description)} /AFRelationship /${relationship} /EF << /F ${referTo(file)} /UF ${referTo(file)} >> >>`,
  );
}
