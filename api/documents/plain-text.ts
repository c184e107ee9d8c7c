import { isUtf8 } from 'node:buffer';
import type { ExtractedDocument } from './document.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { normaliseText } from './normalise-text.ts';
import { refuseDocument } from './refusal.ts';

/** The text of a .txt or .md: UTF-8, UTF-16 or GB18030. Throws a refusal when it is empty or in none of them. */
export function readPlainText(bytes: Uint8Array, kind: 'txt' | 'md'): ExtractedDocument {
  const decoded = decodeText(bytes);
  return finish(kind === 'md' ? stripMarkdown(decoded) : decoded, kind);
}

/** Pasted text, made the same as the text of a file. Throws a refusal when it is empty or too long. */
export function readPastedText(text: string): ExtractedDocument {
  return finish(text, 'txt');
}

function finish(raw: string, kind: 'txt' | 'md'): ExtractedDocument {
  if (raw.length > DOCUMENT_LIMITS.maxTextLength) throw refuseDocument('document_text_too_long');
  const { text, warnings } = normaliseText(raw);
  if (text.trim() === '') throw refuseDocument('document_no_text');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (broken > 0) warnings.push({ code: 'broken_characters', count: broken });
  return { kind, text, source: 'text', warnings };
}

function decodeText(bytes: Uint8Array): string {
  const encoding = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (broken > 10 && broken > text.length * 0.02) throw refuseDocument('document_unreadable_text');
  return text;
}

/** `gbk` and `gb2312` read four-byte characters wrongly; only `gb18030` is right. */
function detectEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2000);
  const zeros = (offset: number) => head.filter((byte, index) => byte === 0 && index % 2 === offset).length;
  if (zeros(1) > head.length / 8) return 'utf-16le';
  if (zeros(0) > head.length / 8) return 'utf-16be';
  return isUtf8(bytes) || isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** One broken byte in a UTF-8 file must not turn all of it into other characters. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const broken = (label: string) => new TextDecoder(label).decode(bytes).match(/\ufffd/g)?.length ?? 0;
  const utf8 = broken('utf-8');
  return utf8 < 5 && utf8 <= broken('gb18030');
}

/** Marks of headings, emphasis and escapes go; the words stay. */
function stripMarkdown(text: string): string {
  return text
    .replace(/^ {0,3}#{1,6}[ \t]+/gm, '')
    .replace(/^ {0,3}>[ \t]?/gm, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!>|~])/g, '$1');
}
