import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { DomainError } from '../domain/error.ts';
import { type Review, reviewContract } from '../domain/fairness/review.ts';
import { printJson, readArgs, UsageError } from './command.ts';

export const name = 'review';
export const usage = 'review FILE [--relation labour|service] [--json] · review --batch FILE.jsonl';

/** Reads a contract from the anchor's side; needs no database. `--batch` reads one clause a line and streams the types. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      batch: { type: 'string' },
      relation: { type: 'string' },
    },
  });
  const relation = values.relation;
  if (relation !== undefined && relation !== 'labour' && relation !== 'service')
    throw new UsageError('--relation takes labour or service');
  if (values.batch !== undefined) {
    if (positionals.length > 0) throw new UsageError('--batch takes the one file');
    await reviewBatch(values.batch);
    return 0;
  }
  if (positionals.length !== 1) throw new UsageError('name one file to review');
  const review = reviewContract(await readText(positionals[0]!), { relation });
  if (values.json) printJson({ clauses: review.clauses, summary: review.summary });
  else printReview(review);
  return 0;
}

/** One `{"id","text"}` a line in, one `{"id","types":[…]}` a line out, in the same order and as they come. */
async function reviewBatch(file: string): Promise<void> {
  readBytesCheck(file);
  const lines = readline.createInterface({ input: fs.createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const { id, text } = parseLine(line, number);
    const { types } = reviewContract(text).summary;
    if (!process.stdout.write(`${JSON.stringify({ id, types })}\n`))
      await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
  }
}

function parseLine(line: string, number: number): { id: string | number; text: string } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new DomainError('invalid', 'not_json', `line ${number} is not JSON`);
  }
  const { id, text } = (row ?? {}) as { id?: unknown; text?: unknown };
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string')
    throw new DomainError('invalid', 'bad_line', `line ${number} needs an id and a text`);
  return { id, text };
}

async function readText(file: string): Promise<string> {
  readBytesCheck(file);
  if (/\.(?:txt|md|markdown|text)$/i.test(file)) return fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  // Office readers are heavy: a plain text answers before they would have loaded.
  const { extractText } = await import('../documents/extract.ts');
  const extraction = await extractText(fs.readFileSync(file), path.basename(file));
  return extraction.text;
}

function readBytesCheck(file: string): void {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new DomainError('not_found', 'no_file', `there is no file ${file}`);
}

function printReview({ clauses, summary }: Review): void {
  for (const clause of clauses)
    for (const finding of clause.findings) {
      console.log(
        `[${finding.severity}] ${clause.heading || '—'} · ${finding.name.zh} ${finding.type} · ${finding.advice.zh}`,
      );
      console.log(`  「${finding.quote.replaceAll(/\s+/g, ' ')}」`);
      console.log(`  ${finding.reason}`);
      console.log(`  依据 ${finding.bases.map(({ law, article }) => `${law}第${article}条`).join('、')}`);
      console.log(`  建议改为：${finding.suggestion}`);
    }
  const { block, high, medium, low } = summary.bySeverity;
  console.log(`${summary.findings} 处建议关注或协商（严重 ${block}，高 ${high}，中 ${medium}，低 ${low}）`);
}
