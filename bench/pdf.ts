import { deflateSync } from 'node:zlib';
import type { StatementDocument } from '../api/domain/statement.ts';
import { contentHash, verificationCode } from '../api/pdf/content-hash.ts';
import { drawStock } from '../api/pdf/stock-pdf.testing.ts';
import { renderStatement, statementFonts } from '../api/statements/pdf/render-statement.ts';
import { sampleStatement } from '../api/statements/pdf/sample-statement.ts';
import { layOutStatement } from '../api/statements/pdf/statement-layout.ts';
import type { BenchResult } from './result.ts';
import { benchStatements, STATEMENT_SIZE } from './statements.ts';
import { readStreams } from './statements-floor.ts';

/** Statements drawn before the clock runs, for the compiler and the caches. */
const WARM_UPS = 100;
const ROUNDS = 40;
/** The quick ones several times a round, so that no median is of first calls after the naive one's garbage alone. */
const TURNS = 5;

/**
 * One statement of 30 rows as PDF/A-3b with its lines attached, against pdfkit used plainly (fonts opened by path for
 * every document, `doc.text`, no PDF/A, nothing attached) and against deflating what the file holds; medians of
 * interleaved runs in this process. For `…-times-faster-than-naive` floorSeconds is the naive time, ratio is
 * naive ÷ ours and must be above target; for the others ratio is seconds ÷ floorSeconds and must be below.
 */
export async function benchPdf(): Promise<BenchResult[]> {
  const fonts = statementFonts();
  const streams = readStreams(renderStatement(sampleStatement(1, STATEMENT_SIZE), fonts).pdf);
  const ours: number[] = [];
  const naive: number[] = [];
  const deflate: number[] = [];
  for (let seed = 1; seed <= WARM_UPS; seed++) renderStatement(sampleStatement(seed, STATEMENT_SIZE), fonts);
  const rssMb = Math.round(process.memoryUsage.rss() / 1_000_000);
  for (let round = 1; round <= ROUNDS; round++) {
    naive.push(await timed(() => renderNaively(sampleStatement(round, STATEMENT_SIZE))));
    for (let turn = 0; turn < TURNS; turn++) {
      const next = sampleStatement(WARM_UPS + round * TURNS + turn, STATEMENT_SIZE);
      ours.push(await timed(() => renderStatement(next, fonts)));
      deflate.push(await timed(() => streams.map((stream) => deflateSync(stream))));
    }
  }
  const seconds = median(ours);
  return [
    {
      name: 'statement-pdf-times-faster-than-naive',
      floorSeconds: median(naive),
      seconds,
      ratio: median(naive) / seconds,
      target: 12,
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
    await benchStatements(),
  ];
}

/** The same content and layout calls on pdfkit as its guide shows it. */
function renderNaively(document: StatementDocument): Promise<Buffer> {
  const hash = contentHash(document);
  const seal = { hash, code: verificationCode(document.no, hash) };
  return drawStock((surface) => layOutStatement(surface, document, seal), { hasShaping: true });
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
