import { createRequire } from 'node:module';
import { deflateSync, inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { StatementDocument } from '../api/domain/statement.ts';
import { contentHash, verificationCode } from '../api/pdf/content-hash.ts';
import { FONT_FILES } from '../api/pdf/font-source.ts';
import { PAGE, type Surface } from '../api/pdf/surface.ts';
import { startPdfPool } from '../api/statements/pdf/pdf-pool.ts';
import { renderStatement, statementFonts } from '../api/statements/pdf/render-statement.ts';
import { sampleStatement } from '../api/statements/pdf/sample-statement.ts';
import { layOutStatement } from '../api/statements/pdf/statement-layout.ts';

export interface BenchResult {
  name: string;
  floorSeconds: number;
  seconds: number;
  ratio: number;
  target: number;
  rssMb: number;
}

const SIZE = { rows: 30, reversals: 4, openingFen: 0 };
/** Statements drawn before the clock runs, for the compiler and the caches. */
const WARM_UPS = 100;

export interface PdfBenchOptions {
  rounds: number;
  /** Statements for the pool's throughput; 0 leaves it out. */
  throughputCount: number;
}

/**
 * One statement of 30 rows, ours against pdfkit used plainly (fonts opened by path for every document, `doc.text`)
 * and against deflating what the file holds; medians of interleaved runs in this process.
 * For `…-times-faster-than-naive` floorSeconds is the naive time, ratio is naive ÷ ours and must be above target;
 * for the others ratio is seconds ÷ floorSeconds and must be below.
 */
export async function benchPdf(
  options: PdfBenchOptions = { rounds: 40, throughputCount: 0 },
): Promise<BenchResult[]> {
  const fonts = statementFonts();
  const document = sampleStatement(1, SIZE);
  const streams = readStreams(renderStatement(document, fonts).pdf);
  const ours: number[] = [];
  const naive: number[] = [];
  const deflate: number[] = [];
  for (let seed = 1; seed <= WARM_UPS; seed++) renderStatement(sampleStatement(seed, SIZE), fonts);
  const rssMb = residentMb();
  for (let round = 1; round <= options.rounds; round++) {
    naive.push(await timed(() => renderNaively(sampleStatement(round, SIZE))));
    // Several of the quick ones, so that each median is not of the first call after the naive one's garbage alone.
    for (let turn = 0; turn < 5; turn++) {
      const next = sampleStatement(WARM_UPS + round * 5 + turn, SIZE);
      ours.push(await timed(() => renderStatement(next, fonts)));
      deflate.push(await timed(() => streams.map((stream) => deflateSync(stream))));
    }
  }
  const seconds = median(ours);
  const results: BenchResult[] = [
    {
      name: 'statement-pdf-times-faster-than-naive',
      floorSeconds: median(naive),
      seconds,
      ratio: median(naive) / seconds,
      target: 8,
      rssMb,
    },
    {
      name: 'statement-pdf-vs-deflate-of-its-content',
      floorSeconds: median(deflate),
      seconds,
      ratio: seconds / median(deflate),
      target: 2.5,
      rssMb,
    },
  ];
  if (options.throughputCount > 0) results.push(await benchPool(options.throughputCount, seconds));
  return results;
}

/** Two workers against one thread's own pace: the floor is half of what one thread would need. */
async function benchPool(count: number, secondsEach: number): Promise<BenchResult> {
  const pool = startPdfPool({ workers: 2 });
  const start = performance.now();
  const outcome = await pool.renderMany(samples(count), async () => {});
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  if (outcome.failures.length > 0) throw outcome.failures[0]!.error;
  const floorSeconds = (secondsEach * count) / 2;
  return {
    name: `statement-pdf-pool-${count}`,
    floorSeconds,
    seconds,
    ratio: seconds / floorSeconds,
    target: 2,
    rssMb: residentMb(),
  };
}

async function* samples(count: number): AsyncGenerator<StatementDocument> {
  for (let index = 1; index <= count; index++) yield sampleStatement(index, SIZE);
}

/** The same content and layout calls on pdfkit as its guide shows it. */
function renderNaively(document: StatementDocument): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, bufferPages: true });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const hash = contentHash(document);
  layOutStatement(naiveSurface(pdf), document, { hash, code: verificationCode(document.no, hash) });
  pdf.end();
  return done;
}

export function naiveSurface(pdf: PDFKit.PDFDocument): Surface {
  const resolve = createRequire(import.meta.url).resolve;
  for (const weight of ['regular', 'medium'] as const)
    pdf.registerFont(weight, resolve(`@expo-google-fonts/${FONT_FILES[weight]}`));
  return {
    addPage: () => void pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 }),
    turnToPage: (index) => void pdf.switchToPage(index),
    pageCount: () => pdf.bufferedPageRange().count,
    widthOf: (text, style) => pdf.font(style.weight).fontSize(style.sizePt).widthOfString(text),
    text(text, x, baseline, style, align = 'left') {
      pdf.font(style.weight).fontSize(style.sizePt).fillColor(style.color);
      const left = align === 'left' ? x : align === 'right' ? x - 500 : x - 250;
      if (align === 'left') pdf.text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      else
        pdf.text(text, left, baseline, {
          width: 500,
          align: align === 'right' ? 'right' : 'center',
          baseline: 'alphabetic',
        });
    },
    fillBox: (x, y, width, height, color) => void pdf.rect(x, y, width, height).fill(color),
    fillBoxes(boxes, color) {
      for (const [x, y, width, height] of boxes) pdf.rect(x, y, width, height);
      pdf.fill(color);
    },
    strokeBox: (x, y, width, height, color, lineWidth) =>
      void pdf.lineWidth(lineWidth).rect(x, y, width, height).stroke(color),
    line: (x1, y1, x2, y2, color, lineWidth) =>
      void pdf.lineWidth(lineWidth).moveTo(x1, y1).lineTo(x2, y2).stroke(color),
  };
}

/** What the file's compressed streams hold. */
function readStreams(pdf: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at)) {
    const end = pdf.indexOf('\nendstream', at);
    const body = pdf.subarray(at + 7, end);
    if (body[0] === 0x78) streams.push(inflateSync(body));
    at = end + 10;
  }
  return streams;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1_000_000);
