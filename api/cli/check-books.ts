import { type BookReport, checkBooks } from '../books/check-books.ts';
import { printJson, readArgs } from './command.ts';
import { DEFAULT_DATA_DIR, withServices } from './services.ts';

export const name = 'check-books';
export const usage = 'check-books [--json] [--data DIR]';

/** Every book-keeping rule over the whole database; exit 1 when one is broken. */
export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, {
    options: {
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
    },
  });
  const report = await withServices({ data: values.data }, ({ db }, identity) => checkBooks(db, identity));
  if (values.json) printJson(report);
  else print(report);
  return report.ok ? 0 : 1;
}

function print({ checks }: BookReport): void {
  for (const { ok, title, violations, sample } of checks) {
    console.log(`${ok ? '✓' : '✗'} ${title}${ok ? '' : ` (${violations})`}`);
    for (const one of sample) console.log(`    ${JSON.stringify(one)}`);
  }
  const broken = checks.filter((check) => !check.ok).length;
  console.log(
    broken === 0 ? `${checks.length} rules, none broken` : `${broken} of ${checks.length} rules broken`,
  );
}
