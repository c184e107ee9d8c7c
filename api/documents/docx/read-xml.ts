import { SaxesParser } from 'saxes';
import { DOCUMENT_LIMITS } from '../limits.ts';
import { refuseDocument } from '../refusal.ts';

/** Told about each element by its name without prefix, and its attributes likewise. */
export interface XmlReader {
  open: (name: string, attributes: Record<string, string>) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

/**
 * Reads one part of a Word document as it is unpacked. Document types are refused: Word writes none, and they are how an
 * entity bomb or a path to a file comes in. Throws `document_damaged` for what is not well formed.
 */
export async function readXml(source: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw refuseDocument('document_hostile');
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > DOCUMENT_LIMITS.maxXmlDepth) throw refuseDocument('document_too_complex');
    reader.open(localName(tag.name), localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    reader.close(localName(tag.name));
  });
  if (reader.text !== undefined) parser.on('text', reader.text);
  parser.on('error', (error) => {
    throw refuseDocument('document_damaged', { reason: error.message.slice(0, 200) });
  });
  let decoder: TextDecoder | undefined;
  for await (const chunk of source) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  const local: Record<string, string> = Object.create(null);
  for (const name in attributes) local[localName(name)] = attributes[name]!;
  return local;
}

function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
