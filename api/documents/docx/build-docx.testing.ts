import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** What the table of contents claims instead of the truth. */
  claimedBytes?: number;
  flags?: number;
}

/** An archive as Word writes one, or one that lies. */
export function buildZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedBytes, flags = 0 } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedBytes ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]),
    );
    bodies.push(head);
    offset += head.length;
  }
  const contents = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, contents, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
}

/** A Word document of the given parts; each is what stands inside the part's root element. */
export function buildDocx({ body, ...others }: DocxParts): Buffer {
  return buildZip(docxParts({ body, ...others }));
}

export function docxParts({ body, ...others }: DocxParts): ZipPart[] {
  const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', header: 'hdr' };
  const names = Object.keys(others) as (keyof typeof roots)[];
  const relations = names.map(
    (name) => `<Relationship Id="${name}" Type="${RELATION}/${name}" Target="${name}.xml"/>`,
  );
  const root = `<Relationship Id="r" Type="${RELATION}/officeDocument" Target="word/document.xml"/>`;
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: `<Relationships>${root}</Relationships>` },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    { name: 'word/document.xml', content: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...names.map((name) => ({
      name: `word/${name}.xml`,
      content: `<w:${roots[name]} ${W}>${others[name]}</w:${roots[name]}>`,
    })),
  ];
}

/** A paragraph, in a list when `list` is [id, level]. */
export function paragraph(text: string, list?: [id: number, level: number], more = ''): string {
  const inList = list && `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`;
  return `<w:p><w:pPr>${more}${inList ?? ''}</w:pPr>${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A level of a list: its format and the text around its number. */
export function level(index: number, format: string, text: string, more = ''): string {
  const parts = `<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}`;
  return `<w:lvl w:ilvl="${index}">${parts}</w:lvl>`;
}
