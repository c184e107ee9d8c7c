import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { findFontFaults } from './check-pdf-a-fonts.testing.ts';
import { type PdfObject, readObjects } from './read-pdf.testing.ts';

/**
 * What keeps a file of ours from being PDF/A-3, level B, each with its clause of ISO 19005-3:2012; empty when nothing
 * does. It knows the syntax our writer uses, not all of PDF: what it has not seen (images, forms) it reports.
 */
export function findPdfAFaults(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  return [
    ...findFileFaults(pdf),
    ...findForbidden(objects),
    ...findIntentFaults(objects),
    ...findPageFaults(objects),
    ...findFontFaults(objects),
    ...findMetadataFaults(pdf, objects),
    ...findAttachmentFaults(objects),
  ];
}

type Objects = ReadonlyMap<number, PdfObject>;
const demand = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);
const refer = (text: string | undefined): number => Number(/(\d+) 0 R/.exec(text ?? '')?.[1]);

function findFileFaults(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const trailer = text.slice(text.lastIndexOf('\ntrailer\n'));
  const faults = [
    ...demand(/^%PDF-1\.[0-7]\n%[\x80-\xff]{4,}\n/.test(text), '6.1.2 header'),
    ...demand(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/.test(trailer), '6.1.3 no file identifier'),
    ...demand(!/\/Encrypt/.test(trailer), '6.1.3 encrypted'),
    ...demand(/%%EOF\n?$/.test(text), '6.1.3 data after the end'),
    ...demand(/\nxref\n0 \d+\n(\d{10} \d{5} [fn] \n)+trailer\n/.test(text), '6.1.4 cross-reference table'),
  ];
  for (const match of text.matchAll(/\/Length (\d+) >>\nstream\n/g)) {
    const end = match.index + match[0].length + Number(match[1]);
    if (text.slice(end, end + 11) !== '\nendstream\n')
      faults.push(`6.1.7.1 length of the stream ending at ${end}`);
  }
  return faults;
}

/** What the standard forbids, or what ours has no need of and the checks below do not know. */
const FORBIDDEN: [pattern: RegExp, clause: string][] = [
  [/\/LZWDecode|\/Crypt\b/, '6.1.7.2 filter'],
  [/\/(FFilter|FDecodeParms)\b/, '6.1.7.1 external stream'],
  [/\/(ExtGState|SMask|Group|BM|ca|CA)\b/, '6.2.5, 6.2.10 graphics state or transparency'],
  [/\/(XObject|Pattern|Shading)\b/, '6.2.8, 6.2.9 image or form'],
  [/\/CIDSet\b/, '6.2.11.4.2 CIDSet, which would have to be complete'],
  [/\/Annots\b/, '6.3 annotation'],
  [/\/(AcroForm|XFA)\b/, '6.4 form'],
  [/\/(OpenAction|AA|JavaScript|JS|Launch)\b/, '6.5 action'],
  [/\/OCProperties\b/, '6.9 optional content'],
  [/\/(AlternatePresentations|PresSteps)\b/, '6.10 alternate presentation'],
  [/\/Requirements\b/, '6.11 requirement'],
];

function findForbidden(objects: Objects): string[] {
  const faults: string[] = [];
  for (const [number, { dictionary }] of objects) {
    const names = dictionary.replaceAll(/<[0-9a-f]*>|\([^)]*\)/g, '');
    for (const [pattern, clause] of FORBIDDEN)
      if (pattern.test(names)) faults.push(`${clause} in object ${number}`);
    for (const [, digits] of dictionary.matchAll(/(?<!<)<([0-9a-f]*)>(?!>)/g))
      if (digits!.length % 2 > 0 || digits!.length > 2 * 32_767)
        faults.push(`6.1.6, 6.1.13 string in object ${number}`);
  }
  return faults;
}

const catalogOf = (objects: Objects): string =>
  [...objects.values()].find(({ dictionary }) => /\/Type \/Catalog\b/.test(dictionary))!.dictionary;

function findIntentFaults(objects: Objects): string[] {
  const intent = /\/OutputIntents \[(.*?)\]/.exec(catalogOf(objects))?.[1] ?? '';
  const profile = objects.get(refer(/\/DestOutputProfile \d+ 0 R/.exec(intent)?.[0]));
  if (!/\/S \/GTS_PDFA1\b/.test(intent) || !profile) return ['6.2.3 output intent'];
  const { stream, dictionary } = profile;
  return [
    ...demand(/\/N 3\b/.test(dictionary), '6.2.3 number of channels'),
    ...demand(
      stream.readUInt32BE(0) === stream.length && stream.toString('latin1', 36, 40) === 'acsp',
      '6.2.3 profile',
    ),
    ...demand(stream.toString('latin1', 12, 20) === 'mntrRGB ', '6.2.4.3 device RGB without an RGB profile'),
  ];
}

const OPERATORS = new Set(['cm', 'BT', 'ET', 'Tf', 'Tm', 'Tj', 'rg', 'RG', 'w', 're', 'm', 'l', 'f', 'S']);

