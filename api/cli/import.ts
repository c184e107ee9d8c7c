import fs from 'node:fs';
import path from 'node:path';
import { DomainError } from '../domain/error.ts';
import { formatYuan } from '../domain/money.ts';
import { type ImportResult, importOrders } from '../orders/import-orders.ts';
import { printJson, readArgs, UsageError } from './command.ts';
import { startProgress } from './progress.ts';
import { DEFAULT_DATA_DIR, withServices } from './services.ts';

export const name = 'import';
export const usage = 'import FILE [--mapping MAPPING.json] [--dry-run] [--json] [--data DIR]';

const SHOWN_GAPS = 20;

/** Imports an order file whole or not at all; Ctrl-C leaves nothing of it. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) throw new UsageError('name one file to import');
  const mapping = values.mapping === undefined ? undefined : readMapping(values.mapping);
  const result = await importFile(file, { ...values, mapping });
  if (values.json) printJson(toJson(result));
  else print(path.basename(file), result, values['dry-run']);
  return 0;
}

async function importFile(
  file: string,
  options: { data: string; mapping: unknown; 'dry-run': boolean; json: boolean },
): Promise<ImportResult> {
  const { signal, release } = abortOnSignal();
  const bytes = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  try {
    return await withServices({ data: options.data }, async ({ db, dataDir }, identity) => {
      const progress = startProgress('import', bytes, options.json);
      try {
        const result = await importOrders({
          db,
          dataDir,
          identity,
          file: { path: file, name: path.basename(file) },
          mapping: options.mapping,
          dryRun: options['dry-run'],
          signal,
          onProgress: ({ bytesRead }) => progress.set(bytesRead),
        });
        progress.set(bytes);
        return result;
      } finally {
        progress.stop();
      }
    });
  } catch (error) {
    throw nameColumns(error);
  } finally {
    release();
  }
}

function readMapping(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new DomainError(
      'invalid',
      'mapping_unreadable',
      `the mapping ${file} cannot be read: ${(error as Error).message}`,
    );
  }
}

/** The first signal takes the import back, the second ends the process as it stands: the database takes it back then. */
function abortOnSignal(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: controller.signal, release: () => process.off('SIGINT', stop).off('SIGTERM', stop) };
}

/** A file nobody knows is answered with what stands in it, so that its mapping can be written. */
function nameColumns(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== 'file_unknown') return error;
  const headers = (error.details?.headers as string[] | undefined) ?? [];
  return new DomainError(
    error.kind,
    error.code,
    `${error.message} Its columns: ${headers.join(', ')}. Say how they are read with --mapping MAPPING.json`,
    { details: error.details },
  );
}

/** The shape others rely on: these keys and no more. */
function toJson(result: ImportResult) {
  const { importId, recognised, lines, stored, updated, unchanged, rejected } = result;
  const { paidFen, settledFen, refundedFen, gaps } = result;
  return {
    importId,
    recognised,
    lines,
    stored,
    updated,
    unchanged,
    rejected,
    paidFen,
    settledFen,
    refundedFen,
    gaps,
  };
}

function print(file: string, result: ImportResult, isDry: boolean): void {
  const done = isDry ? 'dry run, nothing kept' : `import ${result.importId}`;
  console.log(`${file}: ${result.recognised}, ${result.lines} lines (${done})`);
  console.log(
    `  ${result.stored} stored, ${result.updated} updated, ${result.unchanged} unchanged, ${result.rejected} rejected`,
  );
  console.log(
    `  paid ${formatYuan(result.paidFen)}, settled ${formatYuan(result.settledFen)}, refunded ${formatYuan(result.refundedFen)}`,
  );
  for (const { line, columnName, reason } of result.rejects)
    console.log(`  rejected: line ${line}${columnName === null ? '' : `, column ${columnName}`}: ${reason}`);
  if (result.rejected > result.rejects.length)
    console.log(`  … and ${result.rejected - result.rejects.length} more rejected lines`);
  for (const gap of result.gaps.slice(0, SHOWN_GAPS)) {
    const who = `${gap.kind} ${gap.platform} ${gap.externalId}${gap.name ? ` ${gap.name}` : ''}`;
    console.log(`  unknown ${who}: ${gap.lines} lines, paid ${formatYuan(gap.paidFen)}`);
  }
  if (result.gaps.length > SHOWN_GAPS)
    console.log(`  … and ${result.gaps.length - SHOWN_GAPS} more unknown anchors and products`);
}
