import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { StatementDocument } from '../api/domain/statement.ts';
import { startPdfPool } from '../api/statements/pdf/pdf-pool.ts';
import { sampleStatement } from '../api/statements/pdf/sample-statement.ts';
import type { BenchResult } from './result.ts';
import { deflateInThreads, readStreams } from './statements-floor.ts';

const COUNT = 10_000;
const FLOOR_COUNT = 1000;
const WORKERS = 2;
export const STATEMENT_SIZE = { rows: 30, reversals: 4, openingFen: 0 };

/**
 * A month of 10,000 statements through the pool of two threads that the `statements` command draws with, each written
 * to a file, in a process of its own. The floor: two threads that only deflate what such a file holds as often, taken
 * before and after in part. The pace goes to the error stream.
 */
export async function benchStatements(): Promise<BenchResult> {
  // Here and not above: the measured process, which starts with this file too, does not draw in its first thread.
  const { renderStatement, statementFonts } = await import('../api/statements/pdf/render-statement.ts');
  const streams = readStreams(renderStatement(sampleStatement(1, STATEMENT_SIZE), statementFonts()).pdf);
  const before = await deflateInThreads(streams, FLOOR_COUNT, WORKERS);
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename]);
  const after = await deflateInThreads(streams, FLOOR_COUNT, WORKERS);
  const { seconds, rssMb, megabytes } = JSON.parse(stdout) as Measured;
  const floorSeconds = ((before + after) * COUNT) / (2 * FLOOR_COUNT);
  console.error(
    `${COUNT} statements, ${WORKERS} threads: ${Math.round(COUNT / seconds)}/s, ${megabytes} MB of PDF, ${rssMb} MB of memory`,
  );
  return {
    name: `statement-pdf-${COUNT}-two-workers`,
    floorSeconds,
    seconds,
    ratio: seconds / floorSeconds,
    target: 2.5,
    rssMb,
  };
}

interface Measured {
  seconds: number;
  rssMb: number;
  megabytes: number;
}

/** What the measured process does: start the threads, draw and write, as the command does. */
async function drawMonth(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'statements-'));
  try {
    const started = performance.now();
    const pool = startPdfPool({ workers: WORKERS });
    let bytes = 0;
    const { rendered, failures } = await pool.renderMany(samples(), ({ no }, { pdf }) => {
      writeFileSync(path.join(folder, `${no}.pdf`), pdf);
      bytes += pdf.length;
    });
    const seconds = (performance.now() - started) / 1000;
    await pool.close();
    if (rendered !== COUNT) throw failures[0]?.error ?? new Error(`${rendered} drawn`);
    const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    return { seconds, rssMb, megabytes: Math.round(bytes / 1e6) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* samples(): AsyncGenerator<StatementDocument> {
  for (let seed = 1; seed <= COUNT; seed++) yield sampleStatement(seed, STATEMENT_SIZE);
}

if (import.meta.main) process.stdout.write(JSON.stringify(await drawMonth()));
