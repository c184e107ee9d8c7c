import fs from 'node:fs';
import { DomainError } from '../domain/error.ts';
import { printJson, readArgs, UsageError } from './command.ts';

export const name = 'read-barcode';
export const usage = 'read-barcode FILE [--json]';

/** The bar codes on a photo; needs no database. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const file = positionals[0];
  if (file === undefined || positionals.length !== 1) throw new UsageError('name one photo');
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new DomainError('not_found', 'no_file', `there is no file ${file}`);
  const { readBarcodes } = await import('../photos/barcode/read-barcodes.ts');
  const codes = await readBarcodes(fs.readFileSync(file));
  if (values.json) printJson({ codes: codes.map(({ format, text }) => ({ format, text })) });
  else if (codes.length === 0) console.log('没有读出条码 no bar code was read');
  else for (const { format, text } of codes) console.log(`${format} ${JSON.stringify(text).slice(1, -1)}`);
  return 0;
}
