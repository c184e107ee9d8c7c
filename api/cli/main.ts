import fs from 'node:fs';
import { DomainError } from '../domain/error.ts';
import { type Command, UsageError } from './command.ts';

/** In the order a user meets them; each is a file beside this one. */
const NAMES = [
  'start',
  'import',
  'undo-import',
  'settle',
  'statements',
  'explain',
  'check-books',
  'review',
  'sampling-plan',
  'read-barcode',
  'compare-photos',
  'verify-pack',
  'withhold',
];

process.exitCode = await main(process.argv.slice(2));

/** Runs a command: 0 done, 1 refused with one line on stderr, 2 wrong usage. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(await describeAll());
    return name === undefined ? 2 : 0;
  }
  const command = await load(name);
  if (!command) {
    console.error(`faircast: there is no command ${name}\n${await describeAll()}`);
    return 2;
  }
  if (args.includes('--help')) {
    console.log(`usage: faircast ${command.usage}`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error, command);
  }
}

function explain(error: unknown, command: Command): number {
  if (error instanceof UsageError) {
    console.error(`faircast: ${error.message}\nusage: faircast ${command.usage}`);
    return 2;
  }
  if (error instanceof DomainError) {
    console.error(`faircast: ${error.message.replace(/\s*\n\s*/g, ' ')}`);
    return 1;
  }
  // A bug or a broken machine: whoever mends it needs the place.
  console.error(error);
  return 1;
}

async function load(name: string): Promise<Command | undefined> {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!NAMES.includes(name) || !fs.existsSync(file)) return undefined;
  return import(file.href) as Promise<Command>;
}

async function describeAll(): Promise<string> {
  const commands = (await Promise.all(NAMES.map(load))).filter((command) => command !== undefined);
  return ['usage: faircast <command>', ...commands.map((command) => `  ${command.usage}`)].join('\n');
}
