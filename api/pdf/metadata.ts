import { textString } from './pdf-objects.ts';

/** What the file says of itself. `issuedOn` is its day, `2026-05-31`: the same input gives the same bytes at any time. */
export interface PdfDescription {
  title: string;
  author: string;
  subject: string;
  creator: string;
  issuedOn: string;
  /** sha256 of what the document says (`contentHash`), 64 hex digits: the file's identifier follows from it. */
  contentSha256: string;
}

const PRODUCER = 'FairCast';

/** The information dictionary. Throws RangeError when `issuedOn` is no day. */
export function buildInfo(description: PdfDescription): string {
  const { title, author, subject, creator } = plain(description);
  const date = `(D:${instantOf(description).replaceAll(/[-:T]/g, '')})`;
  const texts = [
    ['Title', title],
    ['Author', author],
    ['Subject', subject],
    ['Creator', creator],
    ['Producer', PRODUCER],
  ].map(([key, text]) => `/${key} ${textString(text!)}`);
  return `<< ${texts.join(' ')} /CreationDate ${date} /ModDate ${date} >>`;
}

/** The same facts as XMP (ISO 16684-1), with the claim of PDF/A-3 level B (ISO 19005-3, 6.6.4). */
export function buildXmp(description: PdfDescription): Buffer {
  const { title, author, subject, creator } = plain(description);
  const instant = instantOf(description);
  return Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(subject)}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${instant}</xmp:CreateDate>
<xmp:ModifyDate>${instant}</xmp:ModifyDate>
<xmp:MetadataDate>${instant}</xmp:MetadataDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`);
}

/** Noon of the day in China, as `2026-05-31T04:00:00Z`. */
export function instantOf({ issuedOn }: { issuedOn: string }): string {
  return `${new Date(`${issuedOn}T12:00:00+08:00`).toISOString().slice(0, 19)}Z`;
}

/** What XML cannot hold at all would break the one place and not the other, and both must say the same. */
function plain(description: PdfDescription): PdfDescription {
  const clean = (text: string): string => text.toWellFormed().replaceAll(NOT_XML, '\ufffd');
  return {
    ...description,
    title: clean(description.title),
    author: clean(description.author),
    subject: clean(description.subject),
    creator: clean(description.creator),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const NOT_XML = /[\u0000-\u001f\ufffe\uffff]/g;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
