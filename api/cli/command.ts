import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a file api/cli/<name>.ts exports. */
export interface Command {
  name: string;
  /** One line: `settle --month 2026-05 [--dry-run] [--json]`. */
  usage: string;
  /** Answers the exit code: 0 done, 1 refused. Throws DomainError to refuse and UsageError for wrong words. */
  run(args: string[]): Promise<number>;
}

/** Wrong words on the command line: exit 2, with the usage. */
export class UsageError extends Error {}

/** `parseArgs` of Node, strict, whose complaints are usage errors. */
export function readArgs<T extends ParseArgsConfig>(
  args: string[],
  config: T,
): ReturnType<typeof parseArgs<T & { args: string[] }>> {
  try {
    return parseArgs({ ...config, args });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

/** The one JSON document of `--json`; nothing else goes to stdout there. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
