import fs from 'node:fs';
import { verifyPack } from '../cases/pack/verify-pack.ts';
import { DomainError } from '../domain/error.ts';
import { printJson, readArgs, UsageError } from './command.ts';

export const name = 'verify-pack';
export const usage = 'verify-pack FILE [--json]';

/** Whether an evidence pack is unchanged; exit 1 names what is not. Needs no database. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length !== 1) throw new UsageError('name one evidence pack');
  if (!fs.existsSync(positionals[0]!))
    throw new DomainError('not_found', 'no_such_file', `there is no file ${positionals[0]}`);
  const verdict = await verifyPack(positionals[0]!);
  if (values.json) printJson(verdict);
  else if (verdict.isUnchanged)
    console.log(
      `${verdict.caseNo}: ${verdict.files} files unchanged, chain ${verdict.head}${missingOf(verdict.missing)}`,
    );
  if (!verdict.isUnchanged)
    console.error(
      `${verdict.caseNo}: ${verdict.changed.map(({ name: file, what }) => `${file} (${what})`).join(', ')}`,
    );
  return verdict.isUnchanged ? 0 : 1;
}

const missingOf = (missing: readonly string[]): string =>
  missing.length === 0 ? '' : `; not there when it was made: ${missing.join(', ')}`;
