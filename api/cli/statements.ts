import fs from 'node:fs';
import path from 'node:path';
import { listStatements, streamDocuments } from '../../db/queries/statements.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { formatYuan } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';
import type { Services } from '../http/context.ts';
import { listOpenMonthsBefore } from '../settlements/list-open-months.ts';
import { issueStatements } from '../statements/issue-statements.ts';
import { startPdfPool } from '../statements/pdf/pdf-pool.ts';
import { printJson, readArgs, UsageError } from './command.ts';
import { startProgress } from './progress.ts';
import { DEFAULT_DATA_DIR, withServices } from './services.ts';
import { readMonth, warnOfOpenMonths } from './settle.ts';

export const name = 'statements';
export const usage = 'statements --month 2026-05 --out DIR [--json] [--data DIR]';

/** Issues the month's statements if they are not issued yet, then writes every PDF and an index.csv to a folder. */
export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, {
    options: {
      month: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
    },
  });
  const month = readMonth(values.month);
  if (!values.out) throw new UsageError('--out takes the folder to write to');
  const out = path.resolve(values.out);
  const result = await withServices({ data: values.data }, async (services, identity) => {
    const issued = await issueOnce(services, identity, month);
    const earlierOpen = await listOpenMonthsBefore(services.db, identity, month);
    warnOfOpenMonths(earlierOpen);
    return { ...(await writeAll(services, identity, month, out, values.json)), issued, out, earlierOpen };
  });
  if (values.json) printJson(result);
  else
    console.log(`${month}: ${result.issued} issued, ${result.written} PDFs and index.csv written to ${out}`);
  for (const failure of result.failures) console.error(`faircast: ${failure}`);
  return result.failures.length > 0 ? 1 : 0;
}

async function issueOnce({ db }: Services, identity: Identity, month: Month): Promise<number> {
  try {
    return (await issueStatements(db, identity, month)).issued;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'already_issued') return 0;
    throw error;
  }
}

async function writeAll({ db }: Services, identity: Identity, month: Month, out: string, isQuiet: boolean) {
  fs.mkdirSync(out, { recursive: true });
  const pool = startPdfPool();
  try {
    return await inTransaction(
      db,
      identity,
      async (trx) => {
        const { rows, total } = await listStatements(trx, {
          filter: { month },
          sort: { field: 'no', order: 'asc' },
          offset: 0,
          limit: 100_000,
        });
        const progress = startProgress('statements', total, isQuiet);
        const missing: string[] = [];
        const { rendered, failures } = await pool.renderMany(
          documentsOf(streamDocuments(trx, month)),
          (document, { pdf, missing: glyphs }) => {
            for (const glyph of glyphs)
              missing.push(`${document.no}: no glyph for ${glyph.characters.join(' ')} in ${glyph.text}`);
            fs.writeFileSync(path.join(out, `${document.no}.pdf`), pdf);
            progress.step();
          },
        );
        progress.stop();
        const lines = rows.map((s) =>
          [s.no, s.anchorName, s.month, s.openingFen, s.earnedFen, s.closingFen, s.payableFen]
            .map(cell)
            .join(','),
        );
        fs.writeFileSync(
          path.join(out, 'index.csv'),
          `\ufeff结算单号,主播,月份,上期结转,本期应得,本期结余,应付\r\n${lines.join('\r\n')}\r\n`,
        );
        return {
          month,
          written: rendered,
          failures: failures.map((failure) => failure.error.message),
          missingGlyphs: missing,
        };
      },
      { readOnly: true, isolation: 'repeatable read', statementTimeoutMs: 0 },
    );
  } finally {
    await pool.close();
  }
}

async function* documentsOf<T>(rows: AsyncIterable<{ document: T }>): AsyncGenerator<T> {
  for await (const row of rows) yield row.document;
}

/** Fen as yuan; a name never starts a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return formatYuan(value).replaceAll(',', '');
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
