import type { DocumentKind } from './document.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { type DocumentRefusal, refuseDocument } from './refusal.ts';

/** `zip` becomes a docx, or is refused, once its table of contents is read. */
export type FileForm = 'zip' | 'doc' | 'pdf' | 'txt' | 'md';

/** What the bytes are; the name only tells plain text from markdown. Throws a refusal for what is no document. */
export function detectForm(bytes: Uint8Array, fileName: string): FileForm {
  if (bytes.length === 0) throw refuseDocument('document_empty');
  if (bytes.length > DOCUMENT_LIMITS.maxBytes) throw refuseDocument('document_too_large');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith(OLE_MAGIC)) return judgeOle(bytes);
  // readers accept a PDF whose mark stands anywhere in its first kilobyte
  if (head.includes('%PDF-')) return 'pdf';
  const other = OTHER_FORMS.find(([pattern]) => pattern.test(head));
  if (other !== undefined) throw refuseDocument(other[1]);
  if (isBinary(head)) throw refuseDocument('document_unknown_kind');
  return /\.(md|markdown)$/i.test(fileName) ? 'md' : 'txt';
}

/** Whether a name promises another kind than the content is: worth a word, never a reason to refuse. */
export function nameDisagrees(fileName: string, kind: DocumentKind): boolean {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  return extension !== undefined && !EXTENSIONS[kind].includes(extension);
}

const EXTENSIONS: Record<DocumentKind, string[]> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot', 'wps'],
  pdf: ['pdf'],
  txt: ['txt', 'text'],
  md: ['md', 'markdown'],
};

const OLE_MAGIC = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

const OTHER_FORMS: readonly [RegExp, DocumentRefusal][] = [
  [/^\{\\rtf/, 'document_save_as_docx'],
  [/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)/i, 'document_save_as_docx'],
  [/^(?:MIME-Version:|From: |Received: )/i, 'document_save_as_docx'],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif))/s,
    'document_is_picture',
  ],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: gzip begins with one
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ|PK)/, 'document_is_archive'],
];

/** Streams of an OLE file, by their names in UTF-16 as they stand in its directory. */
function judgeOle(bytes: Uint8Array): 'doc' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw refuseDocument('document_encrypted');
  if (!holds('WordDocument')) {
    if (holds('Workbook') || holds('Book')) throw refuseDocument('document_is_spreadsheet');
    if (holds('PowerPoint Document')) throw refuseDocument('document_is_presentation');
    throw refuseDocument('document_unknown_kind');
  }
  judgeWordHeader(buffer);
  return 'doc';
}

/** Word's own header stands at the start of a sector, large or small: its mark, its version, its flags (bit 8: encrypted). */
function judgeWordHeader(buffer: Buffer): void {
  for (let at = 512; at + 12 <= buffer.length; at += 64) {
    const mark = buffer.readUInt16LE(at);
    const version = buffer.readUInt16LE(at + 2);
    if (mark === 0xa5dc || (mark === 0xa5ec && version < 0xc0)) throw refuseDocument('document_old_word');
    if (mark !== 0xa5ec || version > 0x0200) continue;
    if ((buffer.readUInt16LE(at + 10) & 0x0100) !== 0) throw refuseDocument('document_encrypted');
    return;
  }
}

/** NUL bytes stand in UTF-16 text too, so a byte-order mark or a regular pattern of them is let through. */
function isBinary(head: string): boolean {
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return false;
  const strange = [...head].filter((character) => STRANGE.test(character)).length;
  return !looksUtf16(head) && strange > Math.max(2, head.length * 0.01);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STRANGE = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

function looksUtf16(head: string): boolean {
  return /^(?:[\t\n\r -~]\0){4}/.test(head) || /^(?:\0[\t\n\r -~]){4}/.test(head);
}