function findPageFaults(objects: Objects): string[] {
  const faults: string[] = [];
  for (const [number, { dictionary }] of objects) {
    if (!/\/Type \/Page\b/.test(dictionary)) continue;
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary);
    const sides = [Number(box?.[1]), Number(box?.[2])];
    if (!sides.every((side) => side >= 3 && side <= 14_400)) faults.push(`6.1.13 size of page ${number}`);
    if (!objects.has(refer(/\/Resources \d+ 0 R/.exec(dictionary)?.[0])))
      faults.push(`6.2.2 resources of page ${number}`);
    const content = objects.get(refer(/\/Contents \d+ 0 R/.exec(dictionary)?.[0]))!.stream.toString('latin1');
    const withoutTexts = content.replaceAll(/\((?:\\[\s\S]|[^\\)])*\)/g, ' ');
    for (const word of new Set(withoutTexts.split(/\s+/)))
      if (word !== '' && !/^-?[\d.]+$|^\/F\d$/.test(word) && !OPERATORS.has(word))
        faults.push(`6.2.2 operator ${word} on page ${number}`);
  }
  return faults;
}

function findMetadataFaults(pdf: Buffer, objects: Objects): string[] {
  const metadata = objects.get(refer(/\/Metadata \d+ 0 R/.exec(catalogOf(objects))?.[0]));
  if (!metadata) return ['6.6.2.1 no metadata'];
  const xmp = metadata.stream.toString('utf8');
  const said = readXmp(xmp);
  if (!said) return ['6.6.2.2 metadata is not XML'];
  const info = readInfo(pdf, objects);
  const day = (text: string | undefined): string | undefined => text?.replaceAll(/[-:T]/g, '');
  const pairs: [string, string | undefined, string | undefined][] = [
    ['Title', info.get('Title'), said.get('dc:title')],
    ['Author', info.get('Author'), said.get('dc:creator')],
    ['Subject', info.get('Subject'), said.get('dc:description')],
    ['Creator', info.get('Creator'), said.get('xmp:CreatorTool')],
    ['Producer', info.get('Producer'), said.get('pdf:Producer')],
    ['CreationDate', info.get('CreationDate')?.slice(2), day(said.get('xmp:CreateDate'))],
    ['ModDate', info.get('ModDate')?.slice(2), day(said.get('xmp:ModifyDate'))],
  ];
  return [
    ...demand(!/\/Filter/.test(metadata.dictionary), '6.6.2.1 metadata filtered'),
    ...demand(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp), '6.6.2.2 packet'),
    ...demand(said.get('pdfaid:part') === '3' && said.get('pdfaid:conformance') === 'B', '6.6.4 claim'),
    ...pairs.flatMap(([key, one, other]) =>
      demand(one !== undefined && one === other, `6.6.3 ${key} differs`),
    ),
  ];
}

/** Text of each property of XMP by its name; undefined when it is no XML. */
function readXmp(xml: string): Map<string, string> | undefined {
  const parser = new SaxesParser();
  const open: string[] = [];
  const said = new Map<string, string>();
  let fault = false;
  parser.on('error', () => {
    fault = true;
  });
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const property = open.findLast((name) => !name.startsWith('rdf:'));
    if (property && text.trim() !== '') said.set(property, text);
  });
  parser.write(xml).close();
  return fault ? undefined : said;
}

function readInfo(pdf: Buffer, objects: Objects): Map<string, string> {
  const trailer = pdf.toString('latin1', pdf.lastIndexOf('trailer'));
  const { dictionary } = objects.get(refer(/\/Info \d+ 0 R/.exec(trailer)?.[0]))!;
  const info = new Map<string, string>();
  for (const [, key, hex, plain] of dictionary.matchAll(/\/(\w+) (?:<feff([0-9a-f]*)>|\(([^)]*)\))/g))
    info.set(key!, plain ?? Buffer.from(hex!, 'hex').swap16().toString('utf16le'));
  return info;
}

function findAttachmentFaults(objects: Objects): string[] {
  const catalog = catalogOf(objects);
  const associated = /\/AF \[([^\]]*)\]/.exec(catalog)?.[1] ?? '';
  const named = /\/EmbeddedFiles << \/Names \[([^\]]*)\]/.exec(catalog)?.[1] ?? '';
  const faults: string[] = [];
  for (const [number, { dictionary }] of objects) {
    if (!/\/Type \/Filespec\b/.test(dictionary)) continue;
    const fault = (what: string) => faults.push(`6.8 ${what} of file specification ${number}`);
    if (!/ \/F \(/.test(dictionary) || !/ \/UF <feff/.test(dictionary)) fault('names');
    if (!/\/AFRelationship \/(Data|Source|Alternative|Supplement|Unspecified)\b/.test(dictionary))
      fault('relationship');
    if (!associated.includes(`${number} 0 R`) || !named.includes(`${number} 0 R`))
      fault('place in the catalog');
    const file = objects.get(refer(/\/EF << \/F \d+ 0 R/.exec(dictionary)?.[0]));
    if (
      !file ||
      !/\/Subtype \/\w+#2F[\w.+-]+/.test(file.dictionary) ||
      !/\/ModDate \(D:\d{14}Z\)/.test(file.dictionary)
    )
      fault('type or date');
    const md5 = createHash('md5').update(file!.stream).digest('hex');
    if (
      !file!.dictionary.includes(`/Size ${file!.stream.length} `) ||
      !file!.dictionary.includes(`/CheckSum <${md5}>`)
    )
      fault('size or checksum');
  }
  return faults;
}
