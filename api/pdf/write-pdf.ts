import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { attachFiles, type PdfAttachment } from './attachment.ts';
import { embedFont } from './embedded-font.ts';
import { packedSrgbProfile } from './icc-profile.ts';
import { buildInfo, buildXmp, instantOf, type PdfDescription } from './metadata.ts';
import type { PageWriter } from './page-writer.ts';
import { createPdfObjects, type PdfObjects, referTo } from './pdf-objects.ts';
import { PAGE } from './surface.ts';

/** zlib's usual 6 takes twice the time on a page to save 1 % of the file, most of which comes compressed. */
const DEFLATE_LEVEL = 3;

/**
 * The drawn pages as a file of PDF/A-3, level B (ISO 19005-3:2012), with `attachments` inside.
 * The same description, pages and attachments give the same bytes: nothing is read of clock, machine or chance.
 */
export function writePdf(
  description: PdfDescription,
  writer: PageWriter,
  attachments: readonly PdfAttachment[] = [],
): Buffer {
  const objects = createPdfObjects();
  const catalog = objects.reserve();
  const pageTree = objects.reserve();
  const info = objects.add(buildInfo(description));
  // Unfiltered, so that a tool that knows no PDF finds it.
  const metadata = objects.addStream('/Type /Metadata /Subtype /XML', buildXmp(description));
  const pages = addPages(objects, pageTree, writer);
  objects.put(pageTree, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(referTo).join(' ')}] >>`);
  const modifiedAt = `D:${instantOf(description).replaceAll(/[-:T]/g, '')}`;
  const files = attachFiles(objects, attachments, modifiedAt, DEFLATE_LEVEL);
  objects.put(
    catalog,
    `<< /Type /Catalog /Pages ${referTo(pageTree)} /Metadata ${referTo(metadata)} /OutputIntents [${outputIntent(objects)}] /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> ${files} >>`,
  );
  return objects.finish(`/Root ${referTo(catalog)} /Info ${referTo(info)} /ID [${identifiers(description)}]`);
}

function addPages(objects: PdfObjects, pageTree: number, writer: PageWriter): number[] {
  const fonts = writer.fonts().map(([name, subset]) => `/${name} ${referTo(embedFont(objects, subset))}`);
  const pictures = writer.pictures().map(([name, { jpeg, width, height }]) => {
    const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
    return `/${name} ${referTo(objects.addStream(entries, jpeg))}`;
  });
  const named = pictures.length === 0 ? '' : ` /XObject << ${pictures.join(' ')} >>`;
  const resources = objects.add(`<< /Font << ${fonts.join(' ')} >>${named} >>`);
  return writer.contents().map((operators) => {
    const content = objects.addStream(
      '/Filter /FlateDecode',
      deflateSync(operators, { level: DEFLATE_LEVEL }),
    );
    return objects.add(
      `<< /Type /Page /Parent ${referTo(pageTree)} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources ${referTo(resources)} /Contents ${referTo(content)} >>`,
    );
  });
}

/** What red, green and blue mean on paper (ISO 19005-3, 6.2.3). */
function outputIntent(objects: PdfObjects): string {
  const profile = objects.addStream('/N 3 /Filter /FlateDecode', packedSrgbProfile());
  return `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${referTo(profile)} >>`;
}

/** ISO 32000-1, 14.4: the first names the document whoever draws it, the second also the template that drew it. */
function identifiers({ contentSha256, creator }: PdfDescription): string {
  if (!/^[0-9a-f]{64}$/.test(contentSha256)) throw new RangeError('contentSha256 is not 64 hex digits');
  const drawn = createHash('sha256').update(`${contentSha256}\n${creator}`).digest('hex');
  return `<${contentSha256.slice(0, 32)}> <${drawn.slice(0, 32)}>`;
}
