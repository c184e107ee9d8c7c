import PDFDocument from 'pdfkit';
import { buildDocx, paragraph } from '../../api/documents/docx/build-docx.testing.ts';
import { extractText } from '../../api/documents/extract.ts';
import { reviewContract } from '../../api/domain/fairness/review.ts';
import { FONT_FILES, fontPath } from '../../api/pdf/font-source.ts';
import { readContracts } from './wordings.ts';

const PAGE_CHARACTERS = 800;
const PAGES = 20;
const READINGS = 5;
const LINE_CHARACTERS = 36;

/** Twenty pages reviewed, beside reading their text out of a docx and a pdf: the median of five after a first. */
export async function benchSpeed(): Promise<string[]> {
  const text = readContracts()
    .map((contract) => contract.text)
    .join('\n')
    .slice(0, PAGE_CHARACTERS * PAGES);
  if (text.length < PAGE_CHARACTERS * PAGES) return ['speed: skipped, the whole contracts are absent'];
  const docx = new Uint8Array(buildDocx({ body: text.split('\n').map(toParagraph).join('') }));
  const pdf = await drawPdf(text);
  const review = await medianMilliseconds(async () => reviewContract(text));
  const fromDocx = await medianMilliseconds(() => extractText(docx, 'contract.docx'));
  const fromPdf = await medianMilliseconds(() => extractText(new Uint8Array(pdf), 'contract.pdf'));
  const describe = (name: string, time: number) =>
    `  text out of ${name} in ${time.toFixed(0)} ms: the review takes ${(review / time).toFixed(2)} times that`;
  return [
    `speed: ${PAGES} pages (${text.length} characters) reviewed in ${review.toFixed(0)} ms`,
    describe('docx', fromDocx),
    describe('pdf', fromPdf),
  ];
}

async function medianMilliseconds(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let reading = 0; reading < READINGS; reading++) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(READINGS / 2)]!;
}

function toParagraph(line: string): string {
  return paragraph(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** The text as a word processor would set it, some thirty lines a page. */
function drawPdf(text: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 72 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
  pdf.registerFont('regular', fontPath(FONT_FILES.regular)).font('regular').fontSize(12);
  for (let page = 0; page < PAGES; page++) {
    if (page > 0) pdf.addPage();
    const own = text.slice(page * PAGE_CHARACTERS, (page + 1) * PAGE_CHARACTERS).split('\n');
    const lines = own.flatMap((line) => line.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'g')) ?? []);
    lines.forEach((line, row) => {
      pdf.text(line, 72, 72 + row * (650 / lines.length), { lineBreak: false });
    });
  }
  pdf.end();
  return done;
}
